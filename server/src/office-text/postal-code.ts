/** Germany, as it stands before a code. */
const GERMAN = /^(?:D|DE|DEU)[\s-]*(?=\d)/i;

export interface PostalCode {
  code: string;
  /** The text after it: of "58452 Witten", the town. */
  town?: string;
}

/**
 * Reads a postal code as tables write it: "58452", "D-58452", "58 452", "58452.0", "58452 Witten".
 * German ones have five digits; four may be one that lost its zero, which the rest of the row
 * decides.
 * @param country two letters (ISO 3166-1); codes of other countries are taken as they are
 */
export function readPostalCode(text: string, country = 'DE'): PostalCode | undefined {
  const bare = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,]0+$/, '');
  if (country !== 'DE')
    return CODE.test(bare.toUpperCase()) ? { code: bare.toUpperCase() } : undefined;
  const own = bare.replace(GERMAN, '');
  const [, code = '', town] = /^(\d{5}|\d{2} \d{3}|\d{4})(?:[ ,]+(\p{L}[^\d]*))?$/u.exec(own) ?? [];
  if (code) return { code: code.replace(' ', ''), ...(town && { town: town.trim() }) };
  // "A-1010", "CH-8001", "NL-5911 AB": abroad, and it says so.
  return /^(?!D)[A-Z]{1,3}[ -]\d/i.test(own) && CODE.test(own.toUpperCase())
    ? { code: own.toUpperCase() }
    : undefined;
}

/** The contract's form of a postal code. */
const CODE = /^[A-Z0-9 -]{3,10}$/;

/** Says whether it may be a German postal code: no region has 00 or 05. */
export function mayBeGerman(code: string): boolean {
  return /^\d{5}$/.test(code) && !/^0[05]/.test(code);
}
