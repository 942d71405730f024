import builtIn from 'language:built-in/footer';
import type { FooterWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** The texts of the footer; only parts that are loaded after the first offers may ask for these. */
export function footerTexts({ footer = builtIn }: Locale): FooterWords {
  return footer;
}
