const SCHEME = /^(https?|mailto|tel):/i;

/**
 * The address as a link may carry it, or nothing where it is not one of `https:`, `http:`,
 * `mailto:` and `tel:` in front. Browsers drop tabs and line ends inside an address, so that it leads
 * elsewhere than it reads: what holds a space or a control character is no link either.
 */
export function safeLink(text: string): string | undefined {
  const address = text.trim();
  if (/[\u0000-\u0020\u007f-\u009f]/.test(address)) return undefined;
  return SCHEME.test(address) ? address : undefined;
}
