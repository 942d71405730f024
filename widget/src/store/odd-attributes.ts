import { edits, LOCKS, type LockName } from '@vielfalt/feed';
import { FeedError } from './feed-error.js';

/** What editors call a lock besides its name, in one word and lowercase letters. */
const CALLED: Partial<Record<LockName, string>> = {
  topic: 'thema themen subject category categories kategorie kategorien rubrik tags schlagwort',
  audience: 'zielgruppe zielgruppen target targets group groups gruppe gruppen',
  kind: 'type typ art arten angebotsart format',
  place: 'ort orte stadt gemeinde kommune stadtteil town city location locations region',
  provider: 'anbieter anbieterin träger traeger veranstalter organisation organization',
  spoken: 'sprache sprachen language languages',
  level: 'niveau sprachniveau stufe',
  age: 'alter',
  day: 'tag tage wochentag wochentage weekday',
  time: 'zeit zeiten uhrzeit tageszeit',
  free: 'kostenlos kostenfrei gratis umsonst',
  stepfree: 'barrierefrei stufenlos accessible wheelchair rollstuhl',
  childcare: 'kinderbetreuung betreuung',
  openings: 'plätze plaetze platz vacancies',
  women: 'frauen frau female',
};

const NAMES = LOCKS.map((lock) => [lock, lock, ...(CALLED[lock]?.split(' ') ?? [])] as const);

const KNOWN = new Set<string>(LOCKS);

/** What elements have for other purposes, though it is near. */
const OTHERS = new Set(
  (
    'feed start sort limit for sync-url label heading-level offer query card open original ' +
    'accesskey id class style slot lang dir no-languages alt align part role title hidden autofocus border color content contenteditable draggable height href inert ' +
    'inputmode is itemid itemprop itemref itemscope itemtype key loading name nonce popover prefix ' +
    'property ref rel src tabindex translate value width xml:lang'
  ).split(' '),
);

/** What frameworks write, and handlers of events. */
const FRAMEWORKS = /^(on(?!lin)|data-|aria-|x-|v-|ng-|wp-|hx-|[_:@.#[(*])/;

/** How many letters may be wrong: one of a short word, two of a long one. */
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
    for (const [lock, ...called] of NAMES) {
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
    return { parameter: `within.${name}`, value, detail, nearest };
  });
  if (!problems[0]) return;
  throw new FeedError('attributes are not understood', { status: 400, body: { problems } });
}
