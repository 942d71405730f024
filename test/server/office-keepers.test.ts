import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import { ROUTES } from '../../server/src/routes.js';
import { openStore } from '../../server/src/store/open.js';
import { directory, directoryFile, folder, offer } from './fixture.js';
import { startFeed } from './feed-harness.js';
import { KEEPER, keptExample } from './office-harness.js';
import { workplace } from './workplace.js';

const BASE_URL = 'http://feed.example.org';

function keptFile(keepers: string[] = [KEEPER]): DirectoryFile {
  return directoryFile([offer('a')], { directory: { ...directory, baseUrl: BASE_URL, keepers } });
}

test('The keepers’ addresses leave by no address of the feed or of a page', async (context) => {
  const feed = await startFeed(context, { changes: keptExample() });
  for (const { path } of ROUTES) {
    for (const name of ['offer-1', 'provider-1', 'network-1', 'language', 'witten', '1']) {
      const asked = path.replace(':name', name).replace('*', name);
      for (const accept of ['text/html', 'application/json']) {
        const { body } = await feed.get(asked, { accept });
        assert.equal(body.toString().includes(KEEPER), false, asked);
      }
    }
  }
});

for (const format of ['json', 'csv', 'xlsx']) {
  test(`The office’s export as ${format} keeps them, so that a directory can be restored; the public one does not`, async (context) => {
    const { vielfalt, write, path, place } = workplace(context);
    await vielfalt(['import', write('directory.json', keptFile())]);
    const { stderr } = await vielfalt(['export', '--output', `all.${format}`]);
    assert.match(stderr, /and the office's keepers \(1\) are in this export/);
    const shared = await vielfalt(['export', '--public', '--output', `public.${format}`]);
    assert.equal(shared.code, 0);

    const restored = workplace(context);
    writeFileSync(restored.path(`all.${format}`), readFileSync(path(`all.${format}`)));
    await restored.vielfalt(['import', `all.${format}`]);
    const { stdout } = await restored.vielfalt(['export']);
    assert.deepEqual((JSON.parse(stdout) as DirectoryFile).directory?.keepers, [KEEPER]);

    const others = workplace(context);
    writeFileSync(others.path(`public.${format}`), readFileSync(join(place, `public.${format}`)));
    await others.vielfalt(['import', `public.${format}`]);
    const published = await others.vielfalt(['export']);
    assert.equal(published.stdout.includes(KEEPER), false);
  });
}

test('A folder of files for any web server does not have them', async (context) => {
  const { vielfalt, write } = workplace(context);
  await vielfalt(['import', write('directory.json', keptFile())]);
  const target = join(folder(context), 'static');
  const { code, stderr } = await vielfalt(['export', '--static', target, '--base', BASE_URL]);
  assert.equal(code, 0, stderr);
  const names = readdirSync(target, { recursive: true, withFileTypes: true });
  const files = names.filter((each) => each.isFile());
  assert.ok(files.length > 10);
  for (const { parentPath, name } of files) {
    assert.equal(readFileSync(join(parentPath, name)).includes(KEEPER), false, name);
  }
});

test('vielfalt office-link prints a link for a keeper, and says why it does not for others', async (context) => {
  const { vielfalt, write } = workplace(context);
  const empty = await vielfalt(['office-link', KEEPER]);
  assert.equal(empty.code, 4);
  await vielfalt(['import', write('directory.json', keptFile())]);
  const { code, stdout, stderr } = await vielfalt(['office-link', KEEPER.toUpperCase()]);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.match(stdout, /^http:\/\/feed\.example\.org\/office\/enter\/[\w-]{43}\n$/);
  const wrong: [string[], RegExp][] = [
    [['office-link'], /Name one address/],
    [
      ['office-link', 'keper@office.example'],
      /is not among the keepers .* Did you mean keeper@office\.example\?/,
    ],
  ];
  for (const [args, said] of wrong) {
    const refused = await vielfalt(args);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, said);
    assert.equal(refused.stdout, '');
  }
});

test('A record that says nothing of keepers leaves them, and an empty list takes them away', async (context) => {
  const { vielfalt, write, database } = workplace(context);
  const keepersAfter = async (file: DirectoryFile) => {
    assert.equal((await vielfalt(['import', write('directory.json', file)])).code, 0);
    const store = await openStore(`sqlite:${database}`);
    const state = await store.read();
    await store.close();
    return [state?.directory.keepers, state?.directory.title];
  };
  const whole = keptFile();
  const { keepers: _, ...silent } = whole.directory!;
  assert.deepEqual(await keepersAfter(whole), [[KEEPER], silent.title]);
  const renamed = { ...whole, directory: { ...silent, title: 'Another title' } };
  assert.deepEqual(await keepersAfter(renamed), [[KEEPER], 'Another title']);
  assert.deepEqual(await keepersAfter(keptFile([])), [[], silent.title]);
});
