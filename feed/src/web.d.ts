/** The one thing of the web platform that the contract uses; browsers and Node both have it. */
declare class URLSearchParams {
  constructor(init?: string | URLSearchParams | Iterable<[string, string]>);
  get(name: string): string | null;
  getAll(name: string): string[];
  keys(): IterableIterator<string>;
  toString(): string;
}
