import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { Site } from '../answers/site.js';
import { countCourse } from '../insight/course.js';
import type { CourseDay, CourseMonth } from '../store/papers.js';
import type { Store } from '../store/store.js';

/** Five years. */
const MONTHS_KEPT = 60;
/** After a change, in milliseconds: imports often come one after another. */
const DELAY = 10_000;

/** The days of the course before today, in their order, and today as it is now. */
export async function readCourse({
  answers,
  reference,
  date,
  course,
}: Site): Promise<Map<string, CourseDay>> {
  const months = (await course?.()) ?? new Map<string, CourseMonth>();
  const days = [...months.values()].flatMap((month) => Object.entries(month.days));
  const before = days.filter(([each]) => each < date).sort(([a], [b]) => (a < b ? -1 : 1));
  const { terms } = reference.view(undefined);
  return new Map([...before, [date, await countCourse({ answers, terms })]]);
}

/**
 * Keeps how well the directory is checked today, where nobody has kept the same already. The last
 * word of a day counts.
 * @throws StoreError, also where this service may only read
 */
export async function keepCourse(
  store: Store,
  { answers, reference, date }: Pick<Site, 'answers' | 'reference' | 'date'>,
): Promise<void> {
  const { terms } = reference.view(undefined);
  const day = await countCourse({ answers, terms });
  const month = date.slice(0, 7);
  const known = await store.papers('course', [month]);
  if (isDeepStrictEqual(known.get(month)?.days[date], day)) return;
  await store.change(async (transaction) => {
    const months = await transaction.papers('course');
    const days = { ...months.get(month)?.days, [date]: day };
    const all = [...new Set([...months.keys(), month])].sort();
    const gone = all.slice(0, -MONTHS_KEPT);
    const changes = new Map(gone.map((id) => [id, undefined]));
    await transaction.putPapers('course', new Map([...changes, [month, { days }]]));
    return { result: undefined, keep: {} };
  });
}

/** Keeps the course of a running service, soon after each revision and each beginning of a day. */
export class CourseKeeper {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #delay: number;
  #timer: NodeJS.Timeout | undefined;
  #keeping = Promise.resolve();
  #hasFailed = false;

  constructor(store: Store, log: Logger, delay = DELAY) {
    this.#store = store;
    this.#log = log;
    this.#delay = delay;
  }

  /** Something has changed. @param find the directory as it is when it is counted */
  notice(find: () => Site | undefined): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#keeping = this.#keeping.then(() => this.#keep(find()));
    }, this.#delay);
    this.#timer.unref();
  }

  /** Ends; waits for what is under way. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#keeping;
  }

  /** Tells once of a store that cannot be written: nothing else depends on it. */
  async #keep(site: Site | undefined): Promise<void> {
    if (!site) return;
    try {
      await keepCourse(this.#store, site);
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) this.#log.warn({ err: error }, 'the course of checks cannot be kept');
      this.#hasFailed = true;
    }
  }
}
