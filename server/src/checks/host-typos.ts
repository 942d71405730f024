// Typing errors in the names of hosts. Add those you meet: a typo, and what was meant.

/** Mistyped endings that are not top-level domains, so that nobody could own such a name. */
export const ENDINGS: Readonly<Record<string, string>> = {
  ...{ d: 'de', dee: 'de', dde: 'de', ed: 'de', con: 'com', cmo: 'com', comm: 'com', ocm: 'com' },
  ...{ cpm: 'com', vom: 'com', ogr: 'org', rog: 'org', orgg: 'org', ort: 'org', nte: 'net' },
  ...{ ent: 'net', nett: 'net', inof: 'info', ifno: 'info', inf: 'info', infi: 'info' },
};

/** Mistyped beginnings, where a whole name follows. */
export const BEGINNINGS: readonly (readonly [typo: RegExp, meant: string])[] = [
  [/^(ww|wwww+|wwv|wvw|vww)\.(?=[^.]+\.)/, 'www.'],
  [/^https?\.(?=[^.]+\.)/, ''],
];

/** Mistyped names of popular mail hosts. */
export const MAIL_TYPOS: readonly (readonly [typo: RegExp, meant: string])[] = [
  [/^(gmial|gmai|gamil|gmal|gnail|gmaill)\.com$/, 'gmail.com'],
  [/^(hotmial|hotmai|hotnail)\.(com|de)$/, 'hotmail.$2'],
  [/^(outlok|outloo|otlook)\.(com|de)$/, 'outlook.$2'],
  [/^(t-onlin|t-oneline|tonline|t-onlien)\.de$/, 't-online.de'],
  [/^(wbe|we)\.de$/, 'web.de'],
  [/^www\./, ''],
];
