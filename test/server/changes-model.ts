/** The fields that the model knows, and the values that they may have; `null`: none. */
export const MODEL_FIELDS = ['cost', 'description'] as const;
export type ModelField = (typeof MODEL_FIELDS)[number];
export type ModelValue = string | null;

/** What a table says of an offer. */
export interface Row {
  cost: ModelValue;
  description: ModelValue;
  /** The day of its check. */
  checked: string | null;
}

interface Change {
  before: ModelValue;
  after: ModelValue;
}

/** An offer as the rules have it. */
interface ModelOffer {
  /** `undefined`: retired. */
  row: Row | undefined;
  confirmed: string | undefined;
  changes: Map<ModelField, Change>;
  /** What the office was told, by field. */
  overruled: Map<ModelField, ModelValue>;
}

/** An entry of the history. */
type Entry =
  | { kind: 'import'; id: number; undone: boolean; before: Map<string, Replaced> }
  | { kind: 'undo'; id: number }
  | {
      kind: 'change';
      id: number;
      undone: boolean;
      key: string;
      field: ModelField;
      former: Change | undefined;
    }
  | { kind: 'taken back'; id: number };

/** What an import replaced of an offer. */
interface Replaced {
  /** `undefined`: it was not there, or retired. */
  row: Row | undefined;
  ended: Map<ModelField, Change>;
  told: Map<ModelField, ModelValue | undefined>;
}

export interface ModelProposal {
  key: string;
  field: ModelField;
  before: ModelValue;
  after: ModelValue;
  decided: boolean;
}

/** The number of imports, and of what was taken back of them, that can be taken back. */
const KEPT = 10;

/** How changes and the table agree, by the rules of docs/data.md and nothing else. */
export class ChangesModel {
  readonly offers = new Map<string, ModelOffer>();
  readonly proposals: ModelProposal[] = [];
  readonly #entries: Entry[] = [];

  import(rows: ReadonlyMap<string, Row>): void {
    const before = new Map<string, Replaced>();
    for (const key of new Set([...this.offers.keys(), ...rows.keys()])) {
      const known = this.offers.get(key);
      const offer: ModelOffer = known ?? {
        ...{ row: undefined, confirmed: undefined },
        changes: new Map<ModelField, Change>(),
        overruled: new Map<ModelField, ModelValue>(),
      };
      this.offers.set(key, offer);
      const row = rows.get(key);
      const replaced: Replaced = { row: offer.row, ended: new Map(), told: new Map() };
      for (const [field, change] of row ? [...offer.changes] : []) {
        if (row?.[field] === change.before) continue;
        replaced.ended.set(field, change);
        offer.changes.delete(field);
        if (row?.[field] === change.after) continue;
        replaced.told.set(field, offer.overruled.get(field));
        offer.overruled.set(field, row?.[field] ?? null);
      }
      const isSame = known !== undefined && JSON.stringify(row) === JSON.stringify(offer.row);
      if (!isSame || replaced.ended.size > 0) before.set(key, replaced);
      offer.row = row;
    }
    this.#entries.push({ kind: 'import', id: this.#next, undone: false, before });
  }

  undo(): 'done' | 'nothing' | 'forgotten' {
    const entry = this.#entries.findLast(
      (each) => each.kind === 'import' && !each.undone && each.before.size > 0,
    );
    if (entry?.kind !== 'import') return 'nothing';
    const counted = this.#entries.filter(({ kind }) => kind === 'import' || kind === 'undo');
    if (counted.indexOf(entry) < counted.length - KEPT) return 'forgotten';
    for (const [key, { row, ended, told }] of entry.before) {
      const offer = this.#offer(key);
      offer.row = row;
      for (const [field, change] of ended) {
        if (!offer.changes.has(field)) offer.changes.set(field, change);
      }
      for (const [field, value] of told) {
        if (value === undefined) offer.overruled.delete(field);
        else offer.overruled.set(field, value);
      }
    }
    entry.undone = true;
    this.#entries.push({ kind: 'undo', id: this.#next });
    return 'done';
  }

  confirm(keys: readonly string[], day: string): string[] {
    const live = keys.filter((key) => this.offers.get(key)?.row);
    for (const key of live) this.#offer(key).confirmed = day;
    return live;
  }

  propose(
    key: string,
    field: ModelField,
    after: ModelValue,
  ): 'done' | 'unchanged' | 'withdrawn' | 'gone' {
    const published = this.published(key);
    if (!published) return 'gone';
    const before = published[field];
    const waiting = this.proposals.filter(
      (other) => other.key === key && other.field === field && !other.decided,
    );
    for (const other of waiting) other.decided = true;
    if (before === after) return waiting.length > 0 ? 'withdrawn' : 'unchanged';
    this.proposals.push({ key, field, before, after, decided: false });
    return 'done';
  }

  decide(
    proposal: ModelProposal,
    accepted: boolean,
  ): 'done' | 'decided-before' | 'changed-since' | 'gone' {
    if (proposal.decided) return 'decided-before';
    const { key, field, before, after } = proposal;
    const published = this.published(key);
    if (accepted && !published) return 'gone';
    const says = published?.[field];
    if (accepted && says !== before && says !== after) return 'changed-since';
    proposal.decided = true;
    if (!accepted || says === after) return 'done';
    const { changes, row } = this.#offer(key);
    const former = changes.get(field);
    const said = row?.[field] ?? null;
    if (said === after) changes.delete(field);
    else changes.set(field, { before: said, after });
    this.#entries.push({ kind: 'change', id: this.#next, undone: false, key, field, former });
    return 'done';
  }

  takeBack(key: string, field: ModelField): 'done' | 'gone' {
    const offer = this.offers.get(key);
    const entry = this.#entries.findLast(
      (each) => each.kind === 'change' && !each.undone && each.key === key && each.field === field,
    );
    if (entry?.kind !== 'change' || !offer?.changes.has(field)) return 'gone';
    const { former } = entry;
    const isThere = former && (!offer.row || offer.row[field] === former.before);
    if (isThere) offer.changes.set(field, former);
    else offer.changes.delete(field);
    entry.undone = true;
    this.#entries.push({ kind: 'taken back', id: this.#next });
    return 'done';
  }

  /** What visitors read; `undefined`: it is retired, or was never there. */
  published(key: string): Row | undefined {
    const offer = this.offers.get(key);
    if (!offer?.row) return undefined;
    const published = { ...offer.row };
    for (const [field, { before, after }] of offer.changes) {
      if (offer.row[field] === before) published[field] = after;
    }
    const { confirmed = '' } = offer;
    if (confirmed && confirmed >= (published.checked ?? '')) published.checked = confirmed;
    return published;
  }

  get #next(): number {
    return this.#entries.length + 1;
  }

  #offer(key: string): ModelOffer {
    const offer = this.offers.get(key);
    if (!offer) throw new Error(`the model has no offer ${key}`);
    return offer;
  }
}
