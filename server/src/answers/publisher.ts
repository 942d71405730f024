import { addDays, localTime, nextMidnight } from '@vielfalt/feed';
import type { Clock } from '../clock.js';
import { Shelf } from '../dictionaries/shelf.js';
import { Retries } from '../retries.js';
import { StoreError, type StoreTrouble } from '../store/error.js';
import { NO_REVISION, isSameRevision } from '../store/records.js';
import type { Store } from '../store/store.js';
import { openInMemory } from './memory.js';
import type { Published } from './published.js';
import { Pulse } from './pulse.js';

/** The time before midnight at which the next day is prepared, in milliseconds. */
const BEFORE_MIDNIGHT = 15 * 60_000;

/** Troubles of a store that cannot be read at all. */
const LOST: ReadonlySet<StoreTrouble> = new Set(['unreachable', 'closed']);

/** Keeps the newest revision of the directory at hand and tells when it or the day has changed. */
export class Publisher {
  #published: Published | undefined;
  #date = '';
  #dayEnds = 0;
  #publishedAt = 0;
  #lostSince: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> | undefined;
  readonly #pulse: Pulse;
  #preparingFails = false;
  readonly #retries = new Retries();

  /** Called after each change of revision, local date or dictionaries: earlier answers are no longer true. */
  onChange: (published: Published | undefined) => void = () => {};
  /** Called when the store cannot be read any more; the last good revision stays in use. */
  onError: (error: unknown) => void = () => {};
  /** Called when it can be read again. */
  onFound: () => void = () => {};
  /** Called when a revision or a day cannot be prepared; what was shown before goes on. */
  onUnprepared: (error: unknown) => void = () => {};
  /** Called when all is prepared again. */
  onPrepared: () => void = () => {};

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly shelf = new Shelf(undefined),
    private readonly open = openInMemory,
  ) {
    this.#pulse = new Pulse(() => store.latest());
  }

  /** The newest revision; undefined while the database is empty. */
  get published(): Published | undefined {
    return this.#published;
  }

  /** The revision that is shown; 0 while the directory is empty. */
  get revision(): number {
    return this.#published?.revision ?? 0;
  }

  /** The number of offers shown today. */
  get offers(): number {
    return this.#published?.offersOn(this.date) ?? 0;
  }

  /** The number of providers that are not retired. */
  get providers(): number {
    return this.#published?.providers.size ?? 0;
  }

  /**
   * The time at which the revision was taken over, in milliseconds since the epoch; 0 while there
   * is none.
   */
  get publishedAt(): number {
    return this.#publishedAt;
  }

  /** The time since which the store cannot be read, in milliseconds since the epoch; absent: it can. */
  get lostSince(): number | undefined {
    return this.#lostSince;
  }

  /** Whether what comes next cannot be prepared: a newer revision, or the next day. */
  get preparingFails(): boolean {
    return this.#preparingFails;
  }

  /** The local date in the directory's zone. */
  get date(): string {
    this.checkDate();
    return this.#date;
  }

  /** Milliseconds since the epoch at which today's answers stop being true. */
  get dayEnds(): number {
    this.checkDate();
    return this.#dayEnds;
  }

  /**
   * Reads the store's revision and, where it has changed, the directory; shortly before midnight
   * prepares the next day. Both happen beside the data being shown, which is replaced at once.
   */
  async check(): Promise<void> {
    this.#checking ??= this.#look().finally(() => (this.#checking = undefined));
    await this.#checking;
  }

  /** Cheap enough for every request: only compares the clock with the day's end. */
  checkDate(): void {
    const now = this.clock();
    // A clock that was set back ends the day, too.
    if (now < this.#dayEnds && now >= this.#dayEnds - 90_000_000) return;
    const zone = this.#published?.directory.timeZone ?? 'UTC';
    const { date } = localTime(now, zone);
    this.#dayEnds = nextMidnight(now, zone);
    if (date === this.#date) return;
    this.#date = date;
    this.onChange(this.#published);
  }

  /** Looks for a new revision every half second, and when the store tells of one. */
  async start(): Promise<void> {
    await this.check();
    const look = () => {
      // While a revision is opened, nobody else asks a store that answers whether it is there. Where
      // it is read into memory as a whole, a question would wait behind that.
      if (this.#checking && this.#published?.isInStore) {
        this.#pulse.latest().catch((error: unknown) => this.#lose(error));
      }
      void this.check().catch(() => undefined);
    };
    this.#timer = setInterval(look, 500);
    this.#timer.unref();
    this.store.watch?.(() => this.#timer && look());
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #look(): Promise<void> {
    try {
      await this.#read();
    } catch (error) {
      this.#lose(error);
      throw error;
    }
    if (this.#lostSince === undefined) return;
    this.#lostSince = undefined;
    this.onFound();
  }

  /** Tells once of a store that is lost, however often it is looked for. */
  #lose(error: unknown): void {
    if (this.#lostSince === undefined) this.onError(error);
    this.#lostSince ??= this.clock();
  }

  async #read(): Promise<void> {
    const haveWordsChanged = await this.shelf.check();
    const latest = await this.#pulse.latest();
    if (!isSameRevision(latest, this.#published ?? NO_REVISION)) {
      await this.#prepareNext(() => this.#takeOver());
    } else {
      if (haveWordsChanged) this.onChange(this.#published);
      const tomorrow = this.#prepareNext(() => this.#prepareTomorrow());
      // Another process makes it: a revision that comes meanwhile does not wait for that.
      if (this.#published?.isInStore) tomorrow.catch((error: unknown) => this.onError(error));
      else await tomorrow;
    }
    await this.#published?.prepare(this.date);
  }

  /** Tells once where it fails, and tries it again after a pause; without anything to show it fails. */
  async #prepareNext(work: () => Promise<void>): Promise<void> {
    try {
      await this.#retries.run(work);
    } catch (error) {
      const isLost = error instanceof StoreError && LOST.has(error.trouble);
      if (isLost || !this.#published) {
        this.#retries.forget();
        throw error;
      }
      if (!this.#preparingFails) this.onUnprepared(error);
      this.#preparingFails = true;
      return;
    }
    if (!this.#preparingFails) return;
    this.#preparingFails = false;
    this.onPrepared();
  }

  async #takeOver(): Promise<void> {
    const published = await this.open(this.store, () => this.shelf.all);
    await published?.prepare(this.#dateIn(published.directory.timeZone));
    // While it was opened, a restore from a backup may have undone it.
    if (published && !(await this.store.has(published))) return;
    this.#published = published;
    this.#publishedAt = published ? this.clock() : 0;
    this.#date = '';
    this.#dayEnds = 0;
    this.checkDate();
  }

  /** Prepares today's answers where the day came unexpectedly, as after a standstill. */
  async ready(): Promise<void> {
    await this.#published?.prepare(this.date);
  }

  /**
   * Waits for an answer that is being made, as long as there is hope for it.
   * @param since the time from which somebody waits for it, by `performance.now()`
   * @throws StoreError where answers come from the store, and that is silent
   */
  answered<Result>(answer: Promise<Result>, since: number): Promise<Result> {
    return this.#published?.isInStore ? this.heard(answer, since) : answer;
  }

  /** The same of what needs the store, wherever answers come from. */
  heard<Result>(work: Promise<Result>, since: number): Promise<Result> {
    return this.#pulse.heard(work, since);
  }

  async #prepareTomorrow(): Promise<void> {
    if (!this.#published || this.dayEnds - this.clock() > BEFORE_MIDNIGHT) return;
    await this.#published.prepare(addDays(this.date, 1));
  }

  #dateIn(timeZone: string): string {
    return localTime(this.clock(), timeZone).date;
  }
}
