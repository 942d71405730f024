import { edits, LOCK_ALIASES, LOCKS, WITHIN, type LockName } from '@vielfalt/feed';
import { FeedError } from './feed-error.js';

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

/** The number of letters that may be wrong: one of a short word, two of a long one. */
function leeway(length: number): number {
  return length < 3 ? 0 : length < 5 ? 1 : 2;
}

/** The lock that somebody may have meant by the name of an attribute; nothing where that is foreign. */
function meantLock(name: string): LockName | undefined {
  if (KNOWN.has(name) || OTHERS.has(name) || FRAMEWORKS.test(name)) return undefined;
  const parts = name.split(/[^\p{L}]+/u);
  let best: LockName | undefined;
  let least = Infinity;
  for (const word of [parts.join(''), ...parts]) {
    for (const [lock, ...called] of LOCK_ALIASES) {
      for (const each of called) {
        const most = leeway(Math.min(word.length, each.length));
        const needed = word === each ? 0 : edits(word, each, most);
        if (needed > most || needed >= least || (most === 0 && word !== each)) continue;
        best = lock;
        least = needed;
      }
    }
  }
  return best;
}

/**
 * Tells attributes that mean nothing from locks with a wrong name.
 *
 * @throws FeedError where there is one, as if the feed had refused it
 */
export function refuseOdd(element: Element): void {
  const problems = [...element.attributes].flatMap(({ name, value }) => {
    // What is no letter comes from typographic quotes, which end no value.
    const quoted = /[“”„‟«»‘’‚"']/.test(name);
    const nearest = meantLock(name);
    if (!nearest && !quoted) return [];
    const detail = quoted
      ? `"${name}" is not an attribute: write values in straight quotes`
      : `there is no attribute "${name}"; did you mean "${nearest}"?`;
    return { parameter: WITHIN + name, value, detail, nearest };
  });
  if (!problems[0]) return;
  throw new FeedError('attributes are not understood', { status: 400, body: { problems } });
}
