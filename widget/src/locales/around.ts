import builtIn from 'language:built-in/around';
import type { AroundWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** What stands around offers; only parts that are loaded after the first offers may ask for it. */
export function aroundTexts({ around = builtIn }: Locale): AroundWords {
  return around;
}
