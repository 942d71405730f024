/**
 * The two interfaces of the web platform that the contract uses; browsers and Node both have them.
 */
declare class URLSearchParams {
  constructor(init?: string | URLSearchParams | Iterable<[string, string]>);
  get(name: string): string | null;
  getAll(name: string): string[];
  set(name: string, value: string): void;
  keys(): IterableIterator<string>;
  toString(): string;
}

declare class URL {
  constructor(address: string);
  static canParse(address: string): boolean;
  readonly href: string;
  readonly searchParams: URLSearchParams;
}
