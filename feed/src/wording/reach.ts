import { encoded } from '../link.js';

const ABROAD = /^\s*(\+|00)/;

/**
 * A telephone number as offices write it, as a link (RFC 3966): only digits, without the `(0)` that
 * is not dialled from abroad.
 */
export function telephoneLink(phone: string): string {
  const number = ABROAD.test(phone) ? phone.replace(ABROAD, '+').replace('(0)', '') : phone;
  return `tel:${number.replace(/(?!^\+)\D/g, '')}`;
}

/** A letter's address (RFC 6068) and nothing else: no further recipients, no ready-made words. */
export function mailLink(email: string): string {
  return `mailto:${encoded(email).replace('%40', '@')}`;
}
