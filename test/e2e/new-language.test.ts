import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { QuestionAnswer } from '@vielfalt/feed';
import type { Browser, Page } from 'playwright-core';
import { rollup } from 'rollup';
import { Languages } from '../../languages/read.mjs';
import { languageModules } from '../../scripts/rollup/language-modules.mjs';
import { startBrowser } from './browser.js';

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

// Low German, which is nowhere but in this folder, beside the languages that there are.
const folder = mkdtempSync(join(tmpdir(), 'languages-'));
cpSync(path('languages'), folder, { recursive: true });
cpSync(path('test/languages'), folder, { recursive: true });
process.env['LANGUAGES_FOLDER'] = folder;
// Read only now, since the service reads the folder when it starts.
const { startFeed } = await import('../server/feed-harness.js');
const { example } = await import('../server/example.js');

let browser: Browser;
before(async () => (browser = await startBrowser()));
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** A service whose directory is in German and in some languages. */
async function feedIn(test: TestContext, ...languages: string[]) {
  const changes = example();
  return startFeed(test, {
    changes: { ...changes, directory: { ...changes.directory, languages } },
  });
}

it('speaks on pages and in files for other programs, and is understood by search', async (test) => {
  const feed = await feedIn(test, 'en', 'nds');
  const page = (await feed.get('/?lang=nds')).body.toString();
  assert.match(page, /<html lang="nds" dir="ltr">/);
  assert.match(page, /Wat söchst du\?/);
  assert.match(page, /\d Anbotten funnen/);
  assert.match(page, />Söken</);
  assert.match(page, /lang="nds"[^>]*>Plattdüütsch</);
  assert.match(page, /Zum Inhalt springen/, 'German, where nothing is written');
  assert.match((await feed.get('/insight?lang=nds')).body.toString(), /Tabellen to Utsöken/);
  const table = (await feed.get('/v1/offers.csv?lang=nds')).body.toString();
  assert.match(table, /^\uFEFF?Överschrift/);
  const question = `/v1/question?${new URLSearchParams({ q: 'Liefööven', lang: 'nds' })}`;
  const { senses } = (await feed.get(question)).json<QuestionAnswer>();
  assert.equal(senses[0]?.means[0], 'Turnen');
  assert.match((await feed.get('/?q=Liefööven&lang=nds')).body.toString(), /[1-9] Anbott/);
});

it('is simple German beside German on pages', async (test) => {
  const feed = await feedIn(test, 'de-simple', 'en');
  const page = (await feed.get('/?lang=de-simple')).body.toString();
  assert.match(page, /<html lang="de-simple" dir="ltr">/);
  assert.match(page, /Was suchen Sie\?/);
  assert.match(page, /\d Angebote gefunden/);
  assert.match(page, /lang="de-simple"[^>]*>Einfache Sprache</);
  assert.match(page, /<a[^>]* lang="de"[^>]*>Deutsch</);
  assert.match((await feed.get('/?lang=de')).body.toString(), /Wonach suchen Sie\?/);
});

/** The elements as the build makes them, of the folder above. */
async function bundle(): Promise<Map<string, string>> {
  const made = await rollup({
    input: path('widget/dist/vielfalt.js'),
    plugins: [languageModules(new Languages(folder)), nodeResolve({ browser: true })],
  });
  const { output } = await made.generate({ format: 'es', chunkFileNames: '[name].js' });
  return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : '']));
}

it('speaks in elements', async (test) => {
  const feed = await feedIn(test, 'nds', 'de-simple');
  const files = await bundle();
  assert.ok(files.has('nds.js'));
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const script = files.get(pathname.slice(1));
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      script ??
        `<!doctype html><html lang="${searchParams.get('lang') ?? 'de'}"><title>Test</title>
        <script type="module" src="/vielfalt.js"></script>
        <vielfalt-directory feed="${feed.url}"></vielfalt-directory>`,
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => server.close());
  const { port } = server.address() as AddressInfo;

  const show = async (lang: string): Promise<Page> => {
    const page = await browser.newPage();
    test.after(() => page.close());
    await page.goto(`http://127.0.0.1:${port}/?lang=${lang}`);
    await page.locator('vielfalt-offer-card').first().waitFor();
    return page;
  };

  const page = await show('nds-DE');
  await page.getByRole('searchbox', { name: 'Wat söchst du?' }).waitFor();
  await page
    .getByText(/\d Anbotten funnen/)
    .first()
    .waitFor();
  await page.getByText('Sortieren nach').first().waitFor();
  await page.getByRole('button', { name: 'Mehr dorvun' }).first().click();
  await page.getByText('Fehler mellen').first().waitFor();
  assert.equal(await page.locator('[part~=base]').first().getAttribute('lang'), 'nds');
  const choice = page.getByRole('combobox', { name: 'Spraak' });
  assert.equal(await choice.inputValue(), 'nds');
  await choice.getByRole('option', { name: 'Plattdüütsch' }).waitFor({ state: 'attached' });

  const simple = await show('de-simple');
  await simple.getByRole('searchbox', { name: 'Was suchen Sie?' }).waitFor();
  await simple
    .getByText(/\d Angebote gefunden/)
    .first()
    .waitFor();
  assert.equal(await simple.locator('[part~=base]').first().getAttribute('lang'), 'de-simple');
});
