import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { InputFile } from '../../server/src/files/input-file.js';
import { OddJsonError, readJsonLists } from '../../server/src/files/json-lists.js';
import { openImport } from '../../server/src/importing/open-import.js';
import { readDirectoryFile } from '../../server/src/importing/read-directory-file.js';
import type { ReadDirectoryFile } from '../../server/src/importing/read-directory-file.js';
import { openStore } from '../../server/src/store/open.js';
import { directoryFile, folder, NOW, offer } from './fixture.js';

const NAMES = ['offers', 'providers'] as const;

/** Reads a text whose bytes come in parts of some length. */
async function listsOf(text: string | Buffer, length = 7) {
  const bytes = Buffer.from(text);
  const source = {
    size: bytes.length,
    async *read() {
      for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
    },
  };
  const elements: Record<string, unknown[]> = {};
  const rest = await readJsonLists(source, NAMES, (name, element) =>
    (elements[name] ??= []).push(element),
  );
  return { rest, elements };
}

describe('a JSON file is read piece by piece', () => {
  test('whatever it holds, and wherever its parts are cut', async () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
    const file = fc.record(
      {
        offers: fc.array(object),
        providers: fc.array(object),
        sources: fc.jsonValue(),
        directory: fc.record({ offers: fc.array(object), title: fc.string() }),
      },
      { requiredKeys: [] },
    );
    const spaces = fc.constantFrom(undefined, 1, '\t');
    await fc.assert(
      fc.asyncProperty(
        file,
        spaces,
        fc.integer({ min: 1, max: 40 }),
        async (json, space, length) => {
          const text = JSON.stringify(json, undefined, space);
          const expected = JSON.parse(text) as typeof json;
          const { rest, elements } = await listsOf(text, length);
          const { offers, providers } = expected;
          assert.deepEqual(rest, {
            ...expected,
            ...(offers && { offers: [] }),
            ...(providers && { providers: [] }),
          });
          assert.deepEqual(elements['offers'] ?? [], offers ?? []);
          assert.deepEqual(elements['providers'] ?? [], providers ?? []);
        },
      ),
    );
  });

  test('with a byte order mark, and a name with escaped letters', async () => {
    const { rest, elements } = await listsOf('\ufeff{ "\\u006fffers" : [ {"a": "\\\\"} , {} ] }');
    assert.deepEqual(rest, { offers: [] });
    assert.deepEqual(elements, { offers: [{ a: '\\' }, {}] });
  });

  const odd: [what: string, text: string | Buffer, position: number][] = [
    ['a list', '[{"offers": []}]', 0],
    ['nothing', '', 0],
    ['half of it', '{"offers": [{"a": 1}, {"a": [1', 22],
    ['an open text', '{"offers": [{"a": "1}]}', 12],
    ['a comma too many', '{"offers": [{"a": 1},]}', 20],
    ['a comma too few', '{"offers": [{"a": 1} {"b": 1}]}', 20],
    ['something between', '{"offers": [{"a": 1}, x, {"b": 1}]}', 20],
    ['what is no object in a list', '{"offers": [{}, 1]}', 14],
    ['a list twice', '{"offers": [{}], "offers": [{"a": 1}]}', 14],
    ['a broken element', '{"offers": [{"a": 1}, {"b": nul}]}', 22],
    ['something behind it', '{"offers": []} {}', 0],
    ['too many brackets', '{"offers": []}}', 12],
    ['lists in lists', `{"offers": [{"a": ${'['.repeat(200)}${']'.repeat(200)}}]}`, 12],
    ['bytes that are no UTF-8', Buffer.from('{"offers": [{"a": "\xe9"}]}', 'latin1'), 12],
  ];
  for (const [what, text, position] of odd) {
    test(`but not ${what}`, async () => {
      await assert.rejects(listsOf(text), (error) => {
        assert.ok(error instanceof OddJsonError);
        assert.equal(error.position, position);
        return true;
      });
    });
  }
});

describe('a directory file is the same to an import, read at once or piece by piece', () => {
  /** What an import knows of a file, without what only its origin can tell. */
  function known(read: ReadDirectoryFile) {
    if ('invalid' in read) return read;
    const { records, faults, terms: _, ...rest } = read;
    const { provider = [], offer = [], network } = records;
    return {
      ...rest,
      faults: faults.all,
      contents: [provider, offer, network ?? []].map((drafts) => drafts.map((it) => it.content())),
      positions: [...provider, ...offer].map(({ position }) => position),
      hasNetworks: network !== undefined,
    };
  }

  const whole = directoryFile([offer('1'), offer('2'), offer('3')]);
  const [first, second] = whole.offers;
  const { sources, ...withoutSources } = whole;
  const files: [what: string, json: object, only?: string][] = [
    ['as it is exported', whole],
    ['with its sources at the end', { ...withoutSources, sources }],
    ['with networks', { ...whole, networks: [] }],
    ['of one source', whole, sources[0]?.id],
    ['of a source that it lacks', whole, 'nowhere'],
    ['with a fault of shape', { ...whole, offers: [first, { ...second, title: '' }] }],
    [
      'with faults in all of it',
      { ...whole, sources: 1, offers: [{ record: 'x' }], providers: {} },
    ],
    [
      'with a record of another source',
      { ...whole, offers: [first, { ...second, source: 'ofice' }] },
    ],
    ['with what is no record', { ...whole, offers: [first, 1] }],
    ['without offers', { ...withoutSources, sources, offers: undefined }],
    ['of another program', { offers: [{ a: 1 }] }],
  ];
  for (const [what, json, only] of files) {
    test(what, async (context) => {
      const path = join(folder(context), 'all.json');
      writeFileSync(path, JSON.stringify(json));
      const store = await openStore('sqlite::memory:');
      const source = await InputFile.open(path);
      context.after(async () => Promise.all([store.close(), source.close()]));
      const opened = await openImport(
        store,
        { source, name: 'all.json' },
        { now: NOW, ...(only !== undefined && { source: only }), onProgress: () => undefined },
      );
      const atOnce = readDirectoryFile(JSON.parse(JSON.stringify(json)), only);
      assert.deepEqual(known(opened.batch), known(atOnce));
      await opened.close();
    });
  }
});
