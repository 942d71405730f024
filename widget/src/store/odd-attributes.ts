import { LOCKS, meantLock, WITHIN, type Lock, type LockName } from '@vielfalt/feed';
import type { FeedClient } from './feed-client.js';
import { FeedError } from './feed-error.js';
import { lockWithIds } from './whole-address.js';

const KNOWN = new Set<string>(LOCKS);

/** Attributes that elements have for other purposes, though their names are near a lock's. */
const OTHERS = new Set(
  (
    'feed start sort limit for sync-url label heading-level offer query card open original ' +
    'accesskey id class style slot lang dir no-languages alt align part role title hidden autofocus border color content contenteditable draggable height href inert ' +
    'inputmode is itemid itemprop itemref itemscope itemtype key loading name nonce popover prefix ' +
    'property ref rel src tabindex translate value width xml:lang'
  ).split(' '),
);

/** Attributes of frameworks, and handlers of events. */
const FRAMEWORKS = /^(on(?!lin)|data-|aria-|x-|v-|ng-|wp-|hx-|[_:@.#[(*])/;

/** The lock that somebody may have meant by an attribute; nothing where that is foreign. */
export function meantAttribute(name: string): LockName | undefined {
  const isForeign = KNOWN.has(name) || OTHERS.has(name) || FRAMEWORKS.test(name);
  return isForeign ? undefined : meantLock(name);
}

/**
 * Tells attributes that mean nothing from locks with a wrong name.
 *
 * @throws FeedError where there is one, as if the feed had refused it
 */
function refuseOdd(element: Element): void {
  const problems = [...element.attributes].flatMap(({ name, value }) => {
    // What is no letter comes from typographic quotes, which end no value.
    const quoted = /[“”„‟«»‘’‚"']/.test(name);
    const nearest = meantAttribute(name);
    if (!nearest && !quoted) return [];
    const detail = quoted
      ? `"${name}" is not an attribute: write values in straight quotes`
      : `there is no attribute "${name}"; did you mean "${nearest}"?`;
    return { parameter: WITHIN + name, value, detail, nearest };
  });
  if (!problems[0]) return;
  throw new FeedError('attributes are not understood', { status: 400, body: { problems } });
}

/**
 * The lock that an element's attributes mean.
 *
 * @throws FeedError where one cannot be what is meant, as if the feed had refused it
 */
export function clearLock(element: Element, lock: Lock, client: FeedClient): Lock {
  refuseOdd(element);
  return lockWithIds(lock, client);
}
