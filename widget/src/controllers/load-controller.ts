import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isGone, type RecordStatus } from '../store/records.js';

/** Fetches one record for its host and says how that went. */
export class LoadController<Answer> implements ReactiveController {
  status: RecordStatus = 'idle';
  answer: Answer | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #failed: (error: unknown) => void;
  #key: string | undefined;
  #abort: AbortController | undefined;

  /** @param failed called with the reason, once per attempt */
  constructor(host: ReactiveControllerHost, failed: (error: unknown) => void = () => {}) {
    this.#host = host;
    this.#failed = failed;
    host.addController(this);
  }

  hostDisconnected() {
    this.#abort?.abort();
    if (this.status === 'loading') this.reset();
  }

  /** Loads what `key` names, unless that has been asked for already. */
  want(key: string, ask: (signal: AbortSignal) => Promise<Answer>): void {
    if (key === this.#key) return;
    this.reset();
    this.#key = key;
    void this.#load(ask);
  }

  /** Forgets the record, so that the next `want` asks again. */
  reset(): void {
    this.#abort?.abort();
    this.#key = undefined;
    this.answer = undefined;
    this.status = 'idle';
  }

  async #load(ask: (signal: AbortSignal) => Promise<Answer>) {
    const { signal } = (this.#abort = new AbortController());
    this.status = 'loading';
    try {
      const answer = await ask(signal);
      if (signal.aborted) return;
      this.answer = answer;
      this.status = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.status = isGone(error) ? 'gone' : 'failed';
      this.#failed(error);
    }
    this.#host.requestUpdate();
  }
}
