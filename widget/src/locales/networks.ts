import builtIn from 'language:built-in/networks';
import type { NetworkWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** The texts of networks; only the cards of networks and providers may ask for these. */
export function networkTexts({ networks = builtIn }: Locale): NetworkWords {
  return networks;
}
