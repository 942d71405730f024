/**
 * The address as a link may carry it, or nothing where it is not one of `https:`, `http:`,
 * `mailto:` and `tel:` in front. Browsers drop tabs and line ends inside an address, so that it leads
 * elsewhere than it reads: what holds a space or a control character is no link either, nor is what
 * holds a user's name (`https://bank.example@example.org`), which reads as another host.
 */
export function safeLink(text: string): string | undefined {
  const address = text.trim();
  const isLink =
    /^(https?|mailto|tel):[^\u0000-\u0020\u007f-\u009f]*$/i.test(address) &&
    !/^https?:[\\/]*[^\\/?#]*@/i.test(address);
  return isLink ? address : undefined;
}

/** Halves of characters that stand alone: with `u`, whole pairs are one character and do not fit. */
const LONE = /[\ud800-\udfff]/gu;

/** A text without halves of characters, which URLs cannot hold: each becomes U+FFFD, as in UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(LONE, '\ufffd');
}

/** A text as a part of an address; any text, where `encodeURIComponent` alone would throw. */
export function encoded(text: string): string {
  return encodeURIComponent(wellFormed(text));
}
