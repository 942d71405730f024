/**
 * German numbers that are kept for fiction (Bundesnetzagentur, "Rufnummern für Film und Fernsehen"),
 * as national digits.
 */
const FICTIONAL = [
  /^03023125\d{3}$/,
  /^06990009\d{3}$/,
  /^04066969\d{3}$/,
  /^02214710\d{3}$/,
  /^08999998\d{3}$/,
  /^0152(28817386|28895456|54599371)$/,
  /^017139200\d{2}$/,
  /^0176040690\d{2}$/,
  /^01709292370$/,
  /^01729968(532|533|534|535|536)$/,
];

/** Names that no one can register (RFC 2606). */
const RESERVED = /(^|\.)(example|example\.(org|com|net))$/;

/** Everything in a text that looks like a telephone number. */
export function phonesIn(text: string): string[] {
  return text.match(/(?:\+49|\b0)[\d ()/–-]{6,}\d/g) ?? [];
}

export function isFictionalPhone(phone: string): boolean {
  const digits = phone.replace(/^\+49 ?(\(0\))?/, '0').replace(/\D/g, '');
  return FICTIONAL.some((range) => range.test(digits));
}

/** The hosts of all web and e-mail addresses in a text, and of what looks like one without scheme. */
export function hostsIn(text: string): string[] {
  const found = text.matchAll(/(?:https?:\/\/|@|\bwww\.)((?:[\p{L}\d-]+\.)*[\p{L}\d-]+)/gu);
  return [...found].map(([, host]) => (host ?? '').toLowerCase());
}

export function isReservedHost(host: string): boolean {
  return RESERVED.test(host);
}
