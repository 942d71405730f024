// What fingers make of the names of hosts. Add what you meet: a typo, and what was meant.

/** Endings that no top level has and fingers write; nothing that somebody could own. */
export const ENDINGS: Readonly<Record<string, string>> = {
  ...{ d: 'de', dee: 'de', dde: 'de', ed: 'de', con: 'com', cmo: 'com', comm: 'com', ocm: 'com' },
  ...{ cpm: 'com', vom: 'com', ogr: 'org', rog: 'org', orgg: 'org', ort: 'org', nte: 'net' },
  ...{ ent: 'net', nett: 'net', inof: 'info', ifno: 'info', inf: 'info', infi: 'info' },
};

/** Beginnings that fingers write, where a whole name follows. */
export const BEGINNINGS: readonly (readonly [typo: RegExp, meant: string])[] = [
  [/^(ww|wwww+|wwv|wvw|vww)\.(?=[^.]+\.)/, 'www.'],
  [/^https?\.(?=[^.]+\.)/, ''],
];

/** Hosts of mail that many people have, as fingers write them. */
export const MAIL_TYPOS: readonly (readonly [typo: RegExp, meant: string])[] = [
  [/^(gmial|gmai|gamil|gmal|gnail|gmaill)\.com$/, 'gmail.com'],
  [/^(hotmial|hotmai|hotnail)\.(com|de)$/, 'hotmail.$2'],
  [/^(outlok|outloo|otlook)\.(com|de)$/, 'outlook.$2'],
  [/^(t-onlin|t-oneline|tonline|t-onlien)\.de$/, 't-online.de'],
  [/^(wbe|we)\.de$/, 'web.de'],
  [/^www\./, ''],
];
