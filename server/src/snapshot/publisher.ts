import { addDays, localTime, nextMidnight } from '@vielfalt/feed';
import type { Clock } from '../clock.js';
import { Shelf } from '../dictionaries/shelf.js';
import type { Store } from '../store/store.js';
import { createSnapshot, type Snapshot } from './snapshot.js';

/** The time before midnight at which the next day is prepared, in milliseconds. */
const BEFORE_MIDNIGHT = 5 * 60_000;

/** Keeps the newest revision of the directory at hand and tells when it or the day has changed. */
export class Publisher {
  #snapshot: Snapshot | undefined;
  #date = '';
  #dayEnds = 0;
  #publishedAt = 0;
  #lostSince: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> | undefined;

  /** Called after each change of revision, local date or dictionaries: earlier answers are no longer true. */
  onChange: (snapshot: Snapshot | undefined) => void = () => {};
  /** Called when the store cannot be read any more; the last good revision stays in use. */
  onError: (error: unknown) => void = () => {};
  /** Called when it can be read again. */
  onFound: () => void = () => {};

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly shelf = new Shelf(undefined),
  ) {}

  /** The newest revision; undefined while the database is empty. */
  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** The revision that is shown; 0 while the directory is empty. */
  get revision(): number {
    return this.#snapshot?.revision ?? 0;
  }

  /** The number of offers shown today. */
  get offers(): number {
    let total = 0;
    for (const count of this.#snapshot?.offersPerProvider(this.date).values() ?? []) total += count;
    return total;
  }

  /** The number of providers that are not retired. */
  get providers(): number {
    return Object.keys(this.#snapshot?.providers ?? {}).length;
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
    const zone = this.#snapshot?.state.directory.timeZone ?? 'UTC';
    const { date } = localTime(now, zone);
    this.#dayEnds = nextMidnight(now, zone);
    if (date === this.#date) return;
    this.#date = date;
    this.onChange(this.#snapshot);
  }

  /** Looks for a new revision every half second, and when the store tells of one. */
  async start(): Promise<void> {
    await this.check();
    const look = () => void this.check().catch(() => undefined);
    this.#timer = setInterval(look, 500);
    this.#timer.unref();
    this.store.watch?.(() => this.#timer && look());
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Tells once of a store that is lost, however often it is looked for. */
  async #look(): Promise<void> {
    try {
      await this.#read();
    } catch (error) {
      if (this.#lostSince === undefined) this.onError(error);
      this.#lostSince ??= this.clock();
      throw error;
    }
    if (this.#lostSince === undefined) return;
    this.#lostSince = undefined;
    this.onFound();
  }

  async #read(): Promise<void> {
    const haveWordsChanged = await this.shelf.check();
    const revision = await this.store.revision();
    if (revision === (this.#snapshot?.revision ?? 0)) {
      if (haveWordsChanged) this.onChange(this.#snapshot);
      await this.#prepareTomorrow();
      return;
    }
    const state = await this.store.read();
    const snapshot = state && (await createSnapshot(state, () => this.shelf.all));
    if (snapshot) {
      await snapshot.prepare(this.#dateIn(snapshot.state.directory.timeZone));
    }
    this.#snapshot = snapshot;
    this.#publishedAt = state ? this.clock() : 0;
    this.#date = '';
    this.#dayEnds = 0;
    this.checkDate();
  }

  /** Prepares today's answers where the day came unexpectedly, as after a standstill. */
  async ready(): Promise<void> {
    await this.#snapshot?.prepare(this.date);
  }

  async #prepareTomorrow(): Promise<void> {
    if (!this.#snapshot || this.dayEnds - this.clock() > BEFORE_MIDNIGHT) return;
    await this.#snapshot.prepare(addDays(this.date, 1));
  }

  #dateIn(timeZone: string): string {
    return localTime(this.clock(), timeZone).date;
  }
}
