/**
 * The address as a link may carry it, or undefined where it does not begin with `https:`, `http:`,
 * `mailto:` or `tel:`. Browsers drop tabs and line ends inside an address, so that it leads
 * elsewhere than it reads: an address with a space or a control character is not a link either, nor
 * one with a user's name (`https://bank.example@example.org`), which reads as another host.
 */
export function safeLink(text: string): string | undefined {
  const address = text.trim();
  const isLink =
    /^(https?|mailto|tel):[^\u0000-\u0020\u007f-\u009f]*$/i.test(address) &&
    !/^https?:[\\/]*[^\\/?#]*@/i.test(address);
  return isLink ? address : undefined;
}

/** Lone surrogates: with `u`, whole pairs are one character and do not match. */
const LONE = /[\ud800-\udfff]/gu;

/** A text without lone surrogates, which URLs cannot hold: each becomes U+FFFD, as in UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(LONE, '\ufffd');
}

/** Encodes any text as a part of an address, even where `encodeURIComponent` alone would throw. */
export function encoded(text: string): string {
  return encodeURIComponent(wellFormed(text));
}
