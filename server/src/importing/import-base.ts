import type { DirectoryRecord, OwnLexicon, Vocabulary } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import type { Head } from '../store/store.js';
import { checkDirectory, checkVocabulary } from '../validation/check-directory.js';
import { checkLexicon } from '../validation/check-lexicon.js';
import type { Fault } from '../validation/fault.js';
import type { ImportBatch } from './batch.js';

/** The directory and the words that an import's records are read by. */
export interface ImportContext {
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  /** Words of the office's own; empty: none. */
  lexicon: OwnLexicon;
}

/**
 * The file's directory, vocabulary and lexicon, else the ones that are there, else the default words.
 * Where one source alone is taken, the file's are taken only if there are none yet.
 */
export function baseOf(
  current: Head | undefined,
  { only, ...file }: ImportBatch,
): ImportContext | { faults: Fault[] } {
  const given: Partial<typeof file> = current && only !== undefined ? {} : file;
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
