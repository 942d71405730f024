import { WITHIN } from '@vielfalt/feed';
import type { PageContext } from '../context.js';
import { readPageRequest, type PageRequest } from '../page-request.js';

const ASKED = ['topic', 'place', 'page'];

/** Whether a parameter is one that `readPracticeRequest` or `pageContext` looks at. */
export function isPracticeParameter(name: string): boolean {
  return name === 'lang' || ASKED.includes(name) || name.startsWith(WITHIN);
}

/** Reads the address of the page of good practices: a topic, a place, a page of them and a lock. */
export function readPracticeRequest(
  parameters: URLSearchParams,
  context: PageContext,
): PageRequest {
  const own = [...parameters].filter(([name]) => isPracticeParameter(name));
  return readPageRequest(new URLSearchParams(own), context);
}
