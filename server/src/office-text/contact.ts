import { fold, type Contact } from '@vielfalt/feed';
import { noteLine } from './note.js';
import { firstPhone, PHONE_LABEL, readPhone } from './phone.js';

const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u;
const DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]{0,62})\.)+[a-z]{2,24}(?:[:/?#]\S*)?$/u;
const LABEL = new RegExp(
  `^(?:${PHONE_LABEL}|e-?mail|mail|web(?:seite|site)?|internet|homepage|www)\\s*[.:]+\\s*|^(?:tel(?:efon)?|fon|mobil|handy|e-?mail)\\s+(?=[+0(\\w])`,
  'i',
);
const FAX = /^(?:tele)?fax/i;
/**
 * Words for a function or an office. Anything else may be a person, whose name is not shown without
 * consent.
 */
const ROLE =
  /(?:beratung|buro|koordination|leitung|team|sekretariat|info|information|anmeldung|stelle|amt|verwaltung|projekt|zentrum|verein|empfang|hotline|service|office|management|desk|dienst|referat|abteilung)/;
const PERSON =
  /^(?:frau|herr|hr\.|fr\.|dr\.|prof\.|ansprechpartner(?:in)?|ansprechperson|kontakt|contact|mrs?\.?|ms\.?)[\s:]+/i;
const NAME = /^(?:\p{Lu}[\p{L}'’.-]+\s+){1,3}\p{Lu}[\p{L}'’-]+$/u;
const LONGEST = 4_000;

/** Reads an e-mail address, also with "mailto:" or "(at)"; undefined where it is not one. */
export function readEmail(text: string): string | undefined {
  const bare = noteLine(text.slice(0, LONGEST))
    .replace(LABEL, '')
    .replace(/^mailto:|^<|[>.,;]+$/gi, '')
    .replace(/ ?[([](?:at|ät)[)\]] ?/i, '@')
    .replace(/ ?[([](?:dot|punkt)[)\]] ?/gi, '.');
  return bare.length <= 254 && EMAIL.test(bare) ? bare : undefined;
}

/** Reads a web address, adding https:// where it has no scheme; undefined where it is not one. */
export function readWeb(text: string): string | undefined {
  const bare = text
    .slice(0, LONGEST)
    .trim()
    .replace(/^(?:web(?:seite|site)?|internet|homepage):\s*/i, '')
    .replace(/&amp;/g, '&');
  const hasScheme = /^https?:\/\//i.test(bare);
  if (!hasScheme && !DOMAIN.test(bare)) return undefined;
  const address = hasScheme
    ? bare.replace(/^https?/i, (scheme) => scheme.toLowerCase())
    : `https://${bare}`;
  const isValid =
    /^https?:\/\/\S+$/.test(address) && address.length <= 2_000 && URL.canParse(address);
  return isValid ? address : undefined;
}

/** Finds the first web address in a text. */
export function findWeb(text: string): string | undefined {
  const [found = ''] = /(?:https?:\/\/|\bwww\.)[^\s<>"„“()]+/i.exec(text) ?? [];
  return readWeb(found.replace(/[.,;:!?]+$/, ''));
}

/**
 * Takes a cell with several ways to reach somebody apart. A second number or address, a fax and
 * anything else stay in `rest`. A name is set without `namePublic`: it is not shown.
 */
export function readContact(text: string, country = 'DE'): { contact: Contact; rest: string } {
  const contact: Contact = {};
  const rest: string[] = [];
  for (const piece of pieces(text, country)) {
    const found = FAX.test(piece) ? undefined : understand(piece, country);
    const [member] = Object.keys(found ?? {}) as (keyof Contact)[];
    if (found && member && contact[member] === undefined) Object.assign(contact, found);
    else rest.push(piece);
  }
  return { contact, rest: rest.join(', ') };
}

/**
 * Splits a text into pieces: addresses end a piece anywhere; figures only with what precedes them.
 */
function pieces(text: string, country: string): string[] {
  return text
    .slice(0, LONGEST)
    .replace(/&amp;/g, '&')
    .replace(
      /(?:\b(?:e-?mail|mail|web|internet):?\s*)?((?:https?:\/\/|www\.)[^\s,;|]+|[^\s,;|:<>()]+@[^\s,;|<>()]+)/gi,
      '\n$1\n',
    )
    .replace(
      new RegExp(`(?<=[\\s,;])(?=(?:tele)?(?:fax|${PHONE_LABEL})[.:]+\\s*[+0(])`, 'gi'),
      '\n',
    )
    .split(/[\n\r,;|]+/)
    .flatMap((piece) => atPhone(piece, country))
    .concat(text.length > LONGEST ? [text.slice(LONGEST)] : [])
    .map((piece) => piece.replace(/^[\s–-]+|[\s–-]+$/g, ''))
    .filter((piece) => piece !== '' && !/^[.()<>:]+$/.test(piece));
}

/**
 * Splits "Frau Muster 030 23125 100" into two pieces, and so "030 23125 100 oder 030 23125 101".
 */
function atPhone(piece: string, country: string): string[] {
  if (FAX.test(piece.trim()) || readPhone(piece, country)) return [piece];
  const first = firstPhone(piece, country);
  if (first) return [first.phone, first.rest];
  const at = piece.search(/[+(]?\d[\d ()/.–-]{4,40}$/);
  const before = piece.slice(0, Math.max(0, at)).trim();
  return before ? [before, piece.slice(at)] : [piece];
}

function understand(piece: string, country: string): Contact | undefined {
  const email = readEmail(piece);
  if (email) return { email };
  const web = readWeb(piece);
  if (web) return { web };
  const phone = readPhone(piece, country);
  if (phone) return { phone };
  if (/\d/.test(piece) || piece.length > 80) return undefined;
  const bare = noteLine(piece.replace(PERSON, '')).replace(/:$/, '');
  if (ROLE.test(fold(piece)) && !/^(?:frau|herr)\b/i.test(piece)) return { role: noteLine(piece) };
  if (!bare) return undefined;
  return PERSON.test(piece) || NAME.test(bare) ? { name: noteLine(piece) } : undefined;
}
