import type { Logger } from 'pino';
import type { DirectoryAnswers } from '../answers/port.js';
import type { SiteUpkeep } from '../answers/site-source.js';
import type { Site } from '../answers/site.js';
import type { CourseMonth } from '../store/papers.js';
import type { Store } from '../store/store.js';
import { CourseKeeper } from './course.js';
import { forgetUnmet, UnmetSearches } from './unmet-searches.js';

export interface UpkeepOptions {
  store: Store;
  log: Logger;
  /** Counts searches that find nothing. */
  countsSearches: boolean;
}

/** What a running service keeps of how its directory ages. Nothing else depends on it. */
export class Upkeep implements SiteUpkeep {
  readonly #store: Store;
  readonly #course: CourseKeeper;
  readonly #searches: UnmetSearches | undefined;
  readonly #forgotten: Promise<void> | undefined;

  constructor({ store, log, countsSearches }: UpkeepOptions) {
    this.#store = store;
    this.#course = new CourseKeeper(store, log);
    if (countsSearches) this.#searches = new UnmetSearches(store, log);
    else {
      this.#forgotten = forgetUnmet(store).catch((error: unknown) =>
        log.warn({ err: error }, 'what was counted of searches cannot be forgotten'),
      );
    }
  }

  /** The course that checks have taken, by month. */
  course(): Promise<ReadonlyMap<string, CourseMonth>> {
    return this.#store.papers('course');
  }

  /** The same answers, and those that find nothing are noticed where the operator wants that. */
  listeningTo(answers: DirectoryAnswers): DirectoryAnswers {
    return this.#searches?.listeningTo(answers) ?? answers;
  }

  /** The revision or the day has changed. @param find the directory as it is when it is counted */
  notice(find: () => Site | undefined): void {
    this.#course.notice(find);
  }

  /** Ends; keeps what is not kept yet. */
  async stop(): Promise<void> {
    await this.#forgotten;
    await this.#course.stop();
    await this.#searches?.stop();
  }
}
