import { asWritten, withPresentNames } from '../files/former-names.js';
import { validateFile } from '../validation/validate.js';
import type { Fault } from '../validation/fault.js';
import type { ImportBatch } from './batch.js';
import { BatchCheck, checkSources } from './check-batch.js';
import { draftsOf } from './draft.js';

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
  const { directory, vocabulary, lexicon, sources, ...records } = valid.file;
  const all = {
    providers: draftsOf('providers', records.providers),
    offers: draftsOf('offers', records.offers),
  };
  const check = new BatchCheck();
  check.faults.add(...checkSources(sources, only));
  check.sourcesOf([...all.providers, ...all.offers], sources);

  const taken = sources.filter(({ id }) => only === undefined || id === only);
  const ids = new Set(taken.map(({ id }) => id));
  const providers = all.providers.filter(({ source }) => ids.has(source));
  const offers = all.offers.filter(({ source }) => ids.has(source));
  for (const draft of providers) check.provider(draft, draft.content());
  for (const draft of offers) check.offer(draft, draft.content());
  return {
    ...(only !== undefined && { only }),
    ...(directory && { directory }),
    ...(vocabulary && { vocabulary }),
    ...(lexicon && { lexicon }),
    sources: taken,
    providers,
    offers,
    terms: check.terms,
    faults: check.faults,
  };
}
