import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Location } from '@vielfalt/feed';
import { at, found } from './check-harness.js';
import { network, offer, provider } from './example.js';

describe('places', () => {
  const wrong: [what: string, location: Location, field: string, said: RegExp][] = [
    [
      'a point far from its town',
      { town: 'witten', lat: 52.52, lng: 13.4 },
      'lat',
      /\d{3} km from Witten/,
    ],
    ['a point far from every place', { lat: 50.94, lng: 6.96 }, 'lat', /from every place/],
    [
      'a point the wrong way round',
      { town: 'witten', lat: 7.34, lng: 51.44 },
      'lat',
      /swapped: write 51\.44, 7\.34/,
    ],
    [
      'a district of another town',
      { town: 'witten', district: 'hattingen' },
      'district',
      /is not part of Witten/,
    ],
    ['a town that the vocabulary has', { locality: 'WITTEN' }, 'locality', /write witten as town/],
  ];
  for (const [what, location, field, said] of wrong) {
    test(`${what} is found`, () => {
      const [first, ...more] = found('wrong-place', { offers: [at({}, location)] });
      assert.equal(first?.field, `locations.2.${field}`);
      assert.match(first.remedy, said);
      assert.equal(more.length, 0);
    });
  }

  test('what is near, online or a provider’s own seat is not', () => {
    const cologne = { lat: 50.94, lng: 6.96 };
    const given = {
      offers: [
        at({ town: 'witten', lat: 51.52, lng: 7.4 }, { locality: 'Bochum', lat: 51.48, lng: 7.22 }),
        offer(2, { locations: [cologne], online: true }),
      ],
      providers: [provider(1, { address: { locality: 'Köln', ...cologne } })],
    };
    assert.deepEqual(found('wrong-place', given), []);
    assert.deepEqual(
      found('elsewhere', given).map(({ field, value }) => [field, value]),
      [
        ['locations.2.locality', 'Bochum'],
        ['address.locality', 'Köln'],
      ],
    );
  });

  test('a postal code of another region among many of a town', () => {
    const codes = ['58452', '58453', '58454', '58455', '58452', '85452'];
    const locations = codes.map((postalCode) => ({ town: 'witten', postalCode }));
    const [odd, ...more] = found('wrong-place', { offers: [at(...locations)] });
    assert.deepEqual([odd?.field, odd?.value], ['locations.6.postalCode', '85452']);
    assert.equal(more.length, 0);
    assert.deepEqual(found('wrong-place', { offers: [at(...locations.slice(2))] }), []);
  });
});

describe('addresses on request', () => {
  const secret = { street: 'Versteckweg 5', town: 'witten', visibility: 'on-request' as const };

  test('that another row tells, with the same street and number in the same town', () => {
    const offers = [
      offer(1, { locations: [{ ...secret, street: 'Versteckstraße 5' }] }),
      offer(2, { locations: [{ street: 'Versteckstr. 5', town: 'witten' }] }),
      offer(3, { locations: [{ street: 'Versteckstr. 7', town: 'witten' }] }),
      offer(4, { locations: [{ street: 'Versteckstr. 5', town: 'hattingen' }] }),
    ];
    const [told, ...more] = found('exposed', { offers });
    assert.deepEqual(
      [told?.record, told?.field, told?.value],
      ['o2', 'locations.1.street', 'Versteckstr. 5'],
    );
    assert.equal(more.length, 0);
  });

  test('that a provider or a text of the same provider tells', () => {
    const offers = [
      offer(1, { locations: [secret] }),
      offer(2, { description: 'Treffpunkt: Versteckweg 5, bitte klingeln.' }),
      offer(3, { translations: { en: { by: 'person', texts: { title: 'At Versteckweg 5' } } } }),
    ];
    const providers = [provider(1, { address: { street: 'Versteckweg 5', town: 'witten' } })];
    assert.deepEqual(
      found('exposed', { offers, providers }).map(({ record, field }) => [record, field]),
      [
        ['p1', 'address.street'],
        ['o2', 'description'],
        ['o3', 'translations.en.texts.title'],
      ],
    );
    assert.deepEqual(found('exposed', { offers: offers.slice(1), providers }), []);
  });

  test('that a text of a network tells, whoever belongs to it', () => {
    const networks = [
      network(1, { aim: 'Wir treffen uns im Versteckweg 5 (Hinterhaus).' }),
      network(2, { schedule: { text: 'Dienstags, Versteckweg 5' } }),
      network(3, { translations: { en: { by: 'person', texts: { aim: 'At Versteckweg 5' } } } }),
      network(4, { members: [{ name: 'Zuflucht, Versteckweg 5' }] }),
      network(5, { aim: 'Wir treffen uns im Versteckweg 7.' }),
    ];
    const offers = [offer(1, { locations: [secret] })];
    assert.deepEqual(
      found('exposed', { offers, networks }).map(({ record, field }) => [record, field]),
      [
        ['n1', 'aim'],
        ['n2', 'schedule.text'],
        ['n3', 'translations.en.texts.aim'],
        ['n4', 'members.1.name'],
      ],
    );
    assert.deepEqual(found('exposed', { networks }), []);
  });
});

test('offers at a post box, where nobody can go', () => {
  const [box, ...more] = found('wrong-place', {
    offers: [at({ street: 'Postfach 12 34', town: 'witten' })],
    providers: [provider(1, { address: { street: 'Postfach 12 34', town: 'witten' } })],
  });
  assert.deepEqual([box?.record, box?.field], ['o1', 'locations.1.street']);
  assert.equal(more.length, 0);
});
