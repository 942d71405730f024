import type { Clock } from '../clock.js';
import { Problem } from '../http/problem.js';
import { inTurns } from './in-turns.js';
import { Moment } from './moment.js';
import type { Publisher } from './publisher.js';
import type { Site } from './site.js';

/** Hands out the directory as it is now. */
export class SiteSource {
  readonly #publisher: Publisher;
  readonly #clock: Clock;
  readonly #baseUrl: string | undefined;

  /** @param baseUrl from the operator's settings; absent: the directory's own is used */
  constructor(publisher: Publisher, clock: Clock, baseUrl: string | undefined) {
    this.#publisher = publisher;
    this.#clock = clock;
    this.#baseUrl = baseUrl;
  }

  /** The public address; '' where none is known. */
  get baseUrl(): string {
    const own = this.#publisher.published?.directory.baseUrl?.replace(/\/+$/, '');
    return this.#baseUrl ?? own ?? '';
  }

  /** The directory at this moment; undefined while it is empty. */
  find(): Site | undefined {
    const { published, date } = this.#publisher;
    if (!published) return undefined;
    const moment = new Moment(this.#clock(), published.directory.timeZone);
    const answers = inTurns(published.answersOn(date));
    return { answers, reference: published, date, moment, baseUrl: this.baseUrl };
  }

  /** @throws Problem 503 where it is empty */
  now(): Site {
    const site = this.find();
    if (site) return site;
    const detail = 'The directory is empty: import one with "vielfalt import".';
    throw new Problem(503, detail, {}, { 'Retry-After': '5' });
  }
}
