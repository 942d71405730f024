import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { parseMapping, suggestMapping } from '../../../server/src/mapping/index.js';
import { openBook } from '../../../server/src/table/table.js';
import { folder } from '../fixture.js';
import { mapOne } from './mapping-harness.js';

const HIDDEN = [
  'Telefon (nicht zur Weitergabe)',
  'Handy privat',
  'Telefon (intern)',
  'E-Mail – nur intern',
  'Privatnummer',
  'Kontakt vertraulich',
  'Mobil, nicht für die Öffentlichkeit',
  'Mail_intern',
  'Telefon nur fürs Team',
  'Phone (not for publication)',
  'Internal phone',
  'Montag (intern)',
];

describe('columns that are not for the public', () => {
  for (const name of HIDDEN) {
    test(`${name} is suggested for no field and is not kept`, async (context) => {
      const file = join(folder(context), 'table.csv');
      const value = /mail/i.test(name) ? 'kim@example.org' : '030 23125 112';
      const rows = ['Nähtreff', 'Sprachcafé', 'Chor'].map((title) => `${title};Verein;${value}`);
      writeFileSync(file, [`Angebot;Träger;${name}`, ...rows].join('\n'));
      const book = await openBook(file);
      const text = await suggestMapping(book, await book.table(), {
        vocabulary: defaultVocabulary,
        hasDirectory: true,
        today: '2026-09-07',
        timeZone: 'Europe/Berlin',
      });
      await book.close();
      const mapping = parseMapping(text.replaceAll('"TODO', '"Mended'), 'm.yaml');
      assert.deepEqual(mapping.ignore, [name]);
    });
  }

  test('the international office has its telephone', async (context) => {
    const file = join(folder(context), 'table.csv');
    writeFileSync(file, 'Angebot;Internationales Telefon\nChor;030 23125 112\n');
    const book = await openBook(file);
    const text = await suggestMapping(book, await book.table(), {
      vocabulary: defaultVocabulary,
      hasDirectory: true,
      today: '2026-09-07',
      timeZone: 'Europe/Berlin',
    });
    await book.close();
    assert.match(text, /contact\.phone: Internationales Telefon/);
  });
});

describe('an address on request', () => {
  const fields = { location: 'Adresse', 'location.visibility': 'Schutz' };

  test('is told in no text, though it is not understood', () => {
    const { offer, remarks } = mapOne(
      { ...fields, 'location.district': 'Ortsteil' },
      { Adresse: 'hinten im Hof (Versteckweg)', Schutz: 'vertraulich', Ortsteil: 'Versteckau' },
    );
    assert.doesNotMatch(JSON.stringify({ ...offer, locations: [] }), /Versteck/);
    assert.ok(remarks.some(({ reason }) => reason.includes('on request')));
  });

  test('is one also where the word for it is not understood', () => {
    for (const word of ['ja', 'streng geheim!', 'nein', 'Sperre']) {
      const { offer, remarks } = mapOne(fields, {
        Adresse: 'Versteckweg 5, 58452 Witten',
        Schutz: word,
      });
      assert.equal(offer.locations?.[0]?.visibility, 'on-request', word);
      assert.ok(remarks.some(({ value }) => value === word));
    }
    const open = mapOne(fields, { Adresse: 'Hauptstr. 5, 58452 Witten', Schutz: 'öffentlich' });
    assert.equal(open.offer.locations?.[0]?.visibility, 'public');
  });

  test('counts for all addresses of its cell', () => {
    const { offer } = mapOne(
      { ...fields, location: '{ column: Adresse, split: ";" }' },
      { Adresse: 'Versteckweg 5, 58452 Witten; Weg 7, 58452 Witten', Schutz: 'geheim' },
    );
    assert.deepEqual(
      offer.locations?.map(({ visibility }) => visibility),
      ['on-request', 'on-request'],
    );
  });
});
