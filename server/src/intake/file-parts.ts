import { nearest } from '@vielfalt/feed';
import type {
  DirectoryFile,
  DirectoryRecord,
  FileOffer,
  FileProvider,
  Vocabulary,
} from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import type { DirectoryState } from '../store/store.js';
import { checkDirectory, checkVocabulary } from './check-directory.js';
import { didYouMean, pathOf } from './fault.js';
import type { Fault } from './fault.js';
import type { Named } from './identity.js';
import type { Entry } from './identify.js';

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
  current: DirectoryState | undefined,
  file: DirectoryFile,
  only: string | undefined,
): Base | { faults: Fault[] } {
  const [directory, vocabulary] =
    current && only !== undefined
      ? [current.directory, current.vocabulary]
      : [
          file.directory ?? current?.directory,
          file.vocabulary ?? current?.vocabulary ?? defaultVocabulary,
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
    ...(vocabulary === file.vocabulary ? checkVocabulary(vocabulary) : []),
  ];
  return faults.length > 0 ? { faults } : { directory, vocabulary };
}

/** Whether the file's sources are told apart, and every record is of one of them. */
export function* checkSources(file: DirectoryFile, only: string | undefined): Generator<Fault> {
  const first = new Map<string, number>();
  for (const [index, { id }] of file.sources.entries()) {
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
  for (const list of ['providers', 'offers'] as const) {
    for (const [index, { source, record }] of file[list].entries()) {
      if (first.has(source)) continue;
      const near = nearest(source, first.keys());
      yield {
        path: pathOf(list, index, 'source'),
        record,
        value: source,
        reason: 'is not among the file’s sources',
        ...(near === undefined ? { remedy: 'Add it to sources.' } : didYouMean(near)),
      };
    }
  }
}

/** The records of the wanted sources, each with its place in the file. */
export function entriesOf<Given extends FileOffer | FileProvider>(
  list: 'offers' | 'providers',
  records: readonly Given[],
  sources: ReadonlySet<string>,
): Entry<Given>[] {
  return records
    .map((given, index) => ({ path: pathOf(list, index), given }))
    .filter(({ given }) => sources.has(given.source));
}

export function nameOfOffer({ title, locations = [] }: FileOffer): Named {
  const location = locations.find(({ town, locality }) => town ?? locality);
  return named(title, location?.town ?? location?.locality);
}

export function nameOfProvider({ name, address }: FileProvider): Named {
  return named(name, address?.town ?? address?.locality);
}

function named(title: string, town: string | undefined): Named {
  return { title, ...(town !== undefined && { town }) };
}
