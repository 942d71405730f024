import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  createTraits,
  hasEnded,
  type Answer,
  type Lock,
  type Offer,
  type Request,
} from '@vielfalt/feed';
import { entriesOf } from '../../server/src/answers/axes.js';
import { countAcross } from '../../server/src/answers/cross-counts.js';
import { atOnce } from '../../server/src/slices.js';
import { ProviderHeads } from '../../server/src/columns/provider-heads.js';
import { OfferColumns } from '../../server/src/columns/columns.js';
import { dayColumns } from '../../server/src/columns/day.js';
import { keepBits } from '../../server/src/columns/bits.js';
import { offersFitting } from '../../server/src/columns/filter.js';
import { countChecks } from '../../server/src/insight/checks.js';
import { countTable, TABLES, type TableName } from '../../server/src/insight/count.js';
import { ALL, EVERYONE_ENTRY, type InsightSource } from '../../server/src/insight/entries.js';
import { findGaps } from '../../server/src/insight/gaps.js';
import { anyLock, anyOffers } from '../feed/arbitraries.js';
import {
  answererOf,
  cards,
  offer,
  PROVIDERS,
  TERMS,
  TODAY,
  TREE,
  VOCABULARY,
} from '../feed/fixtures.js';

/** Offers as insight asks about them, and as the feed answers for them. */
interface Asked extends InsightSource {
  answer: (request: Request) => Answer;
}

function askedOf(offers: Offer[]): Asked {
  const shown = cards(offers);
  const source = {
    traits: createTraits(TREE),
    tree: TREE,
    providers: ProviderHeads.of(Object.values(PROVIDERS)),
  };
  const all = atOnce(OfferColumns.of(shown, { ...source, terms: TERMS }));
  const calendar = undefined;
  const day = atOnce(dayColumns(TODAY, shown, { offers: all, filters: source, calendar }));
  return {
    terms: TERMS,
    answer: answererOf(shown),
    answers: {
      async crossCounts(axes, { query, lock }) {
        const left = offersFitting(query, day);
        keepBits(left, offersFitting(lock, day));
        const entries = axes.map((axis) => entriesOf(axis, day, { terms: TERMS, query }));
        return atOnce(countAcross(left, entries));
      },
    },
  };
}

const names = Object.keys(TABLES) as TableName[];

/** The number in a table's cell, by the ids of its row and column. */
async function read(name: TableName, asked: Asked, query: Lock, row: string, column: string) {
  const table = await countTable(name, asked, { query, lock: {} });
  const index = (entries: { id: string }[], id: string) => {
    const found = entries.findIndex((each) => each.id === id);
    assert.notEqual(found, -1, `there is no "${id}"`);
    return found;
  };
  return table.cells[index(table.rows, row)]?.[index(table.columns, column)];
}

describe('the tables', () => {
  it('hold as many offers as the feed finds behind each number, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyOffers,
        anyLock,
        anyLock,
        fc.constantFrom(...names),
        async (offers, query, lock, name) => {
          const source = askedOf(offers);
          const { rows, columns, cells } = await countTable(name, source, { query, lock });
          rows.forEach((row, at) =>
            columns.forEach((column, across) => {
              if (!row.ask || !column.ask) return;
              const asked = { ...query, ...row.ask, ...column.ask };
              const { total } = source.answer({ query: asked, lock });
              const { count = -1, everyone = -1 } = cells[at]?.[across] ?? {};
              // A table of audiences has a row or column of those for everyone; links show them too.
              const apart = TABLES[name].rows === 'audience' ? row : column;
              const besides = apart.ask?.audience ? everyoneOf(source, asked, lock) : 0;
              assert.equal(count + everyone + besides, total, `${name}: ${row.id} × ${column.id}`);
            }),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('agree with a plain count over the records', async () => {
    const replaced = (id: string, list: 'topic' | 'place') =>
      VOCABULARY[list].find((term) => term.id === id)?.replacedBy ?? id;
    const isIn = (list: 'topic' | 'place', id: string, wanted: string): boolean => {
      const now = replaced(id, list);
      const parent = VOCABULARY[list].find((term) => term.id === now)?.parent;
      return now === wanted || (parent !== undefined && isIn(list, parent, wanted));
    };
    const happensIn = (each: Offer, town: string) =>
      (each.locations ?? []).some((location) =>
        [location.town, location.district].some((id) => id && isIn('place', id, town)),
      ) ||
      (each.serves ?? []).some(
        (id) => isIn('place', id, town) || isIn('place', town, replaced(id, 'place')),
      );
    await fc.assert(
      fc.asyncProperty(anyOffers, async (offers) => {
        const source = askedOf(offers);
        const shown = offers.filter((each) => !hasEnded(each, TODAY));
        for (const town of ['witten', 'hattingen', 'elsewhere']) {
          for (const topic of ['learning', 'german', 'literacy', 'sport']) {
            const expected = shown.filter(
              (each) =>
                happensIn(each, town) && (each.topics ?? []).some((id) => isIn('topic', id, topic)),
            ).length;
            assert.deepEqual(await read('topics', source, {}, topic, town), {
              count: expected,
              everyone: 0,
            });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep what is for everyone apart from what names the audience', async () => {
    const source = askedOf([
      offer({ topics: ['sport'], locations: [{ town: 'witten' }], audiences: ['parents'] }),
      offer({ topics: ['sport'], locations: [{ town: 'witten' }] }),
      offer({ topics: ['sport'], locations: [{ town: 'hattingen' }] }),
    ]);
    const families = { audience: ['families'] };
    assert.deepEqual(await read('topics', source, families, 'sport', 'witten'), {
      count: 1,
      everyone: 1,
    });
    assert.deepEqual(await read('topics', source, families, 'sport', 'hattingen'), {
      count: 0,
      everyone: 1,
    });
    assert.deepEqual(await read('audiences', source, {}, 'families', 'witten'), {
      count: 1,
      everyone: 0,
    });
    assert.equal((await read('audiences', source, {}, EVERYONE_ENTRY.id, 'witten'))?.count, 1);
    assert.equal((await read('audiences', source, {}, ALL.id, ALL.id))?.count, 3);
  });

  it('show of an axis only what the filter names and what lies below it', async () => {
    const source = askedOf([]);
    const ids = async (name: TableName, query: Lock) => {
      const { rows, columns } = await countTable(name, source, { query, lock: {} });
      return [rows, columns].map((entries) =>
        entries
          .map(({ id }) => id)
          .join(' ')
          .trim(),
      );
    };
    assert.deepEqual(await ids('topics', {}), [
      'learning german literacy sport',
      'witten hattingen elsewhere',
    ]);
    assert.deepEqual(await ids('topics', { topic: ['german-old'], place: ['witten'] }), [
      'german literacy',
      'witten annen',
    ]);
    assert.deepEqual(await ids('times', { day: ['mo'], time: ['evening'], place: ['county'] }), [
      'mo mo-evening',
      'witten hattingen',
    ]);
  });

  it('count how old the checks are', async () => {
    const on = (date: string) => offer({ checked: { on: date } });
    const offers = [
      on('2026-09-01'),
      on('2026-01-10'),
      on('2025-01-10'),
      on('2024-09-06'),
      offer(),
    ];
    const [all] = await countChecks(askedOf(offers), [], { query: {}, lock: {} });
    assert.deepEqual(all?.counts, [1, 1, 1, 1, 1]);
  });
});

/** Offers that the feed gives for an audience because they name none. */
function everyoneOf({ answer }: Asked, query: Lock, lock: Lock): number {
  const all = { query: { ...query, limit: 1000 }, lock };
  return answer(all).offers.filter(({ audiences }) => !audiences?.length).length;
}

describe('what is missing', () => {
  const many = (count: number, town: string, fields: Partial<Offer> = {}) =>
    Array.from({ length: count }, () => offer({ locations: [{ town }], ...fields }));
  const sport = { topics: ['sport'] };
  const gapsOf = async (offers: Offer[]) =>
    (await findGaps(askedOf(offers))).gaps.map(({ town, parts }) => ({ town, ...parts }));

  it('is what the other towns have, and this one should have by its size', async () => {
    const others = [...many(6, 'witten', sport), ...many(6, 'elsewhere', sport)];
    const gaps = await gapsOf([...others, ...many(4, 'hattingen', { topics: ['german'] })]);
    assert.deepEqual(gaps[0], {
      town: 'hattingen',
      topic: 'sport',
    });
  });

  it('is nothing in a town without offers, nor what few others have', async () => {
    assert.deepEqual(
      await gapsOf([...many(6, 'witten', sport), ...many(6, 'elsewhere', sport)]),
      [],
    );
    assert.deepEqual(await gapsOf([...many(6, 'witten', sport), ...many(6, 'hattingen')]), []);
  });

  it('is nothing that comes to the town from elsewhere', async () => {
    const gaps = await gapsOf([
      ...many(6, 'witten', sport),
      ...many(6, 'elsewhere', sport),
      ...many(4, 'hattingen', { topics: ['german'] }),
      offer({ ...sport, serves: ['county'] }),
    ]);
    assert.ok(!gaps.some(({ town, topic }) => town === 'hattingen' && topic === 'sport'));
  });

  it('names a topic for one audience only where the topic and the audience are there', async () => {
    const families = { ...sport, audiences: ['refugees'] };
    const elsewhere = [...many(6, 'witten', families), ...many(6, 'elsewhere', families)];
    const there = [
      ...many(3, 'hattingen', sport),
      ...many(3, 'hattingen', { audiences: ['refugees'] }),
    ];
    assert.deepEqual(await gapsOf([...elsewhere, ...there]), [
      { town: 'hattingen', topic: 'sport', audience: 'refugees' },
    ]);
    const { gaps } = await findGaps(askedOf([...elsewhere, ...there]));
    assert.equal(gaps[0]?.everyone, 3);
    assert.equal(gaps[0]?.others, 2);
    assert.equal((await gapsOf([...elsewhere, ...many(6, 'hattingen')])).length, 2);
  });
});
