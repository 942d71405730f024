import { asWritten, withPresentNames } from '../files/former-names.js';
import type { RecordKind } from '../store/store.js';
import { validateFile } from '../validation/validate.js';
import type { Fault } from '../validation/fault.js';
import type { ImportBatch } from './batch.js';
import { BatchCheck, checkSources } from './check-batch.js';
import { draftsOf } from './draft.js';
import type { FileRecords } from './file-records.js';

/**
 * Reads a file written by `vielfalt export`: a whole directory, or a part of one.
 * @param json the file's content, unchecked
 * @param only the one source to take from it
 */
export function readDirectoryFile(
  json: unknown,
  only?: string,
): ImportBatch | { invalid: readonly Fault[] } {
  const valid = validateFile(withPresentNames(json));
  if ('faults' in valid) {
    return { invalid: valid.faults.map((fault) => asWritten(json, fault)) };
  }
  const { directory, vocabulary, lexicon, sources, providers, offers, networks } = valid.file;
  const check = new BatchCheck();
  check.faults.add(...checkSources(sources, only));
  const taken = sources.filter(({ id }) => only === undefined || id === only);
  const ids = new Set(taken.map(({ id }) => id));
  const drafts = <Kind extends RecordKind>(kind: Kind, list: readonly FileRecords[Kind][]) => {
    const all = draftsOf(kind, list);
    check.sourcesOf(all, sources);
    const ours = all.filter(({ source }) => ids.has(source));
    for (const draft of ours) check.record(kind, draft, draft.content());
    return ours;
  };
  return {
    ...(only !== undefined && { only }),
    ...(directory && { directory }),
    ...(vocabulary && { vocabulary }),
    ...(lexicon && { lexicon }),
    sources: taken,
    records: {
      provider: drafts('provider', providers),
      offer: drafts('offer', offers),
      ...(networks && { network: drafts('network', networks) }),
    },
    terms: check.terms,
    faults: check.faults,
  };
}
