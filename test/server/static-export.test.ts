import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { StaticIndex } from '@vielfalt/feed/static';
import { directory, directoryFile, offers } from './fixture.js';
import { workplace } from './workplace.js';

/** A workplace with a small directory. */
async function office(test: TestContext) {
  const place = workplace(test);
  const { code, stderr } = await place.vielfalt([
    'import',
    place.write('directory.json', directoryFile(offers(3))),
  ]);
  assert.equal(code, 0, stderr);
  return { ...place, read: (path: string) => readFileSync(place.path(path), 'utf8') };
}

/** All files of a folder, with when they were last written. */
function written(folder: string): Record<string, number> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, statSync(join(folder, name)).mtimeMs]));
}

describe('vielfalt export --static', () => {
  it('writes pages, data and elements, and the second time nothing', async (test) => {
    const { vielfalt, path, read } = await office(test);
    const first = await vielfalt([
      'export',
      '--static',
      'dir',
      '--base',
      'https://cdn.example/dir/',
    ]);
    assert.equal(first.code, 0, first.stderr);
    assert.match(first.stdout, /^dir: \d+ files written, 0 unchanged, 0 removed; .+ MB, as of /);
    for (const name of [
      'index.html',
      'en/index.html',
      'providers/index.html',
      'widget/v1/vielfalt.js',
      'widget/v1/frame.js',
      'v1/offers.csv',
      'v1/offers.atom',
      'sitemap.xml',
      'nginx.conf',
      'Caddyfile',
      '_headers',
      'README.md',
    ]) {
      assert.ok(existsSync(path(`dir/${name}`)), name);
    }
    const index = JSON.parse(read('dir/v1/offers')) as StaticIndex;
    assert.equal(index.sets[''], 3);
    assert.match(
      read('dir/index.html'),
      /<link rel="canonical" href="https:\/\/cdn\.example\/dir\/"/,
    );
    assert.match(read('dir/sitemap.xml'), /<loc>https:\/\/cdn\.example\/dir\/providers\/<\/loc>/);
    assert.match(read('dir/en/index.html'), /href="\.\.\/providers\/|href="providers\//);
    assert.match(read('dir/nginx.conf'), /location \/dir\/ \{/);

    const before = written(path('dir'));
    const second = await vielfalt([
      'export',
      '--static',
      'dir',
      '--base',
      'https://cdn.example/dir/',
    ]);
    assert.match(second.stdout, /^dir: 0 files written, \d+ unchanged, 0 removed/);
    const { '.vielfalt-files.json': _, ...files } = written(path('dir'));
    const { '.vielfalt-files.json': __, ...earlier } = before;
    assert.deepEqual(files, earlier);
  });

  it('takes no reports: mistakes are said by a letter', async (test) => {
    const place = workplace(test);
    const taking = { directory: { ...directory, reportTo: 'fehler@example.org' } };
    const file = place.write('directory.json', directoryFile(offers(1), taking));
    await place.vielfalt(['import', file]);
    assert.equal((await place.vielfalt(['export', '--static', 'dir'])).code, 0);
    const read = (path: string) => readFileSync(place.path(path), 'utf8');
    const index = JSON.parse(read('dir/v1/offers')) as StaticIndex;
    assert.equal(index.directory.reports, undefined);
    const [page = ''] = readdirSync(place.path('dir/offers'));
    const html = read(`dir/offers/${page}/index.html`);
    assert.match(html, /<a href="mailto:fehler@example\.org[^"]*">Fehler melden<\/a>/);
    assert.doesNotMatch(html, /\/report"/);
  });

  it('makes sets for the locks that websites have', async (test) => {
    const { vielfalt, read, write } = await office(test);
    write('locks.txt', '# the town\nplace=witten\n\naudience=women&place=hattingen\n');
    const { code, stderr } = await vielfalt([
      ...['export', '--static', 'dir', '--locks', 'locks.txt', '--lock', 'topic=language'],
      // The same once more, in another order, and one that each provider has.
      ...['--lock', 'place=hattingen&audience=women', '--lock', 'provider=verein-p'],
    ]);
    assert.equal(code, 0, stderr);
    const { sets } = JSON.parse(read('dir/v1/offers')) as StaticIndex;
    const locks = Object.keys(sets).filter((key) => !key.startsWith('provider='));
    assert.deepEqual(
      locks.sort(),
      ['', 'audience=women&place=hattingen', 'place=witten', 'topic=language'].sort(),
    );
    assert.doesNotMatch(read('dir/index.html'), /rel="canonical"/);
  });

  const WRONG: [what: string, args: string[], said: RegExp][] = [
    [
      'an address that is none',
      ['--static', 'dir', '--base', 'cdn'],
      /--base is "cdn", which is no URL/,
    ],
    [
      'an address with a query',
      ['--static', 'dir', '--base', 'https://a.example/?x'],
      /more than a host and a path/,
    ],
    [
      'an address with a blank',
      ['--static', 'dir', '--base', 'https://a.example/so so/'],
      /whose path has more than letters/,
    ],
    [
      'a lock that is misspelt',
      ['--static', 'dir', '--lock', 'place=wittn'],
      /no place "wittn"\. Did you mean "witten"\?/,
    ],
    ['a lock that is none', ['--static', 'dir', '--lock', 'sort=title'], /is none: name places/],
    ['locks without a folder', ['--lock', 'place=witten'], /go with --static DIR/],
    [
      'a format besides',
      ['--static', 'dir', '--format', 'csv'],
      /--format does not go with --static/,
    ],
    ['a folder with the database', ['--static', '.'], /holds the database/],
    ['no folder', ['--static', ''], /The name of the folder to write is empty/],
  ];
  for (const [what, args, said] of WRONG) {
    it(`refuses ${what}`, async (test) => {
      const { vielfalt, path } = await office(test);
      const { code, stderr } = await vielfalt(['export', ...args]);
      assert.equal(code, 2, stderr);
      assert.match(stderr, said);
      assert.ok(!existsSync(path('dir')));
    });
  }

  it('refuses a link to the folder with the database', async (test) => {
    const { vielfalt, path, place } = await office(test);
    symlinkSync(place, path('link'));
    const { code, stderr } = await vielfalt(['export', '--static', 'link']);
    assert.equal(code, 2);
    assert.match(stderr, /link holds the database/);
  });

  it('makes a frame for each lock, and a sheet for marked offers', async (test) => {
    const { vielfalt, read } = await office(test);
    const { code, stderr } = await vielfalt([
      ...['export', '--static', 'dir', '--base', 'https://cdn.example/dir/'],
      ...['--lock', 'place=witten', '--lock', 'audience=women&place=hattingen'],
    ]);
    assert.equal(code, 0, stderr);
    assert.match(read('dir/embed/index.html'), /<vielfalt-directory heading-level="2">/);
    const town = read('dir/en/embed/places/witten/index.html');
    assert.match(town, /<html lang="en"/);
    assert.match(town, /<vielfalt-directory place="witten" heading-level="2">/);
    assert.match(town, /src="..\/..\/..\/..\/widget\/v1\/vielfalt\.js"/);
    assert.match(town, /<base target="_blank"/);
    assert.doesNotMatch(town, /oembed/);
    const women = read('dir/embed/audience=women&place=hattingen/index.html');
    assert.match(women, /<vielfalt-directory audience="women" place="hattingen"/);
    assert.match(read('dir/en/shortlist/index.html'), /<div id="marked" data-most="30">/);
    for (const settings of ['nginx.conf', 'Caddyfile', '_headers']) {
      assert.doesNotMatch(read(`dir/${settings}`), /frame-ancestors/, settings);
      assert.match(read(`dir/${settings}`), /script-src 'self' https:\/\/cdn\.example;/, settings);
    }
  });

  it('says that an empty directory has nothing to write', async (test) => {
    const { vielfalt } = workplace(test);
    const { code, stderr } = await vielfalt(['export', '--static', 'dir']);
    assert.equal(code, 4);
    assert.match(stderr, /\n$/);
  });
});
