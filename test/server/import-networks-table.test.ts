import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { networkMembers } from '@vielfalt/feed';
import { InputFile } from '../../server/src/files/input-file.js';
import { applyImport, importFile } from '../../server/src/importing/import-file.js';
import { openImport } from '../../server/src/importing/open-import.js';
import { parseMapping } from '../../server/src/mapping/index.js';
import { openStore } from '../../server/src/store/open.js';
import { printFault } from '../../server/src/validation/fault.js';
import { directoryFile, folder, NOW, offer, offers, provider } from './fixture.js';

const MAPPING = `vielfalt-mapping: 1
source: { id: office }
fields:
  network.name: Netzwerk
  network.aim: Ziel
  network.members: Mitglieder
  network.places: Orte
  network.coordinator: Leitung
`;

/** As offices write it: names misspelt, members twice, one cell with commas and "u. a.". */
const TABLE = `Netzwerk;Ziel;Mitglieder;Orte;Leitung
Runder Tisch Ankommen;Familien ankommen lassen;"Brückenbau, Witten, Kita Sonne, Kita Sonne, Sportverein Grün Weis u. a.";Witten;Büro für Vielfalt
AK Sport;;"Sportverein Grün-Weiß e. V.
Kita Sonne";Witten, Atlantis;
`;

/** A directory with offers and providers, and how one imports a table of networks into it. */
async function directoryWithOffers(context: TestContext) {
  const store = await openStore('sqlite::memory:');
  const providers = [
    provider('p', { name: 'Brückenbau, Witten' }),
    provider('q', { name: 'Sportverein Grün-Weiß e.V.', networks: ['Runder Tisch Ankommen'] }),
  ];
  await importFile(store, directoryFile(offers(3), { providers }), { now: NOW });
  const path = join(folder(context), 'netzwerke.csv');
  return {
    store,
    put: async (content: string) => {
      writeFileSync(path, content);
      const source = await InputFile.open(path);
      const opened = await openImport(
        store,
        { source, name: 'netzwerke.csv' },
        { mapping: parseMapping(MAPPING, 'm.yaml'), now: NOW, onProgress: () => undefined },
      );
      try {
        return { opened, outcome: await applyImport({ store }, opened.batch, { now: NOW }) };
      } finally {
        await opened.close();
        await source.close();
      }
    },
  };
}

describe('a messy table of networks', () => {
  test('is imported with remarks and no loss, beside the offers of its source', async (context) => {
    const { store, put } = await directoryWithOffers(context);
    const { opened, outcome } = await put(TABLE);
    assert.ok(outcome.outcome === 'done', JSON.stringify(outcome));
    assert.deepEqual(outcome.report.sources, [
      { source: 'office', networks: { added: 2, changed: 0, unchanged: 0, retired: 0 } },
    ]);
    assert.deepEqual(
      opened.mapped?.remarks.map(({ line, column, value, reason }) => [
        line,
        column,
        value,
        reason,
      ]),
      [
        [2, 'Mitglieder', 'Kita Sonne', 'stands there twice, which counts once'],
        [
          ...[2, 'Mitglieder', 'u. a.'],
          'names nobody, and is left out: name the others, if people are to find them',
        ],
        [
          ...[2, 'Mitglieder', 'Sportverein Grün Weis'],
          'may be “Sportverein Grün-Weiß e.V.”: it stays as it is written. Write exactly that name if it is',
        ],
        [3, 'Orte', 'Atlantis', 'is not in the list of places; it stands at the end of the aim'],
      ],
    );
    const state = await store.read();
    assert.ok(state);
    assert.deepEqual(
      state.offers.map(({ status }) => status),
      ['published', 'published', 'published'],
    );
    const [sport, table] = state.networks;
    assert.ok(sport && table);
    assert.equal(sport.aim, 'Orte: Atlantis');
    assert.deepEqual(table.members, [
      { name: 'Brückenbau, Witten' },
      { name: 'Kita Sonne' },
      { name: 'Sportverein Grün Weis' },
    ]);
    const members = networkMembers(state.networks, state.providers, (a, b) => (a < b ? -1 : 1));
    const idOf = (record: string) => state.providers.find((each) => each.record === record)?.id;
    assert.deepEqual(members.of(table.id), [
      { name: 'Büro für Vielfalt', coordinates: true },
      { provider: idOf('p') },
      { name: 'Kita Sonne' },
      { name: 'Sportverein Grün Weis' },
      { provider: idOf('q') },
    ]);
    assert.deepEqual(members.of(sport.id), [{ provider: idOf('q') }, { name: 'Kita Sonne' }]);
  });

  test('twice changes nothing, and offers come again without retiring it', async (context) => {
    const { store, put } = await directoryWithOffers(context);
    await put(TABLE);
    await put(TABLE);
    assert.equal(await store.revision(), 2);
    await importFile(store, directoryFile([...offers(3), offer('neu')]), {
      now: NOW,
      allowRetiring: true,
    });
    const statuses = (await store.read())?.networks.map(({ status }) => status);
    assert.deepEqual(statuses, ['published', 'published']);
  });

  test('keeps a network of which only the name is left, and takes other names for headings', async (context) => {
    const { store, put } = await directoryWithOffers(context);
    await put(TABLE);
    const { opened } = await put(
      'Netzwerk;Ziel;Mitglieder;Orte;Leitung\nIm Norden;;;;\nAK Sport;;;;\nRunder Tisch Ankommen;Da sein;;;\n',
    );
    assert.deepEqual(
      opened.mapped?.remarks.map(({ line, value }) => [line, value]),
      [[2, 'Im Norden']],
    );
    const networks = (await store.read())?.networks;
    assert.deepEqual(
      networks?.map(({ name, aim, status }) => [name, aim, status]),
      [
        ['AK Sport', undefined, 'published'],
        ['Runder Tisch Ankommen', 'Da sein', 'published'],
      ],
    );
  });

  test('never takes the key of a provider that has gone for a name', async (context) => {
    const { store, put } = await directoryWithOffers(context);
    const table = TABLE.replace('"Brückenbau, Witten, ', '"q, Brückenbau, Witten, ');
    await put(table);
    const members = async () =>
      (await store.read())?.networks.find(({ name }) => name === 'Runder Tisch Ankommen')?.members;
    const before = await members();
    assert.ok(before && 'provider' in before[0]!);
    const providers = [provider('p', { name: 'Brückenbau, Witten' })];
    const left = directoryFile(offers(3), { providers });
    await importFile(store, left, { now: NOW, allowRetiring: true });
    await put(table);
    assert.deepEqual(await members(), before);
  });

  test('names the line and column of a row that is no network', async (context) => {
    const { put } = await directoryWithOffers(context);
    const { outcome } = await put(`${TABLE}Runder Tisch Ankommen;;;;\n;;Hort;;\n`);
    assert.ok(outcome.outcome === 'faults');
    assert.deepEqual(outcome.faults.map(printFault), [
      'line 5, network.record (record "Runder Tisch Ankommen"): "Runder Tisch Ankommen" stands in line 2 already. The name is the key here. Name the columns that tell such rows apart in the mapping: network.record: { columns: […] }. Where they are one network, with a row for each member, name that column: file: { continued: … }.',
      'line 6, network.record: is missing. Give the row a key that no other row has.',
      'line 6, column "Netzwerk": is missing. Fill in the cell, or take the row out.',
    ]);
  });
});
