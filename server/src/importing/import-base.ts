import type { DirectoryRecord, OwnLexicon, Vocabulary } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import type { Head } from '../store/store.js';
import { checkDirectory, checkFirstWeeks, checkVocabulary } from '../validation/check-directory.js';
import { checkLexicon } from '../validation/check-lexicon.js';
import type { Fault } from '../validation/fault.js';
import type { ImportBatch } from './batch.js';

/** The directory and the words for reading an import's records. */
export interface ImportContext {
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  /** The office's own words; may be empty. */
  lexicon: OwnLexicon;
}

/**
 * Returns the file's directory, vocabulary and lexicon, else the current ones, else the default words.
 * If one source alone is taken, the file's count only if there is no directory yet.
 */
export function baseOf(
  current: Head | undefined,
  { only, ...file }: ImportBatch,
): ImportContext | { faults: Fault[] } {
  const given: Partial<typeof file> = current && only !== undefined ? {} : file;
  const directory = given.directory ? withKeepers(given.directory, current) : current?.directory;
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
    ...(directory === current?.directory ? [] : checkDirectory(directory)),
    ...(vocabulary === file.vocabulary || vocabulary === file.words
      ? checkVocabulary(vocabulary)
      : []),
    ...(directory === current?.directory && vocabulary === current.vocabulary
      ? []
      : checkFirstWeeks(directory, vocabulary)),
    ...(lexicon === current?.lexicon ? [] : checkLexicon(lexicon)),
  ];
  return faults.length > 0 ? { faults } : { directory, vocabulary, lexicon };
}

/** A record that says nothing of keepers, as one from a public export, leaves those that there are. */
function withKeepers(directory: DirectoryRecord, current: Head | undefined): DirectoryRecord {
  const keepers = current?.directory.keepers;
  return keepers && !directory.keepers ? { ...directory, keepers } : directory;
}
