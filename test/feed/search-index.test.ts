import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { searchFields, termHeads, termTree, toCard } from '@vielfalt/feed';
import { createIndex, partOf, type SearchDocument, type SearchIndex } from '@vielfalt/feed/search';
import { importFile, openStore } from '@vielfalt/server';
import { demoDirectory } from '../../demo/directory.mjs';
import { FIELDS, impact, share, type FieldName } from '../../feed/src/search/score.js';
import { documentAt, placeOf } from '../../feed/src/search/search-index.js';
import { joinedTokens, phoneNumbers, tokens } from '../../feed/src/search/tokens.js';

const fields = Object.keys(FIELDS) as FieldName[];

/** The words of a text with their frequencies, and how many there are in all. */
function wordsOf(text: string): { times: Map<string, number>; length: number } {
  const own = tokens(text).map(({ stem }) => stem);
  const times = new Map<string, number>();
  for (const stem of own) times.set(stem, (times.get(stem) ?? 0) + 1);
  for (const { stem } of joinedTokens(text)) if (!times.has(stem)) times.set(stem, 1);
  for (const number of phoneNumbers(text)) times.set(number, 1);
  return { times, length: own.length };
}

/** The places of each word, worked out plainly: all words of all texts of one document by one. */
function plainPlaces(documents: SearchDocument[]): [word: string, places: number[]][] {
  const read = new Map(
    documents.flatMap(({ fields }) => fields).map(({ text }) => [text, wordsOf(text)]),
  );
  const known = (text: string) => read.get(text) ?? wordsOf(text);
  const usual = new Map<FieldName, number>();
  for (const field of fields) {
    const all = documents.flatMap((document) =>
      document.fields.flatMap((each) => (each.field === field ? known(each.text).length : [])),
    );
    const mean = all.reduce((a, b) => a + b, 0) / all.length;
    // In steps, of which four double it.
    usual.set(field, mean > 0 ? 2 ** (Math.round(4 * Math.log2(mean)) / 4) : 1);
  }
  const places = new Map<string, number[]>();
  for (const [document, { fields }] of documents.entries()) {
    const frequencies = new Map<string, number>();
    for (const { field, text } of fields) {
      const { times, length } = known(text);
      const each = share(field, length, usual.get(field) ?? 1);
      for (const [stem, count] of times) {
        const counted = FIELDS[field].evenness > 0 ? count : 1;
        frequencies.set(stem, (frequencies.get(stem) ?? 0) + each * counted);
      }
    }
    for (const [stem, frequency] of frequencies) {
      const all = places.get(stem) ?? [];
      places.set(stem, all);
      all.push(placeOf(document, impact(frequency)));
    }
  }
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1));
}

function placesIn({ words, places }: SearchIndex): [word: string, places: number[]][] {
  return words.map((word, at) => [word, [...places(at)]]);
}

function isAsPlain(documents: SearchDocument[]) {
  const index = createIndex(documents);
  const plain = plainPlaces(documents);
  assert.deepEqual(placesIn(index), plain);
  assert.deepEqual(
    Array.from(index.counts),
    plain.map(([, places]) => places.length),
  );
  assert.equal(index.documents, documents.length);
  assert.deepEqual(
    index.ids,
    documents.map(({ id }) => id),
  );
}

const WORDS = ['Haus', 'Häuser', 'Haus-Hof', 'Hof', 'Ҳоф', 'hof', '𝒳', 'C++', 'a', 'Bergstr. 7'];
const word = fc.constantFrom(...WORDS, 'Telefon 02302 555-0123', 'сім’я', 'عائلة', 'schule');
const texts = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '));
const documents = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    fields: fc.array(fc.record({ text: texts, field: fc.constantFrom(...fields) }), {
      maxLength: 9,
    }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test('whatever documents say, each word has the places that counting it plainly gives', () => {
  fc.assert(fc.property(documents, isAsPlain), { numRuns: 500 });
});

test('so has each word of the demo directory', async () => {
  const store = await openStore('sqlite::memory:');
  await importFile(store, demoDirectory('2026-11-23'), { now: Date.parse('2026-11-23T12:00Z') });
  const state = await store.read();
  await store.close();
  assert.ok(state);
  const { language } = state.directory;
  const terms = termHeads(state.vocabulary, language, language);
  const tree = termTree(terms);
  const providers = Object.fromEntries(state.providers.map((each) => [each.id, each]));
  isAsPlain(
    state.offers.map((offer) => {
      const card = toCard(offer, { tree, language, lang: language, order: 0 });
      const source = { providers, terms, tree, language };
      return { id: offer.id, fields: searchFields(card, source, [offer.description]) };
    }),
  );
});

test('a part has the places of its documents, in the order in which these are wanted', () => {
  fc.assert(
    fc.property(documents, fc.func(fc.boolean()), (all, isWanted) => {
      const some = all.filter(({ id }) => isWanted(id)).reverse();
      const part = partOf(
        createIndex(all),
        some.map(({ id }) => id),
      );
      const own = new Map(
        plainPlaces(some).map(([word, places]) => [word, places.map(documentAt)]),
      );
      for (const [word, places] of placesIn(part)) {
        assert.deepEqual(places.map(documentAt), own.get(word) ?? []);
      }
    }),
  );
});
