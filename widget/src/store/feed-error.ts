/** An error between an element and its feed. */
export class FeedError extends Error {
  /** The HTTP status, where the feed answered. */
  readonly status: number | undefined;
  /** The body of the feed's answer, where it could be read. */
  readonly body: unknown;
  /** Tells whether a second attempt may go better. */
  readonly isPassing: boolean;

  constructor(
    message: string,
    more: { status?: number; body?: unknown; isPassing?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.status = more.status;
    this.body = more.body;
    this.isPassing = more.isPassing ?? false;
  }
}
