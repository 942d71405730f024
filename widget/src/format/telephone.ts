/**
 * A telephone number as written by an office, as a `tel:` address (RFC 3966): digits alone, with
 * the leading plus kept. The `(0)` in `+49 (0)30 …` is for dialling inside the country only.
 */
export function telephoneLink(phone: string): string {
  const international = /^\s*(\+|00)/.test(phone);
  const digits = (
    international ? phone.replace(/\(0\)/, '').replace(/^\s*00/, '+') : phone
  ).replace(/\D/g, '');
  return `tel:${international ? '+' : ''}${digits}`;
}
