import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';
import fc from 'fast-check';
import { toPublicOffer, toPublicProvider, type Contact, type Location } from '@vielfalt/feed';
import { Card, Offer, PublicOffer, PublicProvider } from '@vielfalt/feed/schemas';
import { anyOffer } from './arbitraries.js';
import { answererOf, card, offer, provider, whole } from './fixtures.js';

/** Text that can stand nowhere by chance. */
const secret = fc.stringMatching(/^[a-z]{12}$/).map((word) => `geheim${word}`);

const secretLocation: fc.Arbitrary<Location> = fc
  .record(
    {
      name: secret,
      street: secret.map((word) => `${word}str. 7`),
      locality: secret,
      district: fc.constant('annen'),
      postalCode: fc.constant('GEHEIM'),
      lat: fc.constant(51.987654),
      lng: fc.constant(7.987654),
      stepFree: fc.constant('yes' as const),
      town: fc.constantFrom('witten', 'hattingen'),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((location) => ({ ...location, visibility: 'on-request' }));

const secretContact: fc.Arbitrary<Contact> = fc
  .tuple(secret, fc.constantFrom({}, { namePublic: false }))
  .map(([name, mark]) => ({ name, ...mark, role: 'Office', phone: '030 23125 123' }));

const TRACES = /geheim|annen|987654|stepFree|row \d/i;

describe('private details', () => {
  test('of an offer are in no output, and no search, filter or distance finds them', () => {
    fc.assert(
      fc.property(
        anyOffer,
        fc.array(secretLocation, { minLength: 1, maxLength: 3 }),
        secretContact,
        (base, locations, contact) => {
          const { serves: _, ...known } = base;
          const hidden = {
            ...known,
            status: 'published' as const,
            schedule: {},
            locations,
            contact,
          };
          const shown = card(hidden);
          assert.doesNotMatch(JSON.stringify(shown), TRACES);
          assert.doesNotMatch(JSON.stringify(toPublicOffer(hidden)), TRACES);
          const answerer = answererOf([shown]);
          for (const query of [
            ...locations.flatMap(({ name, street }) => [
              { q: name ?? 'geheim' },
              { q: street ?? 'x' },
            ]),
            { near: { lat: 51.987654, lng: 7.987654 }, km: 100 },
            { at: ['annen'] },
            { place: ['annen'] },
            { stepfree: true as const },
          ]) {
            assert.equal(whole(answerer, query).total, 0, JSON.stringify(query));
          }
          assert.deepEqual(whole(answerer, {}).facets['stepfree'], []);
        },
      ),
    );
  });

  test('of a provider are in no output', () => {
    fc.assert(
      fc.property(secretLocation, secretContact, (address, contact) => {
        const { stepFree: _, ...place } = address;
        const shown = toPublicProvider(provider({ address: place, contact }));
        assert.doesNotMatch(JSON.stringify(shown), TRACES);
      }),
    );
  });

  test('of good practice are in no output: whom to ask is named only where that is public', () => {
    fc.assert(
      fc.property(secretContact, (ask) => {
        const hidden = offer({ practice: { reason: 'Parents stay.', ask } });
        const shown = toPublicOffer(hidden);
        assert.doesNotMatch(JSON.stringify([shown, card(hidden)]), TRACES);
        assert.equal(shown.practice?.ask?.phone, ask.phone);
      }),
    );
    const ask: Contact = { name: 'Kim Muster', namePublic: true };
    const shown = toPublicOffer(offer({ practice: { reason: 'Parents stay.', ask } }));
    assert.deepEqual(shown.practice?.ask, ask);
  });

  test('of a place on request the town remains', () => {
    const locations: Location[] = [
      { name: 'House', town: 'witten', street: 'Weg 1', visibility: 'on-request' },
      { name: 'Hall', town: 'witten', street: 'Weg 2' },
      { street: 'Weg 3', visibility: 'on-request' },
    ];
    assert.deepEqual(card({ locations }).locations, [
      { town: 'witten', visibility: 'on-request' },
      { name: 'Hall', town: 'witten', street: 'Weg 2' },
      { visibility: 'on-request' },
    ]);
  });

  test('a post box has no point, and no distance finds it; a street beside it has', () => {
    const point = { lat: 51.44, lng: 7.33 };
    const boxes = ['Postfach 12 34', 'PF 1234', 'P.O. Box 12', 'Postfach'];
    const locations = boxes.map((street) => ({ street, town: 'witten', ...point }));
    const shown = card({ locations: [...locations, { name: 'Postfach 12', ...point }] });
    assert.doesNotMatch(JSON.stringify(shown.locations), /51\.44/);
    assert.equal(whole(answererOf([shown]), { near: point, km: 100 }).total, 0);
    const address = toPublicProvider(provider({ address: { street: 'Postfach 1', ...point } }));
    assert.deepEqual(address.address, { street: 'Postfach 1' });
    for (const street of ['Postfachweg 3', 'Hauptstr. 5, Postfach 12 34', 'Pfarrgasse 1']) {
      assert.equal(card({ locations: [{ street, ...point }] }).locations?.[0]?.lat, 51.44, street);
    }
  });

  test('a name that is public stays, and so does the rest of a contact', () => {
    const open = { name: 'Kim Muster', namePublic: true, email: 'kim@example.org' };
    assert.deepEqual(card({ contact: open }).contact, open);
    assert.deepEqual(card({ contact: { ...open, namePublic: false } }).contact, {
      email: 'kim@example.org',
    });
  });

  test('are left out of what is shown, not out of the record', () => {
    const record = offer({ locations: [{ street: 'Weg 1', visibility: 'on-request' }] });
    const before = structuredClone(record);
    toPublicOffer(record);
    assert.deepEqual(record, before);
  });
});

test('what is generated and what is projected follows the published schemas', () => {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const follows = (schema: object, value: unknown) => {
    const validate = ajv.compile(schema);
    assert.ok(validate(value), JSON.stringify(validate.errors));
  };
  fc.assert(
    fc.property(anyOffer, (record) => {
      follows(Offer, record);
      follows(Card, card(record));
      follows(PublicOffer, toPublicOffer(record));
    }),
  );
  follows(PublicProvider, toPublicProvider(provider({ address: { town: 'witten' } })));
});

describe('a long description', () => {
  const anyText = fc
    .array(fc.oneof(fc.lorem({ maxCount: 1 }), fc.string({ unit: 'grapheme', minLength: 1 })), {
      maxLength: 150,
    })
    .map((parts) => parts.join(' ').trim());

  test('is cut to 400 characters, of which none is broken', () => {
    for (const description of ['x'.repeat(999), '😀'.repeat(400), `a${'😀'.repeat(400)}`]) {
      const { excerpt = '' } = card({ description });
      assert.ok(excerpt.length <= 400 && excerpt.length >= 398);
      assert.doesNotMatch(excerpt, /\p{Surrogate}/u);
    }
    fc.assert(
      fc.property(anyText, (description) => {
        const { excerpt = '' } = card({ description });
        if (description.length <= 400) assert.equal(excerpt, description);
        else assert.match(excerpt, /^.{1,399}…$/su);
      }),
    );
  });

  test('is cut between words', () => {
    const { excerpt = '' } = card({ description: 'Wort '.repeat(100) });
    assert.match(excerpt, /^(Wort )+Wort…$/);
  });
});

describe('translations', () => {
  const translations = {
    en: { by: 'person' as const, texts: { title: 'Sewing', description: 'word '.repeat(200) } },
    'uk-Latn': { by: 'machine' as const, texts: { title: 'Shyttia' } },
  };
  const chosen = (lang: string, language?: string) => {
    const fields = { title: 'Nähen', translations, ...(language && { language }) };
    return card(fields, lang).translation;
  };

  test('the asked one comes along, cut as the description is', () => {
    const found = chosen('en');
    assert.deepEqual([found?.language, found?.by, found?.texts.title], ['en', 'person', 'Sewing']);
    assert.ok((found?.texts.excerpt ?? '').length <= 400);
    assert.ok(found && !('description' in found.texts));
  });

  test('a relative of the asked one will do, in either direction', () => {
    assert.equal(chosen('EN-gb')?.language, 'en');
    assert.equal(chosen('uk')?.language, 'uk-Latn');
    assert.equal(chosen('uk-latn')?.language, 'uk-Latn');
  });

  test('none where there is none, or where the offer is written in the asked one', () => {
    assert.equal(chosen('ar'), undefined);
    assert.equal(chosen('de'), undefined);
    assert.equal(chosen('en', 'en'), undefined);
    assert.equal(chosen('en', 'de')?.language, 'en');
  });
});

test('retired terms are shown as what took over from them, once', () => {
  const shown = card({
    topics: ['german-old', 'german', 'sport'],
    serves: ['witten-annen'],
    locations: [{ town: 'witten', district: 'witten-annen' }],
  });
  assert.deepEqual(shown.topics, ['german', 'sport']);
  assert.deepEqual(shown.serves, ['annen']);
  assert.deepEqual(shown.locations, [{ town: 'witten', district: 'annen' }]);
});
