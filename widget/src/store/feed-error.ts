import type { QueryProblem } from '@vielfalt/feed';
import { textOf } from './text-of.js';

/** What can go wrong between an element and its feed. */
export type FeedErrorKind = 'address' | 'network' | 'timeout' | 'status' | 'format';

/** Answers of a server that is overloaded or being restarted. */
const PASSING = [502, 503, 504];

export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly kind: FeedErrorKind;
  /** The HTTP status, where `kind` is `status`. */
  readonly status: number | undefined;
  /** The parameters that the feed refused. */
  readonly problems: QueryProblem[];

  constructor(
    kind: FeedErrorKind,
    message: string,
    more: { status?: number; problems?: QueryProblem[]; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.kind = kind;
    this.status = more.status;
    this.problems = more.problems ?? [];
  }

  /** Those of them that are a lock's. */
  get locks(): QueryProblem[] {
    return this.problems.filter(({ parameter }) => parameter.startsWith('within.'));
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

/** The refused parameters that problem details (RFC 9457) name. */
export function problemsIn(json: unknown): QueryProblem[] {
  const { problems } = Object(json) as { problems?: unknown };
  return (Array.isArray(problems) ? problems : []).map((problem: unknown) => {
    const { parameter, value, detail, nearest } = Object(problem) as Record<string, unknown>;
    return {
      parameter: textOf(parameter),
      value: textOf(value),
      detail: textOf(detail),
      ...(typeof nearest === 'string' && { nearest }),
    };
  });
}
