import type { OfferAnswer } from '@vielfalt/feed';
import type { CardSettings } from '../store/card-context.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { FeedError } from '../store/feed-error.js';
import { lockKey } from '../store/options.js';
import { askOffer } from '../store/records.js';
import type { Marked } from './marked.js';

/**
 * What became of a marked offer: it has ended or left the directory, is unknown or outside the lock,
 * or could not be asked for.
 */
type Missing = 'gone' | 'elsewhere' | 'failed';

/** An offer with what its card needs. */
interface Found {
  card: OfferAnswer['card'];
  context: CardSettings;
}

/**
 * The marked offers as the feed has them inside the lock now: nothing that is outside is ever shown,
 * whoever has written the link.
 */
export class MarkedOffers {
  readonly #store: DirectoryStore;
  readonly #marks: Marked;
  readonly #changed: () => void;
  readonly #found = new Map<string, Found>();
  readonly #missing = new Map<string, Missing>();
  /** The slugs that nobody but a link has marked, until the feed has them here. */
  readonly #guests = new Set<string>();
  /** The slugs that were there since it was opened: what is unmarked stays, to be marked again. */
  readonly #slugs = new Set<string>();
  #isOpen = false;
  #asked = '';

  /** @param changed called when more is known */
  constructor(store: DirectoryStore, marks: Marked, changed: () => void) {
    this.#store = store;
    this.#marks = marks;
    this.#changed = changed;
  }

  open(): void {
    this.#isOpen = true;
    this.#asked = '';
  }

  close(): void {
    this.#isOpen = false;
    for (const each of [this.#found, this.#missing, this.#slugs]) each.clear();
  }

  /** Marks what the visitor has marked before, or elsewhere. */
  add(slugs: Iterable<string>): void {
    for (const slug of slugs) {
      this.#guests.delete(slug);
      if (!this.#marks.offers.has(slug)) this.#marks.offers.set(slug, undefined);
    }
  }

  /** Marks what a link names: it may be meant for another list of the page. */
  invite(slugs: readonly string[]): void {
    for (const slug of slugs) {
      if (this.#marks.offers.has(slug)) continue;
      this.#marks.offers.set(slug, undefined);
      this.#guests.add(slug);
    }
  }

  /** What the visitor has marked, without what only a link names and the feed may not have here. */
  own(): string[] {
    const marks = [...this.#marks.offers].filter(([slug, card]) => card ?? !this.#guests.has(slug));
    return marks.map(([slug]) => slug);
  }

  /** Takes offers off the list, and out of sight. */
  drop(slugs: Iterable<string>): void {
    for (const slug of [...slugs])
      for (const each of [
        this.#marks.offers,
        this.#found,
        this.#missing,
        this.#slugs,
        this.#guests,
      ])
        each.delete(slug);
    this.#asked = '';
  }

  /** Tells whether any of them is inside the lock. */
  get hasAny(): boolean {
    return this.#found.size > 0;
  }

  /** Tells whether a card with this context is one of these. */
  has(context: Partial<CardSettings>): boolean {
    return [...this.#found.values()].some((each) => each.context === context);
  }

  /** The offers, in the order of marking, asked for as far as they have not been. */
  list(): Found[] {
    this.#look();
    return [...this.#slugs].flatMap((slug) => this.#found.get(slug) ?? []);
  }

  /** Tells whether there is nothing to say of any offer. */
  get isEmpty(): boolean {
    return this.#marks.offers.size === 0 && this.#missing.size === 0 && !this.isWaiting;
  }

  /** Tells whether an answer is still to come. */
  get isWaiting(): boolean {
    return [...this.#slugs].some((slug) => !this.#found.has(slug) && !this.#missing.has(slug));
  }

  /** The slugs of those that are missing for one reason. */
  missing(reason: Missing): string[] {
    return [...this.#slugs].filter((slug) => this.#missing.get(slug) === reason);
  }

  /** What a missing one is called, as far as anybody knows. */
  titleOf(slug: string): string {
    return this.#marks.offers.get(slug)?.title ?? slug;
  }

  /** Asks once more for those that could not be asked for. */
  retry(): void {
    for (const slug of this.missing('failed')) this.#missing.delete(slug);
    this.#asked = '';
    this.#changed();
  }

  #look() {
    const { options } = this.#store;
    if (!options || !this.#isOpen) return;
    const key = `${options.lang} ${lockKey(options)}`;
    if (this.#asked && !this.#asked.startsWith(`${key} `)) {
      this.#found.clear();
      this.#missing.clear();
    }
    for (const slug of this.#marks.offers.keys()) this.#slugs.add(slug);
    const asked = `${key} ${[...this.#slugs].join()}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    const known = (slug: string) => this.#found.has(slug) || this.#missing.has(slug);
    const wanted = [...this.#slugs].filter((slug) => !known(slug));
    void Promise.all(wanted.map((slug) => this.#ask(slug, key)));
  }

  async #ask(slug: string, key: string) {
    const { client, now, options, state } = this.#store;
    if (!client) return;
    const { lock } = state;
    try {
      const answer = await askOffer(client, slug, lock, { lang: options?.lang });
      if (!this.#asked.startsWith(`${key} `)) return;
      const { card, directory, provider, terms } = answer;
      const providers = { [provider.id]: provider };
      this.#guests.delete(slug);
      this.#found.set(slug, { card, context: { directory, providers, terms, client, lock, now } });
      if (this.#marks.offers.has(slug)) this.#marks.offers.set(slug, card);
    } catch (error) {
      if (!this.#asked.startsWith(`${key} `)) return;
      const { status } = error instanceof FeedError ? error : { status: undefined };
      const reason = status === 410 ? 'gone' : status === 404 ? 'elsewhere' : 'failed';
      this.#missing.set(slug, reason);
      // It is said; what the visitor has marked stays marked all the same.
      if (reason !== 'failed' && this.#guests.delete(slug)) this.#marks.offers.delete(slug);
    }
    this.#changed();
  }
}
