import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { rollup } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { OBSERVED, PAGES, TSCONFIG } from './consumer.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs npm with a cache of its own and no network, as a stranger's first install would be. */
function npm(folder: string, cwd: string, ...args: string[]): string {
  const options = ['--offline', '--ignore-scripts', `--cache=${join(folder, 'cache')}`];
  return execFileSync('npm', [...args, ...options], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a Node program; what it prints, also where it fails. */
function node(cwd: string, ...args: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

/** The examples in TypeScript of the package's guide, by file name. */
function examples(): Record<string, string> {
  const guide = readFileSync(join(ROOT, 'widget/README.md'), 'utf8');
  const blocks = [...guide.matchAll(/^```(tsx?)\n([^]*?)^```$/gm)];
  return Object.fromEntries(
    blocks.map(([, type = '', text = ''], index) => [`guide-${index}.${type}`, text]),
  );
}

/** What a module's file imports, as written: `import`, `export from` and `import()`. */
function importsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && /^(Import|Export)/.test(String(node.type)) && 'source' in node) {
      const { source } = node;
      if (typeof source === 'object' && source !== null && 'value' in source) {
        found.push(String(source.value));
      } else if (source !== null) {
        found.push('(an address made at run time)');
      }
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(readFileSync(file, 'utf8')));
  return found;
}

describe('the widget as a package', () => {
  let folder: string;
  let tarball: string;
  let project: string;
  let installed: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vielfalt-pack-'));
    project = mkdtempSync(join(folder, 'project-'));
    const made = node(ROOT, 'scripts/package.mjs');
    assert.equal(made.code, 0, made.output);
    npm(folder, ROOT, 'pack', '--workspace=widget', `--pack-destination=${folder}`);
    const name = readdirSync(folder).find((each) => each.endsWith('.tgz'));
    assert.ok(name, 'npm pack made no file');
    tarball = join(folder, name);
    const host = { name: 'host', private: true, type: 'module' };
    writeFileSync(join(project, 'package.json'), JSON.stringify(host));
    npm(folder, project, 'install', tarball);
    installed = join(project, 'node_modules/@vielfalt/widget');
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings no other package with it', () => {
    const visible = (name: string): boolean => !name.startsWith('.');
    assert.deepEqual(readdirSync(join(project, 'node_modules')).filter(visible), ['@vielfalt']);
    assert.deepEqual(readdirSync(join(project, 'node_modules/@vielfalt')), ['widget']);
    assert.ok(!existsSync(join(installed, 'node_modules')));
  });

  it('imports nothing but its own files', () => {
    for (const part of ['bundle', 'modules']) {
      const scripts = readdirSync(join(installed, part), { encoding: 'utf8', recursive: true })
        .filter((name) => name.endsWith('.js'))
        .map((name) => join(installed, part, name));
      assert.ok(scripts.length > 1, `${part} has an entry and parts that come later`);
      for (const script of scripts) {
        for (const imported of importsOf(script)) {
          assert.match(imported, /^\.\.?\//);
          const target = resolve(dirname(script), imported);
          assert.ok(scripts.includes(target), `${imported} is in the package`);
        }
      }
    }
  });

  it("says whose works are in it, and keeps their authors' licences", () => {
    for (const part of ['bundle', 'modules']) {
      const licences = readFileSync(join(installed, part, 'LICENSES.txt'), 'utf8');
      for (const name of ['lit-html', '@lit/reactive-element', 'fuse.js']) {
        assert.match(licences, new RegExp(`^${name} \\d`, 'm'));
      }
    }
  });

  it("claims no Trusted Types policy by the name of a host page's own Lit", () => {
    const text = readFileSync(join(installed, 'bundle/vielfalt.js'), 'utf8');
    assert.match(text, /createPolicy\(["'`]vielfalt["'`]/);
    assert.doesNotMatch(text, /createPolicy\(["'`]lit-html["'`]/);
  });

  it('is put together as package managers and bundlers expect', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  it('tells TypeScript the truth of each of its modules', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
    assert.ok(analysis.types, 'there are types');
    // Modules are all that there is: no `require`, and no resolution from before `exports`.
    const old = ['node10', 'node16-cjs'];
    const found = analysis.problems.filter(
      (problem) => !('resolutionKind' in problem && old.includes(problem.resolutionKind)),
    );
    assert.deepEqual(found, []);
  });

  it('lets pages in TypeScript, React and Vue be checked', () => {
    const packages = ['@types/react', 'csstype', 'typescript'];
    for (const name of [...packages, ...['runtime-dom', 'runtime-core'].map((n) => `@vue/${n}`)]) {
      const link = join(project, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), link, 'junction');
    }
    // All that Vue itself says of types.
    const vue = join(project, 'node_modules/vue');
    mkdirSync(vue);
    writeFileSync(join(vue, 'package.json'), '{ "name": "vue", "types": "index.d.ts" }');
    writeFileSync(join(vue, 'index.d.ts'), "export * from '@vue/runtime-dom';");
    const pages: Record<string, string> = { ...PAGES, ...examples() };
    assert.ok('guide-1.tsx' in pages, 'the guide has an example for React');
    for (const [name, text] of Object.entries(pages)) writeFileSync(join(project, name), text);
    const config = { ...TSCONFIG, files: Object.keys(pages) };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
    const { code, output } = node(project, 'node_modules/typescript/bin/tsc');
    assert.equal(code, 0, output);
  });

  it('can be bundled', async () => {
    const input = join(project, 'main.js');
    writeFileSync(input, "import '@vielfalt/widget';");
    const warnings: string[] = [];
    const bundle = await rollup({
      input,
      plugins: [nodeResolve({ browser: true })],
      onwarn: ({ message }) => warnings.push(message),
    });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    assert.deepEqual(warnings, []);
    assert.match(output[0].code, /'vielfalt-directory'/);
    assert.ok(output.length > 10, 'what comes later stays apart');
  });

  describe('its elements', () => {
    let seen: { before: string[]; registered: string[]; observed: Record<string, string[]> };
    let manifest: Package;
    let declared: CustomElementDeclaration[];

    before(() => {
      writeFileSync(join(project, 'observed.js'), OBSERVED);
      const { code, output } = node(project, 'observed.js');
      assert.equal(code, 0, output);
      seen = JSON.parse(output);
      manifest = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'));
      declared = manifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .filter((each): each is CustomElementDeclaration => 'customElement' in each);
    });

    it('are registered by whoever says so, not by an import of their classes', () => {
      assert.deepEqual(seen.before, []);
      assert.ok(seen.registered.includes('vielfalt-offer-list'));
    });

    it('are all in the manifest, with each attribute that they listen to', () => {
      assert.deepEqual(declared.map(({ tagName }) => tagName).sort(), [...seen.registered].sort());
      for (const { name, attributes = [] } of declared) {
        const names = attributes.map((attribute) => attribute.name);
        for (const attribute of seen.observed[name] ?? []) {
          assert.ok(names.includes(attribute), `${name} has ${attribute}`);
        }
      }
    });

    it('have a manifest as its schema wants it, which describes all that it names', () => {
      const file = fileURLToPath(import.meta.resolve('custom-elements-manifest/schema.json'));
      const ajv = new Ajv({ strict: false });
      addFormats.default(ajv);
      const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
      assert.ok(validate(manifest), ajv.errorsText(validate.errors));
      for (const { name, ...lists } of declared) {
        const { attributes, members, events, slots, cssParts, cssProperties } = lists;
        const all = [attributes, members, events, slots, cssParts, cssProperties].flatMap(
          (list) => list ?? [],
        );
        for (const each of all) assert.ok(each.description, `${name}: ${each.name} is described`);
        assert.ok(cssProperties?.some((each) => each.name === '--vielfalt-accent'));
      }
    });
  });
});
