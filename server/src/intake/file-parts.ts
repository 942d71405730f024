import { nearest } from '@vielfalt/feed';
import type { DirectoryFile, DirectoryRecord, Source, Vocabulary } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import type { Head } from '../store/store.js';
import { checkDirectory, checkVocabulary } from './check-directory.js';
import type { Draft } from './draft.js';
import { didYouMean, pathOf } from './fault.js';
import type { Fault } from './fault.js';
import type { FaultList } from './fault-list.js';
import { halfCharacters } from './half-characters.js';

/** The directory and the words that an import's records are read by. */
export interface Base {
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
}

/**
 * The file's directory and vocabulary, else the ones that are there, else the default words.
 * @param only where one source alone is taken, the file's are taken only if there are none yet
 */
export function baseOf(
  current: Head | undefined,
  file: Pick<DirectoryFile, 'directory' | 'vocabulary'> & { words?: Vocabulary },
  only: string | undefined,
): Base | { faults: Fault[] } {
  const [directory, vocabulary] =
    current && only !== undefined
      ? [current.directory, file.words ?? current.vocabulary]
      : [
          file.directory ?? current?.directory,
          file.words ?? file.vocabulary ?? current?.vocabulary ?? defaultVocabulary,
        ];
  if (!directory) {
    const fault: Fault = {
      path: 'directory',
      reason: 'is missing, and nothing has been imported yet',
      remedy:
        'The first file must say whose directory it is: title, publisher, timeZone, language.',
    };
    return { faults: [fault] };
  }
  const faults = [
    ...(directory === file.directory ? checkDirectory(directory) : []),
    ...(vocabulary === file.vocabulary || vocabulary === file.words
      ? checkVocabulary(vocabulary)
      : []),
  ];
  return faults.length > 0 ? { faults } : { directory, vocabulary };
}

/** Whether a file's sources are told apart, and the wanted one is among them. */
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

/** Notes a record of a source that the file does not name. */
export function checkSourceOf(
  draft: Draft<unknown>,
  known: ReadonlySet<string>,
  faults: FaultList,
): void {
  if (known.has(draft.source)) return;
  const near = nearest(draft.source, known);
  faults.addTo(draft, 'source', {
    value: draft.source,
    reason: 'is not among the file’s sources',
    ...(near === undefined ? { remedy: 'Add it to sources.' } : didYouMean(near)),
  });
}
