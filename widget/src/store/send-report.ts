import type { FeedClient } from './feed-client.js';

/** The time that a report may take, in milliseconds. */
const PATIENCE = 15_000;
/** The time after which a ticket is good, in milliseconds, and a little more. */
const UNRIPE = 3_200;

/** Why a report did not arrive. `again`: it can be sent once more. `many`: not for now. */
export type SendFault = 'again' | 'many' | 'failed';

/** A ticket, which a report brings back to the feed. */
interface HeldTicket {
  ticket: string;
  /** The time at which it came, on this page's own clock. */
  at: number;
}

/** Sends reports about one record to a feed; nothing is sent but what they say. */
export class ReportSender {
  readonly #client: FeedClient;
  readonly #about: string;
  #held: Promise<HeldTicket> | undefined;

  /** @param about the record: `offers/` or `providers/`, and its slug */
  constructor(client: FeedClient, about: string) {
    this.#client = client;
    this.#about = about;
  }

  /** Asks for a ticket, so that it is good by the time the form is filled in. */
  prepare(): void {
    this.#hold().catch(() => undefined);
  }

  #hold(): Promise<HeldTicket> {
    const path = `v1/reports?${new URLSearchParams({ about: this.#about }).toString()}`;
    const read = (json: unknown) => {
      const { ticket } = Object(json) as { ticket?: unknown };
      return typeof ticket === 'string' ? { ticket, at: performance.now() } : undefined;
    };
    this.#held ??= this.#client.ask(path, read).catch((error: unknown) => {
      this.#held = undefined;
      throw error;
    });
    return this.#held;
  }

  /** Sends a report. Never rejects. */
  async send(fields: URLSearchParams): Promise<SendFault | undefined> {
    try {
      const { ticket, at } = await this.#hold();
      const early = at + UNRIPE - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const body = new URLSearchParams(fields);
      body.set('about', this.#about);
      body.set('ticket', ticket);
      const { status, json } = await post(new URL('v1/reports', this.#client.base), body);
      // A portal that stands between answers all, too.
      if (json.received === true) return undefined;
      if (status === 429) return 'many';
      if (!json.problems?.some(({ parameter }) => parameter === 'ticket')) return 'failed';
      this.#held = undefined;
      this.prepare();
      return 'again';
    } catch (error) {
      console.warn(error);
      return 'failed';
    }
  }
}

interface ReportAnswer {
  received?: unknown;
  problems?: { parameter?: unknown }[];
}

/** Posts a form: a simple request (no preflight), without cookies. */
async function post(
  address: URL,
  body: URLSearchParams,
): Promise<{ status: number; json: ReportAnswer }> {
  const attempt = new AbortController();
  const patience = setTimeout(() => attempt.abort(), PATIENCE);
  try {
    const response = await fetch(address.href, {
      method: 'POST',
      body,
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      signal: attempt.signal,
    });
    const json = Object(await response.json()) as ReportAnswer;
    const problems = Array.isArray(json.problems) ? json.problems.map((each) => ({ ...each })) : [];
    return { status: response.status, json: { ...json, problems } };
  } finally {
    clearTimeout(patience);
  }
}
