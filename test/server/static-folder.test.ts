import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import {
  StaticFolder,
  type Afterwards,
  type FolderReport,
} from '../../server/src/static/folder.js';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** A folder for exports that is not there yet. */
function place(test: TestContext) {
  const around = mkdtempSync(join(tmpdir(), 'vielfalt-'));
  test.after(() => rmSync(around, { recursive: true, force: true }));
  const root = join(around, 'dir');
  const at = (path: string) => join(root, path);
  return { around, root, at, read: (path: string) => readFileSync(at(path), 'utf8') };
}

async function exported(
  root: string,
  files: Record<string, string>,
  afterwards: (path: string) => Afterwards = () => 'removed',
  now = 0,
): Promise<FolderReport> {
  const folder = await StaticFolder.open(root);
  try {
    for (const [path, body] of Object.entries(files)) await folder.add({ path, body });
    return await folder.keep(afterwards, now);
  } finally {
    await folder.close();
  }
}

const FILES = { 'offers/a/index.html': 'a', 'offers/b/index.html': 'b', 'v1/offers': '{}' };

describe('a folder of files', () => {
  it('is touched only where something has changed', async (test) => {
    const { root, at, read } = place(test);
    const first = await exported(root, FILES);
    assert.deepEqual([first.written, first.unchanged, first.removed], [3, 0, 0]);
    for (const path of Object.keys(FILES)) utimesSync(at(path), LONG_AGO, LONG_AGO);

    const { 'offers/b/index.html': _, ...rest } = FILES;
    const second = await exported(root, { ...rest, 'v1/offers': '{"new":1}' });
    assert.deepEqual([second.written, second.unchanged, second.removed], [1, 1, 1]);
    assert.deepEqual(statSync(at('offers/a/index.html')).mtime, LONG_AGO);
    assert.equal(read('v1/offers'), '{"new":1}');
    assert.ok(!existsSync(at('offers/b')));
    assert.deepEqual(readdirSync(root).sort(), ['.vielfalt-files.json', 'offers', 'v1']);
  });

  it('keeps what pages may still ask for', async (test) => {
    const { root, at } = place(test);
    await exported(root, { ...FILES, 'widget/v0.1.0/vielfalt.js': 'x' });
    const widgetStays = (path: string) => (path.startsWith('widget/') ? 'kept' : 'removed');
    await exported(root, FILES, widgetStays);
    const third = await exported(root, FILES, widgetStays);
    assert.ok(existsSync(at('widget/v0.1.0/vielfalt.js')));
    assert.equal(third.removed, 0);
  });

  it('keeps for a day what caches may still name', async (test) => {
    const { root, at } = place(test);
    const words = 'v1/search/words-0a1b.json';
    const later = () => 'removed later' as const;
    await exported(root, { ...FILES, [words]: 'old' });
    const hour = 60 * 60 * 1000;
    for (const hours of [0, 1, 24]) await exported(root, FILES, later, hours * hour);
    assert.ok(existsSync(at(words)));
    const { removed } = await exported(root, FILES, later, 25 * hour);
    assert.equal(removed, 1);
    assert.ok(!existsSync(at(words)));
  });

  it('says at once where the system takes no folder', async () => {
    await assert.rejects(exported('/proc/vielfalt/dir', FILES), /\/proc takes no folders/);
  });

  it('leaves foreign files alone, and changes nothing where one is in its way', async (test) => {
    const { root, at, read } = place(test);
    await exported(root, FILES);
    writeFileSync(at('mine.txt'), 'mine');
    writeFileSync(at('offers/b/index.html'), 'mended by hand');
    const { 'offers/b/index.html': _, ...rest } = FILES;
    const report = await exported(root, rest);
    assert.deepEqual(report.left, ['offers/b/index.html']);
    assert.equal(read('offers/b/index.html'), 'mended by hand');
    await assert.rejects(
      exported(root, { ...rest, 'v1/offers': 'new', 'mine.txt': 'ours' }),
      /mine\.txt is there already, and no export has written it/,
    );
    assert.equal(read('mine.txt'), 'mine');
    assert.equal(read('v1/offers'), '{}');
  });

  it('is refused where it is not empty and not ours, a file, or damaged', async (test) => {
    const { root, around, at } = place(test);
    mkdirSync(root);
    writeFileSync(at('thesis.doc'), '');
    await assert.rejects(exported(root, FILES), /is not empty, and no export has made it/);
    assert.deepEqual(readdirSync(root), ['thesis.doc']);
    writeFileSync(join(around, 'file'), '');
    await assert.rejects(exported(join(around, 'file'), FILES), /it is a file/);
    await assert.rejects(exported(join(around, 'file/dir'), FILES), /Name a folder/);
    rmSync(at('thesis.doc'));
    writeFileSync(at('.vielfalt-files.json'), '{"files":{"../x":"1"}}');
    await assert.rejects(exported(root, FILES), /is damaged/);
  });

  it('never leads out of itself', async (test) => {
    const { root, around, at } = place(test);
    await exported(root, { 'v1/offers': '{}' });
    mkdirSync(join(around, 'else'));
    symlinkSync(join(around, 'else'), at('offers'));
    await assert.rejects(exported(root, FILES), /is no folder, but in the place of one/);
    assert.deepEqual(readdirSync(join(around, 'else')), []);
    await assert.rejects(exported(root, { '../x': '' }), /cannot be the name of a file/);
  });

  it('is as before where an export ends half way, and the next one clears up', async (test) => {
    const { root, read, at } = place(test);
    await exported(root, FILES);
    const killed = await StaticFolder.open(root);
    await killed.add({ path: 'v1/offers', body: 'half' });
    assert.equal(read('v1/offers'), '{}');
    // What a process leaves that was killed; no process has this number.
    mkdirSync(at('.vielfalt-999999999.part/v1'), { recursive: true });
    const report = await exported(root, FILES);
    assert.equal(report.unchanged, 3);
    assert.deepEqual(readdirSync(root).sort(), ['.vielfalt-files.json', 'offers', 'v1']);
  });

  it('knows its files again where it was stopped while they were put in their places', async (test) => {
    const { root, at } = place(test);
    await exported(root, FILES);
    const manifest = JSON.parse(readFileSync(at('.vielfalt-files.json'), 'utf8')) as {
      files: Record<string, string>;
    };
    // As it stands once the places of all are known, and some are filled.
    writeFileSync(at('offers/c.html'), 'c');
    const files = { ...manifest.files, 'offers/c.html': 'of the new content' };
    writeFileSync(at('.vielfalt-files.json'), JSON.stringify({ staticFeed: 1, files }));
    const report = await exported(root, { ...FILES, 'offers/c.html': 'c, later' });
    assert.deepEqual([report.written, report.unchanged], [1, 3]);
  });

  it('is written by one at a time', async (test) => {
    const { root, at } = place(test);
    await exported(root, FILES);
    mkdirSync(at(`.vielfalt-${process.ppid}.part`));
    await assert.rejects(exported(root, FILES), /is being written by another export/);
  });
});
