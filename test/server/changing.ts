import assert from 'node:assert/strict';
import type { FileOffer } from '@vielfalt/feed';
import { confirmRecords, decide, propose, takeBack } from '../../server/src/desk/changes.js';
import { importFile } from '../../server/src/importing/import-file.js';
import { undoLastImport } from '../../server/src/importing/undo.js';
import { openStore } from '../../server/src/store/open.js';
import type { AmendableField, FieldValues } from '../../server/src/store/papers.js';
import { directoryFile, NOW, offer, provider } from './fixture.js';

export const KEEPER = 'lee@office.example';
export const DAY = 86_400_000;

/** What the table says of the cost, what a provider says, and a third thing. */
export const OLD = { text: '10 Euro' };
export const NEW = { text: '12 Euro' };
export const THIRD = { text: '15 Euro' };

/** A directory of one offer, `a`, whose clock moves on a day with each deed. */
export async function desk(more: Partial<FileOffer> = {}) {
  const store = await openStore('sqlite::memory:');
  let now = NOW;
  const next = () => (now += DAY);
  const put = async (rows: Partial<FileOffer>[] = [more], options: { dryRun?: boolean } = {}) => {
    const offers = rows.map((row) => offer('a', row));
    const file = directoryFile(offers, { providers: [provider('p'), provider('q')] });
    const imported = await importFile(store, file, {
      ...{ now: next(), allowRetiring: true, ...options },
      file: { name: 'angebote.csv', hash: 'ab12' },
    });
    assert.ok(imported.outcome === 'done');
    return imported.report;
  };
  await put();
  const state = async () => {
    const read = await store.read();
    assert.ok(read);
    return read;
  };
  const published = async () => {
    const [found] = (await state()).offers;
    assert.ok(found);
    return found;
  };
  const { id } = await published();
  const providerOf = async (record: string) =>
    (await state()).providers.find((each) => each.record === record)?.id ?? '';
  const p = await providerOf('p');
  const wish = async (after: FieldValues, given: { before?: FieldValues; note?: string } = {}) => {
    const shown = (await published()) as FieldValues;
    const before = Object.fromEntries(
      Object.keys(after).map((field) => [field, shown[field as AmendableField] ?? null]),
    );
    return propose(store, { ...{ offer: id, provider: p, before, after }, ...given }, next());
  };
  const rule = (proposal: string, field: AmendableField, accepted = true) =>
    decide(store, { proposal, field, accepted, by: KEEPER, now: next() });
  return {
    ...{ store, put, state, published, id, p, providerOf, wish, rule, next },
    /** Wishes and accepts a value. @returns the entry of the history */
    accept: async (after: FieldValues) => {
      const proposed = await wish(after);
      assert.ok(proposed.outcome === 'done');
      const [field] = proposed.waiting;
      assert.ok(field);
      const decided = await rule(proposed.id, field);
      assert.ok(decided.outcome === 'done');
      return decided.entry;
    },
    confirm: (offers = [id], who = p) =>
      confirmRecords(store, { provider: who, offers, now: next() }),
    undo: (options = {}) => undoLastImport(store, { now: next(), ...options }),
    takeBack: (field: AmendableField) => takeBack(store, { offer: id, field, now: next() }),
    takeBackEntry: (entry: number) => takeBack(store, { entry, now: next() }),
    papers: async (kind: 'amendment' | 'imported' | 'overruled') => [
      ...(await store.papers(kind)).keys(),
    ],
  };
}
