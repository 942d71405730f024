import type { Clock } from '../clock.js';
import { Problem } from '../http/problem.js';
import { inTurns } from './in-turns.js';
import { Moment } from './moment.js';
import type { DirectoryAnswers } from './port.js';
import type { Publisher } from './publisher.js';
import type { Site } from './site.js';

/** What is kept of how a directory ages, and what notices it. */
export interface SiteUpkeep {
  course: NonNullable<Site['course']>;
  /** The same answers, with somebody who hears what they find. */
  listeningTo(answers: DirectoryAnswers): DirectoryAnswers;
}

/** Hands out the directory as it is now. */
export class SiteSource {
  readonly #publisher: Publisher;
  readonly #clock: Clock;
  readonly #baseUrl: string | undefined;
  readonly #hasMailer: boolean;
  readonly #upkeep: SiteUpkeep | undefined;

  /**
   * @param baseUrl from the operator's settings; absent: the directory's own is used
   * @param hasMailer whether mails can be sent
   * @param upkeep absent: nobody keeps how the directory ages
   */
  constructor(
    publisher: Publisher,
    clock: Clock,
    baseUrl: string | undefined,
    hasMailer = false,
    upkeep?: SiteUpkeep,
  ) {
    this.#publisher = publisher;
    this.#clock = clock;
    this.#baseUrl = baseUrl;
    this.#hasMailer = hasMailer;
    this.#upkeep = upkeep;
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
    const atHome = inTurns(published.answersOn(date));
    const upkeep = this.#upkeep;
    const answers = upkeep?.listeningTo(atHome) ?? atHome;
    const { baseUrl } = this;
    const sendsMail = this.#hasMailer && baseUrl !== '';
    return {
      ...{ answers, reference: published, date, moment, baseUrl },
      ...(sendsMail && { sendsMail }),
      ...(upkeep && { course: () => upkeep.course() }),
    };
  }

  /** @throws Problem 503 where it is empty */
  now(): Site {
    const site = this.find();
    if (site) return site;
    const detail = 'The directory is empty: import one with "vielfalt import".';
    throw new Problem(503, detail, {}, { 'Retry-After': '5' });
  }
}
