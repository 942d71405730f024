import type { ProblemDetails, QueryProblem } from '@vielfalt/feed';

const TITLES: Record<number, string> = {
  400: 'The request has a mistake',
  404: 'There is nothing here',
  405: 'This method is not offered',
  409: 'This belongs elsewhere',
  410: 'This has gone',
  413: 'This is too long',
  414: 'The address is too long',
  415: 'This is sent in another form',
  429: 'This is too much for now',
  500: 'Something went wrong here',
  501: 'This form is not offered',
  503: 'The directory cannot answer now',
};

/** An answer that is not what was asked for (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly extra: Omit<Partial<ProblemDetails>, 'status' | 'detail'> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }

  /**
   * A request with parameters that are unknown, malformed or name something the directory does not
   * have.
   */
  static badRequest(problems: QueryProblem[]): Problem {
    const sentences = problems.map(({ parameter, value, detail, nearest }) => {
      const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
      const isNamed = value !== parameter && detail.includes(JSON.stringify(parameter));
      return `${isNamed ? '' : `${parameter}: `}${detail}.${hint}`;
    });
    return new Problem(400, sentences.join(' '), { type: 'about:blank', problems });
  }

  get details(): ProblemDetails {
    return {
      type: 'about:blank',
      title: TITLES[this.status] ?? 'Error',
      status: this.status,
      detail: this.detail,
      ...this.extra,
    };
  }
}
