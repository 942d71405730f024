import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { networkMembers, type Network, type Provider } from '@vielfalt/feed';
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
