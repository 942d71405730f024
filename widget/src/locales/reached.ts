import builtIn from 'language:built-in/reached';
import type { ReachedWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** The words that come with the first reach; only parts that come then, or later, may ask for them. */
export function reachedTexts({ reached = builtIn }: Locale): ReachedWords {
  return reached;
}
