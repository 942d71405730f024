import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { FileOffer, Offer } from '@vielfalt/feed';
import { confirmRecords, decide, propose, takeBack } from '../../server/src/desk/changes.js';
import { recordId } from '../../server/src/importing/identity.js';
import { importFile } from '../../server/src/importing/import-file.js';
import { undoLastImport } from '../../server/src/importing/undo.js';
import type { FieldValue, FieldValues } from '../../server/src/store/papers.js';
import type { Store } from '../../server/src/store/store.js';
import { ChangesModel, MODEL_FIELDS } from './changes-model.js';
import type { ModelField, ModelValue, Row } from './changes-model.js';
import { directoryFile, NOW, offer } from './fixture.js';

const KEYS = ['a', 'b'] as const;
const DAY = 86_400_000;

/** What may happen to a directory, one after the other. */
type Step =
  | { do: 'import'; rows: Record<string, Row | null> }
  /** The table as it was before, twice. */
  | { do: 'import again' }
  | { do: 'undo' }
  | { do: 'confirm'; keys: string[] }
  | { do: 'propose' | 'accept'; key: string; field: ModelField; after: ModelValue }
  | { do: 'decide'; which: number; accepted: boolean }
  | { do: 'take back'; key: string; field: ModelField };

const value = fc.constantFrom<ModelValue>(null, 'old', 'new', 'third');
const row: fc.Arbitrary<Row> = fc.record(
  {
    cost: value,
    description: value,
    checked: fc.constantFrom<string | null>(null, '2026-09-10', '2026-09-20'),
  },
  { noNullPrototype: true },
);
// Most happens to one field of one offer, so that things get into each other's way.
const key = fc.constantFrom<string>(...KEYS, 'a', 'a');
const field = fc.constantFrom<ModelField>(...MODEL_FIELDS, 'cost', 'cost');
const rows = fc.record({ a: fc.option(row, { freq: 5 }), b: fc.option(row, { freq: 5 }) });
const wish = { key, field, after: value };
const constant = <Value>(value: Value) => fc.constant(value);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: constant('import' as const), rows }) },
  { weight: 2, arbitrary: fc.record({ do: constant('import again' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: constant('undo' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: constant('confirm' as const), keys: fc.subarray([...KEYS]) }),
  },
  { weight: 4, arbitrary: fc.record({ do: constant('accept' as const), ...wish }) },
  { weight: 1, arbitrary: fc.record({ do: constant('propose' as const), ...wish }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: constant('decide' as const),
      ...{ which: fc.nat(9), accepted: fc.boolean() },
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: constant('take back' as const), key, field }) },
);

/** The provider, which every table has: as far as imports go, a record like others. */
const PROVIDER = 'p';
const NOTHING: Row = { cost: null, description: null, checked: null };

const idOf = (record: string) => recordId('offer', 'office', record);
const provider = recordId('provider', 'office', PROVIDER);

function fieldValue(name: ModelField, text: ModelValue): FieldValue {
  return name === 'cost' && text !== null ? { text } : text;
}

function textOf(value: FieldValue | undefined): ModelValue {
  return typeof value === 'object' && value !== null && 'text' in value
    ? (value.text as string)
    : ((value as string | null | undefined) ?? null);
}

function fileOffer(record: string, { cost, description, checked }: Row): FileOffer {
  return offer(record, {
    ...(cost !== null && { cost: { text: cost } }),
    ...(description !== null && { description }),
    ...(checked !== null && { checked: { on: checked, by: 'Büro' } }),
  });
}

function rowOf({ cost, description, checked }: Offer): Row {
  return {
    cost: textOf(cost),
    description: textOf(description),
    checked: checked?.on ?? null,
  };
}

/** A directory and the model of it, to which the same happens. */
class Pair {
  readonly model = new ChangesModel();
  readonly #store: Store;
  readonly #proposals: string[] = [];
  #rows = new Map<string, Row>();
  #now = NOW;

  constructor(store: Store) {
    this.#store = store;
  }

  async take(given: Step): Promise<void> {
    this.#now += DAY;
    switch (given.do) {
      case 'import':
        this.#rows = new Map(
          Object.entries(given.rows).flatMap(([name, each]) => (each ? [[name, each]] : [])),
        );
        return this.#import();
      case 'import again': {
        const rows = [...this.model.offers].flatMap(([name, { row: said }]) =>
          said && name !== PROVIDER ? [[name, said] as const] : [],
        );
        this.#rows = new Map(rows);
        await this.#import();
        const revision = await this.#store.revision();
        await this.#import();
        assert.equal(await this.#store.revision(), revision);
        return;
      }
      case 'undo': {
        const { outcome } = await undoLastImport(this.#store, { now: this.#now });
        assert.equal(outcome, this.model.undo());
        return;
      }
      case 'confirm': {
        const offers = given.keys.map(idOf);
        const done = await confirmRecords(this.#store, { provider, offers, now: this.#now });
        assert.deepEqual(
          done.confirmed.sort(),
          this.model.confirm(given.keys, done.on).map(idOf).sort(),
        );
        return;
      }
      case 'propose':
        return this.#propose(given.key, given.field, given.after);
      case 'accept':
        await this.#propose(given.key, given.field, given.after);
        return this.#decide(this.#proposals.length - 1, true);
      case 'decide':
        return this.#decide(this.#proposals.length - 1 - given.which, given.accepted);
      case 'take back': {
        const of = { offer: idOf(given.key), field: given.field };
        const { outcome } = await takeBack(this.#store, { ...of, now: this.#now });
        assert.equal(outcome, this.model.takeBack(given.key, given.field));
      }
    }
  }

  async #import(): Promise<void> {
    const offers = [...this.#rows].map(([record, each]) => fileOffer(record, each));
    const options = { now: this.#now, allowRetiring: true };
    const { outcome } = await importFile(this.#store, directoryFile(offers), options);
    assert.equal(outcome, 'done');
    this.model.import(new Map([...this.#rows, [PROVIDER, NOTHING]]));
  }

  async #propose(record: string, name: ModelField, after: ModelValue): Promise<void> {
    const shown = this.model.published(record);
    const values = (text: ModelValue): FieldValues => ({ [name]: fieldValue(name, text) });
    const wished = {
      ...{ offer: idOf(record), provider },
      ...{ before: values(shown?.[name] ?? null), after: values(after) },
    };
    const proposed = await propose(this.#store, wished, this.#now);
    assert.equal(proposed.outcome, this.model.propose(record, name, after));
    if (proposed.outcome === 'done') this.#proposals.push(proposed.id);
  }

  async #decide(index: number, accepted: boolean): Promise<void> {
    const [id, proposal] = [this.#proposals[index], this.model.proposals[index]];
    if (id === undefined || !proposal) return;
    const decision = { proposal: id, field: proposal.field, accepted, by: 'lee@office.example' };
    const { outcome } = await decide(this.#store, { ...decision, now: this.#now });
    assert.equal(outcome, this.model.decide(proposal, accepted));
  }

  /** Holds the directory to the model. */
  async compare(): Promise<void> {
    const stored = (await this.#store.read())?.offers ?? [];
    const imported = await this.#store.papers('imported');
    for (const each of stored) {
      const { id, record, status } = each;
      const expected = this.model.published(record);
      assert.deepEqual(status === 'retired' ? undefined : rowOf(each), expected);
      assert.deepEqual(
        expected && rowOf(imported.get(id) ?? each),
        this.model.offers.get(record)?.row,
      );
    }
    const changes = [...this.model.offers].flatMap(([record, known]) =>
      [...known.changes].map(([name, { before, after }]) => [record, name, before, after]),
    );
    const amendments = [...(await this.#store.papers('amendment')).values()].map((paper) => [
      stored.find(({ id }) => id === paper.offer)?.record,
      ...[paper.field, textOf(paper.before), textOf(paper.after)],
    ]);
    assert.deepEqual(amendments.sort(), changes.sort());
    const told = [...(await this.#store.papers('overruled')).values()].map((paper) => [
      stored.find(({ id }) => id === paper.offer)?.record,
      ...[paper.field, textOf(paper.imported)],
    ]);
    const toTell = [...this.model.offers].flatMap(([record, { overruled }]) =>
      [...overruled].map(([name, said]) => [record, name, said]),
    );
    assert.deepEqual(told.sort(), toTell.sort());
  }
}

/**
 * What changes, confirmations, imports and what is taken back must come to with every engine, whatever
 * their order.
 * @param open opens an empty store
 * @param numRuns how many orders are tried
 * @param skip why this machine cannot run it, or nothing
 */
export function changesContract(
  name: string,
  open: () => Promise<Store>,
  { numRuns, skip }: { numRuns: number; skip?: string | undefined },
): void {
  describe(`changes and the table: ${name}`, { skip: skip ?? false }, () => {
    test('in any order end as the rules say, and no confirmation is lost', async () => {
      const steps = fc.array(step, { maxLength: 12, size: 'max' });
      await fc.assert(
        fc.asyncProperty(rows, steps, async (first, others) => {
          const store = await open();
          try {
            const pair = new Pair(store);
            for (const each of [{ do: 'import' as const, rows: first }, ...others]) {
              await pair.take(each);
            }
            await pair.compare();
          } finally {
            await store.close();
          }
        }),
        { numRuns },
      );
    });
  });
}
