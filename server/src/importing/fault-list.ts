import type { AnyDraft } from './draft.js';
import type { Fault } from '../validation/fault.js';
import { recordKey } from './identity.js';

/** The faults of a file, and the records that they concern. */
export class FaultList {
  readonly all: Fault[] = [];
  readonly #drafts = new Set<AnyDraft>();
  readonly #keys = new Set<string>();
  #areSkippable = true;

  /** Returns an independent list with the same faults. */
  copy(): FaultList {
    const copy = new FaultList();
    for (const fault of this.all) copy.all.push(fault);
    for (const draft of this.#drafts) copy.#drafts.add(draft);
    for (const key of this.#keys) copy.#keys.add(key);
    copy.#areSkippable = this.#areSkippable;
    return copy;
  }

  /** Adds faults of the file as a whole, which leaving out a record cannot avoid. */
  add(...faults: Fault[]): void {
    if (faults.length > 0) this.#areSkippable = false;
    this.all.push(...faults);
  }

  /** Adds a fault of a row that makes no record. */
  addRow(source: string, fault: Fault): void {
    if (fault.record !== undefined) this.#keys.add(recordKey({ source, record: fault.record }));
    this.all.push(fault);
  }

  /** @param member the path to it inside the record, like `schedule.times[0].dtstart` */
  addTo(draft: AnyDraft, member: string, what: Pick<Fault, 'value' | 'reason' | 'remedy'>): void {
    this.#drafts.add(draft);
    this.#keys.add(recordKey(draft));
    this.all.push(draft.fault(member, what));
  }

  /**
   * Tells whether all faults are in records, so that the other records can be imported without
   * these.
   */
  get areSkippable(): boolean {
    return this.#areSkippable;
  }

  isIn(draft: AnyDraft): boolean {
    return this.#drafts.has(draft);
  }

  /** Tells whether a fault kept a record of this key from being read: it may still be true as it was. */
  hidesRecord(key: { source: string; record: string }): boolean {
    return this.#keys.has(recordKey(key));
  }
}
