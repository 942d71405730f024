/** What can go wrong between an element and its feed. */
export type FeedErrorKind = 'address' | 'network' | 'timeout' | 'status' | 'format';

/** Answers of a server that is overloaded or being restarted. */
const PASSING = [502, 503, 504];

export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly kind: FeedErrorKind;
  /** The HTTP status, where `kind` is `status`. */
  readonly status: number | undefined;
  /** What the feed said besides, where that could be read. */
  readonly body: unknown;

  constructor(
    kind: FeedErrorKind,
    message: string,
    more: { status?: number; body?: unknown; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.kind = kind;
    this.status = more.status;
    this.body = more.body;
  }

  /** Whether the feed knows that what was asked for is not, or no longer, there. */
  get isGone(): boolean {
    return this.status === 404 || this.status === 410;
  }

  /** Whether a second attempt may go better. */
  get isPassing(): boolean {
    return this.kind === 'network' || PASSING.includes(this.status ?? 0);
  }
}
