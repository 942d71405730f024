import { primary } from '@vielfalt/feed';
import type { Headers } from './columns.js';
import { ar } from './headers/ar.js';
import { de } from './headers/de.js';
import { en } from './headers/en.js';
import { tr } from './headers/tr.js';
import { uk } from './headers/uk.js';

const HEADERS: Record<string, Headers> = { de, en, ar, tr, uk };

/** English where nobody has written a language's. */
export function headersFor(lang: string): Headers {
  return HEADERS[primary(lang)] ?? en;
}
