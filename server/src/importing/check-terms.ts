import { nearest } from '@vielfalt/feed';
import type { Vocabulary, VocabularyList } from '@vielfalt/feed';
import type { RecordKind, Records } from '../store/store.js';
import type { RecordDraft } from './draft.js';
import type { FileRecord } from './record-kinds.js';
import { didYouMean, pathOf } from '../validation/fault.js';
import type { Fault } from '../validation/fault.js';
import type { FaultList } from './fault-list.js';
import { KnownTerms } from '../validation/terms-used.js';
import type { TermUse } from '../validation/terms-used.js';

/** Terms that records name, each once: there are few, however many the records. */
export class TermSet {
  readonly #uses = new Map<string, TermUse>();

  add(uses: Iterable<TermUse>): void {
    for (const use of uses) {
      const key = `${use.list}/${use.id}`;
      if (!this.#uses.has(key)) this.#uses.set(key, use);
    }
  }

  /** Tells whether a vocabulary has all of them. */
  areIn(known: KnownTerms): boolean {
    for (const use of this.#uses.values()) if (known.find(use) === undefined) return false;
    return true;
  }
}

/** Notes the terms that records use and the vocabulary lacks. */
export function checkTermsUsed<Content extends FileRecord>(
  drafts: readonly RecordDraft<Content>[],
  usesOf: (content: Content) => Iterable<TermUse>,
  known: KnownTerms,
  faults: FaultList,
): void {
  for (const draft of drafts) {
    if (draft.isRetired) continue;
    for (const use of usesOf(draft.content())) {
      if (known.find(use) !== undefined) continue;
      const near = nearest(use.id, known.ids(use.list));
      faults.addTo(draft, pathOf(...use.steps), {
        value: use.id,
        reason: `is no ${use.list} of the vocabulary`,
        ...(near === undefined
          ? { remedy: `Use one of its terms, or add the term to the vocabulary.` }
          : didYouMean(near)),
      });
    }
  }
}

/** Collects the terms that a new vocabulary lacks although records outside the import use them. */
export class MissingTerms {
  readonly #known: KnownTerms;
  readonly #missing = new Map<
    string,
    { list: VocabularyList; id: string; sources: Set<string>; records: number }
  >();

  constructor(vocabulary: Vocabulary) {
    this.#known = new KnownTerms(vocabulary);
  }

  /** @param usesOf the terms that a record names */
  look<Stored extends Records[RecordKind]>(
    records: readonly Stored[],
    usesOf: (record: Stored) => Iterable<TermUse>,
  ): void {
    for (const record of records) {
      if (record.status === 'retired') continue;
      for (const use of usesOf(record)) {
        if (this.#known.find(use) === undefined) this.#note(use, record.source);
      }
    }
  }

  *faults(): Generator<Fault> {
    for (const { list, id, sources, records } of this.#missing.values()) {
      yield {
        path: pathOf('vocabulary', list),
        reason: `lacks ${JSON.stringify(id)}, which records of ${[...sources].join(', ')} use (${records})`,
        remedy: 'Keep the term; with replacedBy it means another from now on.',
      };
    }
  }

  #note({ list, id }: TermUse, source: string): void {
    const key = `${list}/${id}`;
    const entry = this.#missing.get(key) ?? { list, id, sources: new Set(), records: 0 };
    entry.sources.add(source);
    entry.records++;
    this.#missing.set(key, entry);
  }
}
