const SCHEME = /^postgres(ql)?:\/\//;

/** Whether an address is one of PostgreSQL. */
export function isPostgres(url: string): boolean {
  return SCHEME.test(url);
}

/** An address with a user and a password, or none, as it should be. */
const KNOWN = /^[a-z][a-z\d+.-]*:\/\/([^:@/?#]*@)?[^@]*$/i;

/**
 * An address as messages may show it: without its password. Of one in which a password cannot be told
 * from the rest, only the first word is shown.
 */
export function withoutPassword(url: string): string {
  const shown = url
    .replace(/^([a-z][a-z\d+.-]*:\/\/[^:@/?#]*):.*@/is, '$1@')
    .replace(/([?&]password=)[^&]*/gi, '$1…');
  if (KNOWN.test(shown) || !/@|pass/i.test(shown)) return shown;
  return `${/^\W*\w*/.exec(shown)?.[0] ?? ''}…`;
}
