import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rollup/parseAst';

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
  let project: string;
  let installed: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vielfalt-pack-'));
    project = mkdtempSync(join(folder, 'project-'));
    npm(folder, ROOT, 'pack', '--workspace=widget', `--pack-destination=${folder}`);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    assert.ok(tarball, 'npm pack made no file');
    writeFileSync(join(project, 'package.json'), '{ "name": "host", "private": true }');
    npm(folder, project, 'install', join(folder, tarball));
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
    const scripts = readdirSync(join(installed, 'bundle'), { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.js'))
      .map((name) => join(installed, 'bundle', name));
    assert.ok(scripts.length > 1, 'the bundle has an entry and parts that come later');
    for (const script of scripts) {
      for (const imported of importsOf(script)) {
        assert.match(imported, /^\.\.?\//);
        const target = resolve(dirname(script), imported);
        assert.ok(scripts.includes(target), `${imported} is in the package`);
      }
    }
  });

  it("says whose works are in it, and keeps their authors' licences", () => {
    const licences = readFileSync(join(installed, 'bundle/LICENSES.txt'), 'utf8');
    for (const name of ['lit-html', '@lit/reactive-element', 'fuse.js']) {
      assert.match(licences, new RegExp(`^${name} \\d`, 'm'));
    }
  });

  it("claims no Trusted Types policy by the name of a host page's own Lit", () => {
    const text = readFileSync(join(installed, 'bundle/vielfalt.js'), 'utf8');
    assert.match(text, /createPolicy\(["'`]vielfalt["'`]/);
    assert.doesNotMatch(text, /createPolicy\(["'`]lit-html["'`]/);
  });
});
