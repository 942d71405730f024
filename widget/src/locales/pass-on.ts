import builtIn from 'language:built-in/passOn';
import type { PassOnWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** What is said of passing something on; only parts that come after a visitor's act may ask for it. */
export function passOnTexts({ passOn = builtIn }: Locale): PassOnWords {
  return passOn;
}
