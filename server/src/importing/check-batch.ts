import { nearest } from '@vielfalt/feed';
import type { Source } from '@vielfalt/feed';
import type { RecordKind } from '../store/store.js';
import { didYouMean, pathOf } from '../validation/fault.js';
import type { Fault } from '../validation/fault.js';
import { halfCharacters } from '../validation/half-characters.js';
import { TermSet } from './check-terms.js';
import type { AnyDraft, RecordDraft } from './draft.js';
import { FaultList } from './fault-list.js';
import { IMPORTED } from './record-kinds.js';
import type { FileRecords } from './file-records.js';

/**
 * Checks all that a file holds, each record once, while it is in memory. Whether the vocabulary has
 * the terms that it names is checked when the import is planned, since the file may bring another.
 */
export class BatchCheck {
  readonly faults = new FaultList();
  readonly terms = new TermSet();

  record<Kind extends RecordKind>(
    kind: Kind,
    draft: RecordDraft<FileRecords[Kind]>,
    content: FileRecords[Kind],
  ): void {
    const { faultsOf, termsOf } = IMPORTED[kind];
    for (const { path, ...what } of faultsOf(content)) this.faults.addTo(draft, path, what);
    if (!draft.isRetired) this.terms.add(termsOf(content));
  }

  /** Notes a record of a source that the file does not name. */
  source(draft: AnyDraft, known: ReadonlySet<string>): void {
    if (known.has(draft.source)) return;
    const near = nearest(draft.source, known);
    this.faults.addTo(draft, 'source', {
      value: draft.source,
      reason: 'is not among the file’s sources',
      ...(near === undefined ? { remedy: 'Add it to sources.' } : didYouMean(near)),
    });
  }
}

/** Checks that no two sources have one id, and that the wanted one is among them. */
export function* checkSources(
  sources: readonly Source[],
  only: string | undefined,
): Generator<Fault> {
  yield* halfCharacters(sources, ['sources']);
  const first = new Map<string, number>();
  for (const [index, { id }] of sources.entries()) {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    else {
      yield {
        path: pathOf('sources', index, 'id'),
        value: id,
        reason: `stands in ${pathOf('sources', earlier)} already`,
      };
    }
  }
  if (only !== undefined && !first.has(only)) {
    yield {
      path: 'sources',
      reason: `have no ${JSON.stringify(only)} among them`,
      ...didYouMean(nearest(only, first.keys())),
    };
  }
}
