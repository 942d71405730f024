import type { Check, Offer } from '@vielfalt/feed';
import type { Amendment, Overruled } from '../store/papers.js';
import type { Transaction } from '../store/store.js';
import { amend, fieldId, standingOf, valueOf } from './amend.js';
import { IMPORTED, isSameRecord, ordered } from './record-kinds.js';

/** An amendment that an import ended, and the offer that it was about. */
export interface Ended {
  standing: 'settled' | 'overruled';
  source: string;
  record: string;
  title: string;
  amendment: Amendment;
  /** The table's new value. */
  imported: Amendment['before'];
}

/** What is kept beside records: laid over what a file says of them, it makes what is published. */
export interface Layer<Stored> {
  /** Looks up what is kept of some records, before anything is asked of them. */
  load(ids: readonly string[]): Promise<void>;
  /** The record as the file has it. */
  importedOf(stored: Stored): Stored;
  /** The record as it is published. */
  amended(imported: Stored): Stored;
  /**
   * Ends the amendments of a record that the file has settled or overruled.
   * @param on the time of the import (RFC 3339)
   */
  judge(imported: Stored, on: string): Ended[];
  /** Notes how the file has a record, where it is published otherwise. */
  note(imported: Stored, published: Stored): void;
  /** Keeps all that was noted. */
  save(): Promise<void>;
}

/** Beside providers and networks nothing is kept. */
export const BARE = {
  load: async () => undefined,
  importedOf: <Stored>(stored: Stored) => stored,
  amended: <Stored>(imported: Stored) => imported,
  judge: () => [],
  note: () => undefined,
  save: async () => undefined,
};

/** What is kept beside offers: amendments, confirmations, and how the table has them. */
export class Overlay implements Layer<Offer> {
  readonly #transaction: Transaction;
  readonly #amendments = new Map<string, Amendment[]>();
  readonly #gone = new Map<string, undefined>();
  readonly #overruled = new Map<string, Overruled>();
  readonly #papers = new Map<string, Offer | undefined>();
  #imported = new Map<string, Offer>();
  #confirmations = new Map<string, Check>();

  private constructor(transaction: Transaction, amendments: Iterable<Amendment>) {
    this.#transaction = transaction;
    for (const amendment of amendments) {
      const { offer } = amendment;
      this.#amendments.set(offer, [...(this.#amendments.get(offer) ?? []), amendment]);
    }
  }

  static async open(transaction: Transaction): Promise<Overlay> {
    return new Overlay(transaction, (await transaction.papers('amendment')).values());
  }

  async load(ids: readonly string[]): Promise<void> {
    this.#imported = await this.#transaction.papers('imported', ids);
    this.#confirmations = await this.#transaction.papers('confirmation', ids);
  }

  importedOf(stored: Offer): Offer {
    return this.#imported.get(stored.id) ?? stored;
  }

  amended(imported: Offer): Offer {
    const { id } = imported;
    return amend(imported, this.#amendments.get(id) ?? [], this.#confirmations.get(id));
  }

  /** The number of amendments that say nothing of what the table says. */
  asleep(imported: Offer): number {
    const amendments = this.#amendments.get(imported.id) ?? [];
    return amendments.filter((each) => standingOf(imported, each) !== 'stands').length;
  }

  judge(imported: Offer, on: string): Ended[] {
    const { id, source, record, title } = imported;
    const ended: Ended[] = [];
    const kept = (this.#amendments.get(id) ?? []).filter((amendment) => {
      const standing = standingOf(imported, amendment);
      if (standing === 'stands' || standing === 'asleep') return true;
      const said = valueOf(imported, amendment.field);
      ended.push({ standing, source, record, title, amendment, imported: said });
      const paper = fieldId(id, amendment.field);
      this.#gone.set(paper, undefined);
      if (standing === 'overruled') {
        this.#overruled.set(paper, { ...amendment, imported: said, on });
      }
      return false;
    });
    this.#amendments.set(id, kept);
    return ended;
  }

  note(imported: Offer, published: Offer): void {
    const { id } = published;
    if (!isSameRecord(imported, published)) this.#papers.set(id, imported);
    else if (this.#imported.has(id)) this.#papers.set(id, undefined);
  }

  async save(): Promise<void> {
    await this.#transaction.putPapers('imported', this.#papers);
    await this.#transaction.putPapers('amendment', this.#gone);
    await this.#transaction.putPapers('overruled', this.#overruled);
    for (const noted of [this.#papers, this.#gone, this.#overruled]) noted.clear();
  }
}

/**
 * Publishes offers anew, after what is kept of them has changed.
 * @param now RFC 3339: the moment of change of those that it changes
 * @returns them all, as they are published
 */
export async function republish(
  transaction: Transaction,
  overlay: Overlay,
  stored: readonly Offer[],
  now: string,
): Promise<Offer[]> {
  await overlay.load(stored.map(({ id }) => id));
  const offers = stored.map((old) => {
    const imported = overlay.importedOf(old);
    const next = overlay.amended(imported);
    const offer = isSameRecord(next, old)
      ? old
      : ordered(IMPORTED.offer, { ...next, changed: now });
    overlay.note(imported, offer);
    return offer;
  });
  await transaction.put({ offers });
  await overlay.save();
  return offers;
}
