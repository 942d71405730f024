import type pg from 'pg';
import type { PostgresServer } from './server.js';

/** The pause before it connects again, in milliseconds. */
const PAUSE = 1_000;

/**
 * Listens on a connection of its own for what writers tell, and connects again where that is lost.
 * What is told meanwhile is missed: whoever must not miss it asks now and then.
 */
export class Listener {
  static readonly CHANNEL = 'vielfalt';

  readonly #server: PostgresServer;
  readonly #onChange: () => void;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(server: PostgresServer, onChange: () => void) {
    this.#server = server;
    this.#onChange = onChange;
    void this.#listen();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  async #listen(): Promise<void> {
    let isLost = false;
    const lose = () => {
      if (isLost) return;
      isLost = true;
      this.#client?.end().catch(() => undefined);
      if (this.#isClosed) return;
      this.#timer = setTimeout(() => void this.#listen(), PAUSE);
      this.#timer.unref();
    };
    try {
      const client = this.#server.client();
      this.#client = client;
      client.on('error', lose).on('end', lose).on('notification', this.#onChange);
      await client.connect();
      await client.query(`LISTEN ${Listener.CHANNEL}`);
      this.#onChange();
    } catch {
      lose();
    }
  }
}
