import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { ownWords, parseMapping, proposeLists } from '../../../server/src/mapping/index.js';
import { openBook } from '../../../server/src/table/open-book.js';
import { TableError } from '../../../server/src/table/table-error.js';
import { folder } from '../fixture.js';
import { mapOne, mapping, mapRows } from './mapping-harness.js';

/** The words that a mapping has with lists of its own. */
async function words(context: TestContext, lists: Record<string, string>, area = 'Nordkreis') {
  const at = folder(context);
  for (const [name, text] of Object.entries(lists)) writeFileSync(join(at, `${name}.csv`), text);
  const named = Object.keys(lists).map((name) => `${name}: ${name}.csv`);
  const block = `vocabulary: { ${[`area: ${area}`, ...named].join(', ')} }`;
  return ownWords(parseMapping(mapping({}, block), join(at, 'm.yaml')), defaultVocabulary);
}

const PLACES = `town;district;postal codes;lat;lng;other names;en
Flensburg;;24937 24939;54,7833;9,4333;Flensborg;Flensburg
Flensburg;Südstadt;;54.775;9.43;;
Glücksburg;;24960;;;;
`;

describe('places of the office’s own', () => {
  test('stand in the place of the built-in ones, with districts, postal codes and points', async (context) => {
    const own = await words(context, { places: PLACES });
    assert.deepEqual(own?.place, [
      { id: 'nordkreis', label: { de: 'Nordkreis' } },
      {
        id: 'flensburg',
        label: { de: 'Flensburg', en: 'Flensburg' },
        parent: 'nordkreis',
        synonyms: { de: ['Flensborg', '24937', '24939'] },
        lat: 54.7833,
        lng: 9.4333,
      },
      {
        id: 'flensburg-suedstadt',
        label: { de: 'Südstadt' },
        parent: 'flensburg',
        lat: 54.775,
        lng: 9.43,
      },
      {
        id: 'gluecksburg',
        label: { de: 'Glücksburg' },
        parent: 'nordkreis',
        synonyms: { de: ['24960'] },
      },
    ]);
    assert.deepEqual(own?.audience, defaultVocabulary.audience);
  });

  test('are what rows are read by: a Südstadt is theirs', async (context) => {
    const own = await words(context, { places: PLACES });
    const fields = mapping({ 'location.town': 'Ort', 'location.district': 'Teil' });
    const [row] = mapRows(fields, [{ Ort: 'Flensburg', Teil: 'Südstadt' }], own).mapped;
    assert.deepEqual(row?.offer?.locations, [
      { town: 'flensburg', district: 'flensburg-suedstadt' },
    ]);
    assert.deepEqual(row?.remarks, []);
  });

  test('may be the area alone', async (context) => {
    const own = await words(context, {});
    assert.deepEqual(own?.place, [{ id: 'nordkreis', label: { de: 'Nordkreis' } }]);
  });

  for (const [what, text, sentence] of [
    ['without a town', 'town;district\n;Mitte\n', /line 2: the town is missing/],
    ['with half a point', 'town;lat;lng\nA;54,1;\n', /line 2: lat and lng/],
    ['twice the same district', 'town;district\nA;B\nA;B\n', /line 3: B stands there already/],
    ['without the column', 'name\nA\n', /has no column “town”/],
  ] as const) {
    test(`${what}: one sentence says where`, async (context) => {
      await assert.rejects(words(context, { places: text }), (error) => {
        assert.ok(error instanceof TableError);
        assert.match(error.message, sentence);
        return true;
      });
    });
  }
});

test('topics of the office’s own, one below another', async (context) => {
  const own = await words(context, {
    topics: 'Thema;gehört zu;weitere Wörter\nBildung;;Lernen\nSchule;Bildung;Gymnasium, Hort\n',
  });
  assert.deepEqual(own?.topic, [
    { id: 'bildung', label: { de: 'Bildung' }, synonyms: { de: ['Lernen'] } },
    {
      id: 'schule',
      label: { de: 'Schule' },
      synonyms: { de: ['Gymnasium', 'Hort'] },
      parent: 'bildung',
    },
  ]);
  await assert.rejects(words(context, { topics: 'topic;part of\nA;B\n' }), /no topic B/);
});

describe('what a table names is proposed', () => {
  async function propose(context: TestContext, text: string) {
    const file = join(folder(context), 'offers.csv');
    writeFileSync(file, text);
    const book = await openBook(file);
    const options = {
      vocabulary: defaultVocabulary,
      today: '2026-09-07',
      timeZone: 'Europe/Berlin',
    };
    const proposed = await proposeLists(await book.table(), options);
    await book.close();
    return proposed;
  }

  test('where the directory is elsewhere: its towns, with codes and points', async (context) => {
    const { places, topics, isElsewhere } = await propose(
      context,
      'Angebot;Thema;PLZ;Ort;lat;lng\nChor;Fischerei;24937;Flensburg;54,781;9,431\nTanz;Fischerei;24939;Flensburg;54,802;9,452\nKurs;Watt;24960;Glücksburg;54,833;9,553\n',
    );
    assert.equal(isElsewhere, true);
    assert.deepEqual(places?.replace('\ufeff', '').split('\r\n').slice(0, 3), [
      'town;district;postal codes;lat;lng;other names',
      'Flensburg;;24937 24939;54,802;9,452;',
      'Glücksburg;;24960;54,833;9,553;',
    ]);
    assert.match(topics ?? '', /Fischerei;;/);
  });

  test('also where nothing but points says so', async (context) => {
    const rows = [1, 2, 3].map((each) => `Chor ${each};54,78${each};9,43${each}`);
    const { places, isElsewhere } = await propose(context, ['Angebot;lat;lng', ...rows].join('\n'));
    assert.deepEqual([places, isElsewhere], [undefined, true]);
  });

  test('not where the vocabulary has them', async (context) => {
    const { places, topics, isElsewhere } = await propose(
      context,
      'Angebot;Thema;PLZ;Ort\nChor;Sport;58452;Witten\nTanz;Sport;58285;Gevelsberg\n',
    );
    assert.deepEqual([places, topics, isElsewhere], [undefined, undefined, false]);
  });
});

describe('a district of another town', () => {
  const fields = {
    'location.town': 'Ort',
    'location.district': 'Teil',
    'location.postalCode': 'PLZ',
  };

  for (const [row, location] of [
    [
      { Ort: '24937 Flensburg', Teil: 'Südstadt' },
      { postalCode: '24937', locality: 'Flensburg' },
    ],
    [{ Ort: 'Witten', Teil: 'Südstadt' }, { town: 'witten' }],
    [
      { PLZ: '24937', Teil: 'Südstadt' },
      { postalCode: '24937', locality: 'Südstadt' },
    ],
  ] as const) {
    test(JSON.stringify(row), () => {
      const { offer, remarks } = mapOne(fields, row);
      assert.deepEqual(offer.locations, [location]);
      assert.match(remarks[0]?.reason ?? '', /is not part of|is known as a district/);
    });
  }

  test('of the same town it stays', () => {
    const { offer } = mapOne(fields, { Ort: 'Hattingen', Teil: 'Südstadt' });
    assert.deepEqual(offer.locations, [{ town: 'hattingen', district: 'hattingen-suedstadt' }]);
  });
});
