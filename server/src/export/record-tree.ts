import { pathOf } from '../validation/fault.js';
import type { PathStep } from './sheet-layout.js';

/** By the path of a list in the record: which of its columns each item came from. */
export type KeptItems = ReadonlyMap<string, readonly number[]>;

/** Shared by nearly all records. */
const NO_GAPS: KeptItems = new Map();

type Branch = Map<PathStep, unknown>;

/**
 * A record that grows cell by cell. Columns of items in between may be empty, since somebody
 * cleared them: the remaining items move up, and their columns are remembered.
 */
export class RecordTree {
  readonly #root: Branch = new Map();

  set(steps: readonly PathStep[], value: unknown): void {
    let at = this.#root;
    for (const step of steps.slice(0, -1)) {
      const next = at.get(step);
      if (next instanceof Map) at = next as Branch;
      else if (next === undefined || isEmptyContainer(next)) {
        const branch: Branch = new Map();
        at.set(step, branch);
        at = branch;
      } else return; // Something that can have no members stands there; it is named as a fault.
    }
    const last = steps.at(-1);
    if (last === undefined || (at.has(last) && isEmptyContainer(value))) return;
    at.set(last, value);
  }

  /** Takes a member out of the record. */
  take(member: string): unknown {
    const value = this.#root.get(member);
    this.#root.delete(member);
    return value;
  }

  get isEmpty(): boolean {
    return this.#root.size === 0;
  }

  toJson(): { value: Record<string, unknown>; kept: KeptItems } {
    const kept = new Map<string, readonly number[]>();
    const value = membersOf(this.#root, [], kept);
    return { value, kept: kept.size > 0 ? kept : NO_GAPS };
  }
}

function isEmptyContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function jsonOf(value: unknown, steps: PathStep[], kept: Map<string, readonly number[]>): unknown {
  if (!(value instanceof Map)) return value;
  const branch = value as Branch;
  return [...branch.keys()].every((step) => typeof step === 'number')
    ? itemsOf(branch, steps, kept)
    : membersOf(branch, steps, kept);
}

function membersOf(branch: Branch, steps: PathStep[], kept: Map<string, readonly number[]>) {
  return Object.fromEntries(
    [...branch].map(([step, value]) => [step, jsonOf(value, [...steps, step], kept)]),
  );
}

function itemsOf(branch: Branch, steps: PathStep[], kept: Map<string, readonly number[]>) {
  const columns = [...branch.keys()].map(Number).sort((a, b) => a - b);
  if (columns.at(-1) !== columns.length - 1) kept.set(pathOf(...steps), columns);
  return columns.map((column, at) => jsonOf(branch.get(column), [...steps, at], kept));
}
