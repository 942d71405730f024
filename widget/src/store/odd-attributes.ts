import { LOCKS, meantLock, WITHIN, type Lock, type LockName } from '@vielfalt/feed';
import type { FeedClient } from './feed-client.js';
import { FeedError } from './feed-error.js';
import { lockWithIds } from './whole-address.js';

const KNOWN = new Set<string>(LOCKS);

/** Attributes of ours that are no locks, though some of their names are near a lock's. */
const OURS = new Set(
  (
    'feed start sort limit for sync-url label heading-level offer query card open original ' +
    'tiles tiles-credit for-professionals no-languages no-shortlist no-topics diagnose'
  ).split(' '),
);

/** Attributes that elements have for other purposes. */
const OTHERS = new Set(
  (
    'accesskey id class style slot lang dir alt align part role title hidden autofocus border color content contenteditable draggable height href inert ' +
    'inputmode is itemid itemprop itemref itemscope itemtype key loading name nonce popover prefix ' +
    'property ref rel src tabindex translate value width xml:lang'
  ).split(' '),
);

/** Attributes of frameworks, and handlers of events. */
const FRAMEWORKS = /^(on(?!lin)|data-|aria-|x-|v-|ng-|wp-|hx-|[_:@.#[(*])/;

/** Attributes of ours that no class observes. */
const UNOBSERVED = ['diagnose', 'no-languages', 'no-shortlist', 'no-topics'];

/** The attributes that an element's class knows. */
export function knownAttributes({ constructor }: Element): string[] {
  const { observedAttributes = [] } = constructor as { observedAttributes?: string[] };
  return [...observedAttributes, ...UNOBSERVED];
}

/** Tells whether an attribute has nothing to do with us. */
export function foreignAttribute(name: string): boolean {
  return OTHERS.has(name) || FRAMEWORKS.test(name);
}

/** The lock that somebody may have meant by an attribute; nothing where that is foreign. */
export function meantAttribute(name: string): LockName | undefined {
  const isPlain = !KNOWN.has(name) && !OURS.has(name) && !foreignAttribute(name);
  return isPlain ? meantLock(name) : undefined;
}

/** An attribute that cannot be what is meant. */
interface OddAttribute {
  kind: 'attribute' | 'quotes';
  name: string;
  value: string;
  /** One sentence for the page's programmers. */
  detail: string;
  /** The lock that may be meant. */
  nearest: LockName | undefined;
}

/** The attributes of an element that are nearly locks, or come from quotes that are not straight. */
export function oddAttributes(element: Element): OddAttribute[] {
  return [...element.attributes].flatMap(({ name, value }): OddAttribute | [] => {
    // What is no letter comes from typographic quotes, which end no value.
    if (/[“”„‟«»‘’‚"']/.test(name)) {
      const detail = `"${name}" is not an attribute: write values in straight quotes`;
      return { kind: 'quotes', name, value, detail, nearest: meantAttribute(name) };
    }
    const nearest = meantAttribute(name);
    const detail = `there is no attribute "${name}"; did you mean "${nearest}"?`;
    return nearest ? { kind: 'attribute', name, value, detail, nearest } : [];
  });
}

/**
 * Tells attributes that mean nothing from locks with a wrong name.
 *
 * @throws FeedError where there is one, as if the feed had refused it
 */
function refuseOdd(element: Element): void {
  const problems = oddAttributes(element).map(({ name, value, detail, nearest }) => ({
    parameter: WITHIN + name,
    value,
    detail,
    nearest,
  }));
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
