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

/** What the desk keeps of offers: laid over what the table says, it makes what is published. */
export class Overlay {
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

  /** Looks up what is kept of some offers, before anything is asked of them. */
  async load(ids: readonly string[]): Promise<void> {
    this.#imported = await this.#transaction.papers('imported', ids);
    this.#confirmations = await this.#transaction.papers('confirmation', ids);
  }

  /** The offer as the table has it. */
  importedOf(stored: Offer): Offer {
    return this.#imported.get(stored.id) ?? stored;
  }

  /** The offer as it is published. */
  amended(imported: Offer): Offer {
    const { id } = imported;
    return amend(imported, this.amendmentsOf(id), this.#confirmations.get(id));
  }

  amendmentsOf(offer: string): readonly Amendment[] {
    return this.#amendments.get(offer) ?? [];
  }

  /**
   * Ends the amendments of an offer that the table has settled or overruled.
   * @param on the time of the import (RFC 3339)
   */
  judge(imported: Offer, on: string): Ended[] {
    const { id, source, record, title } = imported;
    const ended: Ended[] = [];
    const kept = this.amendmentsOf(id).filter((amendment) => {
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

  /** Notes how the table has an offer, where it is published otherwise. */
  note(imported: Offer, published: Offer): void {
    const { id } = published;
    if (!isSameRecord(imported, published)) this.#papers.set(id, imported);
    else if (this.#imported.has(id)) this.#papers.set(id, undefined);
  }

  /** Keeps all that was noted. */
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
