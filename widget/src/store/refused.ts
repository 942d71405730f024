import type { QueryProblem } from '@vielfalt/feed';
import { FeedError } from './feed-error.js';
import { textOf } from './text-of.js';

/** The parameters that the feed has refused, as its problem details (RFC 9457) name them. */
export function refusedBy(error: unknown): QueryProblem[] {
  const body = error instanceof FeedError && error.body;
  const { problems } = Object(body) as { problems?: unknown };
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
