import { createHmac, randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { DirectoryAnswers } from '../answers/port.js';
import { searchLanguage } from '../languages/languages.js';
import type { PaperChanges, UnmetSearch } from '../store/papers.js';
import type { Store, Transaction } from '../store/store.js';
import { keepableWords } from './keepable-words.js';

/** A word is written down, and shown, once so many days have had it. */
const DAYS = 5;
/** Between two writings, in milliseconds. */
const BETWEEN = 10 * 60_000;
/** The most words that a process notices on a day, and looks up at a time. */
const MOST_A_DAY = 500;
const MOST_AT_A_TIME = 10;
/** The most words that are kept: those that cannot be read, and those that can. */
const MOST_HIDDEN = 2_000;
const MOST_SHOWN = 200;
/** A word that nobody has looked for since is forgotten after so many days. */
const FORGOTTEN_AFTER = 180;

/** The beginning of the ids of keys: each is for a quarter of a year. */
const KEYS = 'searches';

/**
 * Counts the days on which a word was looked for that nothing in the whole directory has: needs for
 * which nobody has entered an offer. Nothing is kept of who looked for it, or when.
 */
export class UnmetSearches {
  readonly #store: Store;
  readonly #log: Logger;
  /** The words that were noticed on the day. */
  #seen = new Set<string>();
  #date = '';
  /** Those of them, by day, that are still to be kept. */
  #pending = new Map<string, Set<string>>();
  /** Questions whose words are being looked up. */
  readonly #lookingUp = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #hasFailed = false;

  constructor(store: Store, log: Logger) {
    this.#store = store;
    this.#log = log;
  }

  /** The same answers; what they find nothing for is noticed. */
  listeningTo(answers: DirectoryAnswers): DirectoryAnswers {
    return {
      ...answers,
      answer: async (request, next) => {
        const answer = await answers.answer(request, next);
        const { q, lang } = request.query;
        if (q && answer.total === 0) this.#notice(answers, q, lang);
        return answer;
      },
      question: async (q, lang, lock) => {
        const findings = await answers.question(q, lang, lock);
        if (q && !findings.hasOffers) this.#notice(answers, q, lang);
        return findings;
      },
    };
  }

  /** Keeps what is pending. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = new Map();
    if (pending.size === 0) return;
    try {
      await keepUnmet(this.#store, pending);
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) {
        this.#log.warn({ err: error }, 'searches that found nothing cannot be kept');
      }
      this.#hasFailed = true;
    }
  }

  /** Ends; keeps what is pending. */
  async stop(): Promise<void> {
    await Promise.all(this.#lookingUp);
    await this.keep();
  }

  #notice(answers: DirectoryAnswers, q: string, lang: string | undefined): void {
    if (this.#lookingUp.size >= MOST_AT_A_TIME) return;
    const lookedUp = this.#lookUp(answers, q, lang)
      // Whoever asked is told by the answer itself what went wrong.
      .catch(() => undefined)
      .finally(() => this.#lookingUp.delete(lookedUp));
    this.#lookingUp.add(lookedUp);
  }

  /** Looks the words of a question up in the whole directory, each by itself. */
  async #lookUp(answers: DirectoryAnswers, q: string, lang: string | undefined): Promise<void> {
    const { date } = answers;
    if (date !== this.#date) {
      this.#date = date;
      this.#seen = new Set();
    }
    for (const word of keepableWords(q, searchLanguage(lang ?? '') ?? '')) {
      if (this.#seen.has(word) || this.#seen.size >= MOST_A_DAY) continue;
      this.#seen.add(word);
      const query = { q: word, ...(lang !== undefined && { lang }) };
      if ((await answers.count({ query, lock: {} })) === 0) this.#add(word, date);
    }
  }

  #add(word: string, date: string): void {
    const words = this.#pending.get(date) ?? new Set();
    this.#pending.set(date, words.add(word));
    this.#timer ??= setTimeout(() => void this.keep(), BETWEEN).unref();
  }
}

/**
 * Keeps words, by day. Until its fifth day a word is there only as a number that its key makes of it;
 * each quarter has a new key, and those that are not shown begin anew.
 * @throws StoreError
 */
export async function keepUnmet(
  store: Store,
  pending: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  await store.change(async (transaction) => {
    const known = await transaction.papers('unmet');
    const changes = new Map<string, UnmetSearch | undefined>();
    const last = [...pending.keys()].sort().at(-1) ?? '';
    const key = await keyFor(transaction, last, () => {
      for (const [id, { word }] of known) {
        if (word !== undefined) continue;
        changes.set(id, undefined);
        known.delete(id);
      }
    });
    const set = (id: string, paper: UnmetSearch | undefined) => {
      changes.set(id, paper);
      if (paper) known.set(id, paper);
      else known.delete(id);
    };
    for (const [date, words] of [...pending].sort()) {
      for (const word of words) note(word, date);
    }
    for (const id of surplus(known, last)) set(id, undefined);
    await transaction.putPapers('unmet', changes satisfies PaperChanges<'unmet'>);
    return { result: undefined, keep: {} };

    function note(word: string, date: string): void {
      const hidden = createHmac('sha256', key).update(word).digest('hex');
      const { days = 0, last: before = '' } = known.get(word) ?? known.get(hidden) ?? {};
      if (date <= before) return;
      const isShown = days + 1 >= DAYS;
      if (isShown) set(hidden, undefined);
      const counted = { days: days + 1, last: date };
      set(isShown ? word : hidden, isShown ? { ...counted, word } : counted);
    }
  });
}

/** The key of a day's quarter. @param onNew where it is new, and what others made means nothing any more */
async function keyFor(transaction: Transaction, date: string, onNew: () => void): Promise<Buffer> {
  const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
  const id = `${KEYS} ${date.slice(0, 4)}-${quarter}`;
  const keys = await transaction.papers('key');
  const former = [...keys.keys()].filter((each) => each.startsWith(KEYS)).sort();
  // Another process may be in the next quarter already.
  const latest = former.at(-1);
  const known = latest !== undefined && latest >= id ? keys.get(latest) : undefined;
  if (known) return Buffer.from(known.secret, 'base64url');
  const key = randomBytes(32);
  await transaction.putPapers('key', new Map(former.map((each) => [each, undefined])));
  await transaction.putPapers('key', new Map([[id, { secret: key.toString('base64url') }]]));
  onNew();
  return key;
}

/** What is too old, or too much: first what fewest days had, and longest ago. */
function surplus(known: ReadonlyMap<string, UnmetSearch>, today: string): string[] {
  const isOld = ({ last }: UnmetSearch) =>
    Date.parse(today) - Date.parse(last) > FORGOTTEN_AFTER * 86_400_000;
  const gone = [...known].filter(([, paper]) => isOld(paper)).map(([id]) => id);
  const kept = [...known]
    .filter(([, paper]) => !isOld(paper))
    .sort(([, a], [, b]) => b.days - a.days || (a.last < b.last ? 1 : -1));
  const isShown = ([, { word }]: [string, UnmetSearch]) => word !== undefined;
  const shown = kept.filter(isShown).slice(MOST_SHOWN);
  const hidden = kept.filter((each) => !isShown(each)).slice(MOST_HIDDEN);
  return [...gone, ...[...shown, ...hidden].map(([id]) => id)];
}

/** Forgets everything, as where the operator does not want it any more. @throws StoreError */
export async function forgetUnmet(store: Store): Promise<void> {
  const isKey = (id: string) => id.startsWith(KEYS);
  const [unmet, keys] = [await store.papers('unmet'), await store.papers('key')];
  if (unmet.size === 0 && ![...keys.keys()].some(isKey)) return;
  await store.change(async (transaction) => {
    for (const kind of ['unmet', 'key'] as const) {
      const ids = [...(await transaction.papers(kind)).keys()];
      const gone = kind === 'key' ? ids.filter(isKey) : ids;
      await transaction.putPapers(kind, new Map(gone.map((id) => [id, undefined])));
    }
    return { result: undefined, keep: {} };
  });
}

/** A word that nothing in the directory has, and the days on which it was looked for. */
export interface UnmetWord extends UnmetSearch {
  word: string;
}

/**
 * The words that five days or more have had and that still find nothing, the most frequent first. What
 * is only the beginning of another one was on its way to it.
 */
export async function unmetWords(
  store: Pick<Store, 'papers'>,
  answers: Pick<DirectoryAnswers, 'count'>,
): Promise<UnmetWord[]> {
  const all = [...(await store.papers('unmet')).values()].filter(
    (each): each is UnmetWord => each.word !== undefined,
  );
  const whole = all.filter(
    ({ word }) => !all.some((other) => other.word !== word && other.word.startsWith(word)),
  );
  const unmet: UnmetWord[] = [];
  for (const each of whole) {
    if ((await answers.count({ query: { q: each.word }, lock: {} })) === 0) unmet.push(each);
  }
  return unmet.sort((a, b) => b.days - a.days || (a.word < b.word ? -1 : 1));
}
