const SCHEME = /^(https?|mailto|tel):/i;

/**
 * The address as a link may carry it, or nothing where it is not one of `https:`, `http:`,
 * `mailto:` and `tel:`. Browsers drop tabs and line ends inside an address and would read
 * `java\tscript:` as a scheme, so whatever holds a control character is no link.
 */
export function safeLink(text: string): string | undefined {
  const address = text.trim();
  if (/[\u0000-\u0020\u007f-\u009f]/.test(address)) return undefined;
  return SCHEME.test(address) ? address : undefined;
}
