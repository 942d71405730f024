import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  networkKey,
  networkMembers,
  readOwnNetworks,
  words,
  type Network,
  type Provider,
} from '@vielfalt/feed';
import { network, provider, uuid } from './fixtures.js';

const compare = (one: string, other: string) => one.localeCompare(other, 'de');

const club = provider({ id: uuid(1), name: 'Sportverein Grün-Weiß e.V.' });
const school = provider({ id: uuid(2), name: 'Schule am Bach, Witten' });
const advice = provider({ id: uuid(3), name: 'Beratung Ankommen' });

/** The members of the one network, as names and ids of providers. */
function members(fields: Partial<Network>, providers: Provider[] = [club, school, advice]) {
  const one = network({ id: uuid(9), name: 'Runder Tisch', ...fields });
  return networkMembers([one], providers, compare).of(one.id);
}

describe('who belongs to a network', () => {
  test('the coordinator comes first, then the others as they are written', () => {
    assert.deepEqual(
      members({
        coordinator: { name: 'Büro für Vielfalt' },
        members: [{ name: 'Kita Sonne' }, { provider: school.id }, { name: 'Büro für Vielfalt' }],
      }),
      [
        { name: 'Büro für Vielfalt', coordinates: true },
        { name: 'Kita Sonne' },
        { provider: school.id },
      ],
    );
  });

  test('a name that is a provider’s is that provider, however it is spelt', () => {
    assert.deepEqual(members({ members: [{ name: 'sportverein gruen-weiss e. V.' }] }), [
      { provider: club.id },
    ]);
    assert.deepEqual(members({ coordinator: { name: 'SCHULE AM BACH (Witten)' } }), [
      { provider: school.id, coordinates: true },
    ]);
  });

  test('nobody is there twice, and the web address of one is not lost', () => {
    assert.deepEqual(
      members({
        coordinator: { provider: club.id },
        members: [
          { name: club.name },
          { name: 'Kita Sonne' },
          { name: 'KITA SONNE', web: 'https://kita.example.org' },
          { provider: club.id },
        ],
      }),
      [
        { provider: club.id, coordinates: true },
        { name: 'Kita Sonne', web: 'https://kita.example.org' },
      ],
    );
  });

  test('providers that name it come last, by name; other texts mean nothing', () => {
    const naming = [
      { ...school, networks: ['runder tisch'] },
      { ...club, networks: ['Runder Tisch Sport'] },
      { ...advice, networks: ['Stadtsportbund', 'Runder Tisch'] },
    ];
    assert.deepEqual(members({ members: [{ name: 'Kita Sonne' }] }, naming), [
      { name: 'Kita Sonne' },
      { provider: advice.id },
      { provider: school.id },
    ]);
  });

  test('providers name it in odd spellings, beside others, in one text', () => {
    const is = (...texts: string[]) =>
      members({ name: 'Netzwerk Ankommen' }, [{ ...club, networks: texts }]).length === 1;
    for (const text of [
      ...['netzwerk ankommen', 'NETZWERK ANKOMMEN', 'Netzwerk „Ankommen“', '"Netzwerk-Ankommen"'],
      ...['Netzwerk Ankommen e. V.', 'Netzwerk Ankommen e.V.', 'Netzwerk Ankommen, e. V.'],
      ...['AK Sport, Netzwerk Ankommen', 'Netzwerk Ankommen; AK Sport', 'AK\nNetzwerk Ankommen'],
      ...['AK Sport und Netzwerk Ankommen', 'Netzwerk Ankommen, Bündnis A, B und C'],
    ]) {
      assert.ok(is(text), text);
    }
    for (const text of [
      'Ankommen',
      'Netzwerk',
      'Netzwerk Ankommen Süd',
      'Netzwerk, Ankommen Süd',
    ]) {
      assert.ok(!is(text), text);
    }
    const legal = { name: 'Netzwerk Ankommen e. V.' };
    assert.equal(members(legal, [{ ...club, networks: ['Netzwerk Ankommen'] }]).length, 1);
  });

  test('a name that holds commas is one, before any of its parts', () => {
    const whole = network({ id: uuid(8), name: 'Netzwerk Arbeit, Bildung und Familie' });
    const part = network({ id: uuid(9), name: 'Familie' });
    const naming = { ...club, networks: ['netzwerk arbeit, bildung und familie, Sport'] };
    const found = networkMembers([whole, part], [naming], compare);
    assert.deepEqual(found.networksOf(club.id), [whole.id]);
  });

  test('a provider that is retired or unknown is no member; its name stays one', () => {
    const retired = { ...club, status: 'retired' as const, networks: ['Runder Tisch'] };
    const written = [{ provider: club.id }, { provider: uuid(77) }, { name: club.name }];
    assert.deepEqual(members({ members: written }, [retired]), [{ name: club.name }]);
  });

  test('of several with one name, the one of the same source is meant, else none', () => {
    const town = provider({ id: uuid(4), name: 'Jugendhaus', source: 'town' });
    const county = provider({ id: uuid(5), name: 'Jugendhaus', source: 'county' });
    const written = { members: [{ name: 'Jugendhaus' }] };
    assert.deepEqual(members({ ...written, source: 'county' }, [town, county]), [
      { provider: county.id },
    ]);
    assert.deepEqual(members({ ...written, source: 'other' }, [town, county]), [
      { name: 'Jugendhaus' },
    ]);
  });
});

describe('an organisation’s own words for its networks', () => {
  const find = (name: string) =>
    ['ak sport', 'runder tisch', 'a b und c'].find((key) => key === networkKey(name));

  test('are read apart from what names none, which stays as it is written', () => {
    const read = (text: string) => readOwnNetworks(text, find);
    assert.deepEqual(read('AK Sport'), { found: ['ak sport'], others: [] });
    assert.deepEqual(read('Stadtsportbund, Bündnis X, Y und Z'), {
      ...{ found: [], others: ['Stadtsportbund, Bündnis X, Y und Z'] },
    });
    assert.deepEqual(read('Bund; AK Sport, Kreis , e. V. und Runder Tisch, AK Sport; Rest.'), {
      found: ['ak sport', 'runder tisch'],
      others: ['Bund', 'Kreis , e. V.', 'Rest.'],
    });
    assert.deepEqual(read('A, B und C'), { found: ['a b und c'], others: [] });
    assert.deepEqual(read(' , '), { found: [], others: [','] });
  });

  test('may be any text, of which nothing is lost', () => {
    const part = fc.oneof(
      fc.constantFrom('AK Sport', 'Runder Tisch', 'Bund', 'e. V.'),
      fc.string(),
    );
    const between = fc.constantFrom(', ', ';', ' und ', '\n', ' & ');
    fc.assert(
      fc.property(fc.array(part), between, (all, separator) => {
        const text = all.join(separator);
        const { found, others } = readOwnNetworks(text, find);
        const said = new Set(words([...found, ...others].join(' ')));
        const ignored = new Set(['und', 'sowie', 'and', 'e', 'v']);
        const lost = words(text).filter((word) => !said.has(word) && !ignored.has(word));
        assert.deepEqual(lost, []);
      }),
    );
  });
});

describe('the networks of a provider', () => {
  test('are those it is a member of; a retired network has no members', () => {
    const table = network({ id: uuid(8), name: 'Runder Tisch', members: [{ provider: club.id }] });
    const group = network({ id: uuid(9), name: 'AG Sport' });
    const old = network({ id: uuid(10), name: 'Alt', members: table.members, status: 'retired' });
    const naming = { ...club, networks: ['AG Sport', 'Stadtsportbund'] };
    const found = networkMembers([table, group, old], [naming], compare);
    assert.deepEqual(found.networksOf(club.id), [table.id, group.id]);
    assert.deepEqual(found.networksOf(school.id), []);
    assert.deepEqual(found.of(old.id), []);
    assert.equal(found.named('ag sport', 'office'), group.id);
    assert.equal(found.named('Stadtsportbund', 'office'), undefined);
    assert.equal(found.named('!', 'office'), undefined);
  });
});
