import type { TimeToken } from './tokens.js';

type Kind = TimeToken['kind'];
type Of<K extends Kind> = Extract<TimeToken, { kind: K }>;

/** A place in a row of tokens. Every `take` advances only where it finds what it wants. */
export class Cursor {
  at = 0;
  readonly #tokens: readonly TimeToken[];

  constructor(tokens: readonly TimeToken[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.at >= this.#tokens.length;
  }

  /** The token so many places ahead; before the first and after the last there is none. */
  peek(ahead = 0): TimeToken | undefined {
    return this.#tokens[this.at + ahead];
  }

  /** Says whether a word or mark with one of these texts is so many places ahead. */
  sees(texts: readonly string[], ahead = 0): boolean {
    const token = this.peek(ahead);
    return (token?.kind === 'word' || token?.kind === 'mark') && texts.includes(token.text);
  }

  take<K extends Kind>(kind: K): Of<K> | undefined {
    const token = this.peek();
    if (token?.kind !== kind) return undefined;
    this.at++;
    return token as Of<K>;
  }

  takeAny(...texts: readonly string[]): boolean {
    if (!this.sees(texts)) return false;
    this.at++;
    return true;
  }

  /** Skips all of these words and marks, however many there are. */
  skip(...texts: readonly string[]): void {
    while (this.takeAny(...texts));
  }

  /** Returns what `read` finds; where it finds nothing, the place does not move. */
  attempt<Result>(read: (cursor: this) => Result | undefined): Result | undefined {
    const start = this.at;
    const result = read(this);
    if (result === undefined) this.at = start;
    return result;
  }
}
