import type { AnyDraft } from './draft.js';
import type { Fault } from '../validation/fault.js';
import { keyOf } from './identify.js';

/** What is wrong with a file, and which of its records that concerns. */
export class FaultList {
  readonly all: Fault[] = [];
  readonly #drafts = new Set<AnyDraft>();
  readonly #keys = new Set<string>();
  #areSkippable = true;

  /** A list of its own with the same in it. */
  copy(): FaultList {
    const copy = new FaultList();
    for (const fault of this.all) copy.all.push(fault);
    for (const draft of this.#drafts) copy.#drafts.add(draft);
    for (const key of this.#keys) copy.#keys.add(key);
    copy.#areSkippable = this.#areSkippable;
    return copy;
  }

  /** A fault of the file as a whole: no record can be left out to be rid of it. */
  add(...faults: Fault[]): void {
    if (faults.length > 0) this.#areSkippable = false;
    this.all.push(...faults);
  }

  /** A fault in a row that makes no record. */
  addRow(source: string, fault: Fault): void {
    if (fault.record !== undefined) this.#keys.add(keyOf({ source, record: fault.record }));
    this.all.push(fault);
  }

  /** @param member the way to it inside the record, like `schedule.times[0].dtstart` */
  addTo(draft: AnyDraft, member: string, what: Pick<Fault, 'value' | 'reason' | 'remedy'>): void {
    this.#drafts.add(draft);
    this.#keys.add(keyOf(draft));
    this.all.push(draft.fault(member, what));
  }

  /** Whether all are in records, so that the others can be taken without these. */
  get areSkippable(): boolean {
    return this.#areSkippable;
  }

  isIn(draft: AnyDraft): boolean {
    return this.#drafts.has(draft);
  }

  /** Whether a fault has kept a record of this key from being read: it may still be true as it was. */
  hidesRecord(key: { source: string; record: string }): boolean {
    return this.#keys.has(keyOf(key));
  }
}
