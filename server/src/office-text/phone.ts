import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PhoneNumber } from 'libphonenumber-js/max';
import { readDate } from './date.js';
import { noteLine } from './note.js';

/** The labels before a number. */
export const PHONE_LABEL =
  'tel(?:efon)?(?:nummer)?|fon|phone|mobil(?:telefon|nummer)?|handy|festnetz|durchwahl|t|m';
const LABEL = new RegExp(
  `^(?:${PHONE_LABEL})\\s*[.:]+\\s*|^(?:tel(?:efon)?|fon|mobil|handy|festnetz)\\s+(?=[+0(])`,
  'i',
);
/** The contract's `Phone`. */
const WRITTEN = /^[+0-9(][0-9 ()/.\-–]{2,40}$/;
/**
 * Emergency numbers and others without an area code all over Germany; some, such as 19222, need one
 * from a mobile.
 */
const SHORT: Readonly<Record<string, RegExp>> = {
  DE: /^(?:11[025]|116\d{3}|118\d{2,3}|19222|19240|22833)$/,
};
/** The same, all over Europe. */
const SHORT_ANYWHERE = /^(?:112|116\d{3})$/;
/** The fewest digits with an area code: fewer are a local number, a postal code or a room. */
const LEAST_WITH_AREA = 9;
const TIMESTAMP = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$/;
/** The start of a second number: "oder", "/-13", "/ 0152 …". */
const ANOTHER =
  /\s*(?:(?:\s(?:oder|or|und|u\.|bzw\.?|sowie|and)\s|[,;|&]|\s\+(?=\s?-?\d))\s*(?=[-–+(\d])|\/\s*(?=[-–])|\/\s+(?=[0+(])|(?<=[-–]\d{1,4})\s*\/\s*(?=\d{1,4}(?!\d)))/i;
const LONGEST = 4_000;

/** A telephone number, and whether it had to be corrected. */
export interface PhoneReading {
  /** The number as it is written, without its label. */
  phone: string;
  /** Tells whether a lost zero or plus in front was restored. */
  isMended?: true;
}

/**
 * Reads a text that is one telephone number, as libphonenumber knows the world's numbers. Undefined
 * for dates, postal codes, numbers without an area code, and several at once.
 * @param country for numbers that name none (ISO 3166-1)
 */
export function readPhone(text: string, country = 'DE'): string | undefined {
  const read = parse(text, country);
  return read?.isMended ? undefined : read?.phone;
}

/** The same, also where a spreadsheet took "0302312…" for a figure and dropped its zero. */
export function mendPhone(text: string, country = 'DE'): PhoneReading | undefined {
  return parse(text, country);
}

/** The first of several numbers, and the text after it: "02302 555-12/-13". */
export function firstPhone(
  text: string,
  country = 'DE',
): { phone: string; rest: string } | undefined {
  const bare = noteLine(text.slice(0, LONGEST));
  const found = ANOTHER.exec(bare);
  if (!found) return undefined;
  const phone = readPhone(bare.slice(0, found.index), country);
  return phone === undefined ? undefined : { phone, rest: bare.slice(found.index).trim() };
}

function parse(text: string, country: string): PhoneReading | undefined {
  const phone = noteLine(text.slice(0, LONGEST)).replace(LABEL, '').trim();
  if (!WRITTEN.test(phone) || readDate(phone) !== undefined || ANOTHER.test(phone))
    return undefined;
  const digits = phone.replace(/\D/g, '');
  if (isShort(digits, country)) return { phone };
  if (TIMESTAMP.test(digits) || /\d{4}-\d\d-\d\d/.test(phone)) return undefined;
  if (/^(?:\+|\(\+|00)/.test(phone)) return valid(phone, country) && { phone };
  const number = valid(phone, country);
  const national = number?.formatNational().replace(/\D/g, '');
  if (national === digits && digits.length > 5) return { phone };
  if (digits.length < LEAST_WITH_AREA) return undefined;
  const abroad = valid(`+${digits}`, country);
  if (number && national === `0${digits}`) {
    // "49 2324 …" may have lost its plus, or belong to an area whose code begins with 049.
    const isEither = abroad?.countryCallingCode === number.countryCallingCode;
    return isEither ? undefined : { phone: number.formatNational(), isMended: true };
  }
  return abroad && { phone: abroad.formatInternational(), isMended: true };
}

function isShort(digits: string, country: string): boolean {
  return SHORT_ANYWHERE.test(digits) || (SHORT[country]?.test(digits) ?? false);
}

function valid(text: string, country: string): PhoneNumber | undefined {
  const plain = text.replace(/–/g, '-').replace(/^(\(?(?:\+|00)[\d ]{1,4}\)?)\s*\(0\)/, '$1 ');
  const number = parsePhoneNumberFromString(plain, {
    ...(isSupportedCountry(country) && { defaultCountry: country }),
    extract: false,
  });
  return number?.isValid() ? number : undefined;
}
