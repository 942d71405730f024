import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mapOne, mapping, mapRows } from './mapping-harness.js';
import { suggested } from './suggest-harness.js';

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
      const value = /mail/i.test(name) ? 'kim@example.org' : '030 23125 112';
      const rows = ['Nähtreff', 'Sprachcafé', 'Chor'].map((title) => `${title};Verein;${value}`);
      const table = [`Angebot;Träger;${name}`, ...rows].join('\n');
      const { mapping } = await suggested(context, table);
      assert.deepEqual(mapping.ignore, [name]);
    });
  }

  test('the international office has its telephone', async (context) => {
    const { text } = await suggested(
      context,
      'Angebot;Internationales Telefon\nChor;030 23125 112\n',
    );
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

describe('a cell that says of itself that it is not for the public', () => {
  const SECRETS: [field: string, text: string][] = [
    ['contact.phone', '0171 2345678 (privat)'],
    ['contact.phone', 'privat: 030 23125 112'],
    ['contact.phone', '030 23125 112 – bitte nicht veröffentlichen!'],
    ['contact.phone', '030 23125 112 (nur intern)'],
    ['contact.email', 'kim@example.org (nicht weitergeben)'],
    ['contact.email', 'privat: kim@example.org'],
    ['contact.web', 'https://amt.example.org/akte (intern)'],
    ['contact.web', 'https://kim:akte@amt.example.org/'],
    ['contact', '030 23125 112, nicht öffentlich'],
    ['provider.contact.phone', 'Handy privat 0171 2345678'],
  ];
  for (const [field, text] of SECRETS) {
    test(`${field}: ${text}`, () => {
      const { offer, remarks, provider } = mapWith(field, text);
      assert.doesNotMatch(JSON.stringify([offer, provider]), /23125|2345678|kim@|akte/);
      assert.ok(
        remarks.some(
          ({ value, reason }) => value === text && reason.includes('not for the public'),
        ),
      );
    });
  }

  const SHELTERS: [field: string, text: string][] = [
    ['location.street', 'Versteckweg 3 (bitte nicht veröffentlichen)'],
    ['location.street', 'Adresse geheim, Versteckweg 3'],
    ['location', 'Versteckweg 3, 58452 Witten (vertraulich)'],
    ['location.name', 'Haus am Versteckweg, nicht öffentlich'],
    ['location.2.street', 'Versteckweg 3 – geheim'],
  ];
  for (const [field, text] of SHELTERS) {
    test(`${field}: ${text}`, () => {
      const { offer, remarks } = mapOne(
        { [field]: 'Zelle', [`${field.replace(/\.(?:street|name)$/, '')}.point`]: 'Punkt' },
        { Zelle: text, Punkt: '51.43, 7.33' },
      );
      assert.equal(offer.locations?.at(-1)?.visibility, 'on-request');
      assert.doesNotMatch(JSON.stringify({ ...offer, locations: [] }), /Versteck/);
      assert.ok(remarks.some(({ reason }) => reason.includes('shown nowhere')));
    });
  }

  const OPEN: [field: string, text: string, seen: RegExp][] = [
    ['contact.phone', '030 23125 112 (anonym und vertraulich)', /23125/],
    ['contact.web', 'https://example.org/privat', /example\.org/],
    ['contact.email', 'intern@example.org', /intern@/],
    ['location.street', 'Privatweg 3', /Privatweg/],
    ['location.name', 'Private Realschule', /Realschule/],
    ['location.name', 'Intern. Zentrum', /Zentrum/],
    [
      'description',
      'Wir behandeln alles vertraulich und geben nichts weiter: streng geheim.',
      /streng/,
    ],
  ];
  for (const [field, text, seen] of OPEN) {
    test(`${field} is public: ${text}`, () => {
      const { offer } = mapOne({ [field]: 'Zelle' }, { Zelle: text });
      assert.match(JSON.stringify(offer), seen);
      assert.doesNotMatch(JSON.stringify(offer), /on-request/);
    });
  }
});

function mapWith(field: string, text: string) {
  const { mapped, mapper } = mapRows(mapping({ [field]: 'Zelle' }), [{ Zelle: text }]);
  const [only] = mapped;
  assert.ok(only?.offer);
  return { ...only, provider: mapper.providers() };
}
