import builtIn from 'language:built-in/shortlist';
import type { ShortlistWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** The words of the shortlist; only the parts that come with the first mark may ask for them. */
export function shortlistTexts({ shortlist = builtIn }: Locale): ShortlistWords {
  return shortlist;
}
