const SCHEME = /^postgres(ql)?:\/\//;

/** Whether an address is one of PostgreSQL. */
export function isPostgres(url: string): boolean {
  return SCHEME.test(url);
}

/** An address as messages may show it: without its password. */
export function withoutPassword(url: string): string {
  return url
    .replace(/^([a-z][a-z\d+.-]*:\/\/[^:@/?#]*):.*@/is, '$1@')
    .replace(/([?&]password=)[^&]*/gi, '$1…');
}
