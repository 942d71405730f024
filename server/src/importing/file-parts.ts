import { nearest } from '@vielfalt/feed';
import type {
  DirectoryFile,
  DirectoryRecord,
  OwnLexicon,
  Source,
  Vocabulary,
} from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import type { Head } from '../store/store.js';
import { checkDirectory, checkVocabulary } from './check-directory.js';
import { checkLexicon } from './check-lexicon.js';
import type { RecordDraft } from './draft.js';
import { didYouMean, pathOf } from './fault.js';
import type { Fault } from './fault.js';
import type { FaultList } from './fault-list.js';
import { halfCharacters } from './half-characters.js';

/** The directory and the words that an import's records are read by. */
export interface ImportContext {
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  /** Words of the office's own; empty: none. */
  lexicon: OwnLexicon;
}

/**
 * The file's directory, vocabulary and lexicon, else the ones that are there, else the default words.
 * @param only where one source alone is taken, the file's are taken only if there are none yet
 */
export function baseOf(
  current: Head | undefined,
  file: Pick<DirectoryFile, 'directory' | 'vocabulary' | 'lexicon'> & {
    words?: Vocabulary;
    ownLexicon?: OwnLexicon;
  },
  only: string | undefined,
): ImportContext | { faults: Fault[] } {
  const given = current && only !== undefined ? {} : file;
  const directory = given.directory ?? current?.directory;
  const vocabulary = file.words ?? given.vocabulary ?? current?.vocabulary ?? defaultVocabulary;
  const lexicon = file.ownLexicon ?? given.lexicon ?? current?.lexicon ?? [];
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
    ...(lexicon === current?.lexicon ? [] : checkLexicon(lexicon)),
  ];
  return faults.length > 0 ? { faults } : { directory, vocabulary, lexicon };
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
  draft: RecordDraft<unknown>,
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
