/**
 * The text that a host page has put into a property; empty for anything else. Not `String`, which
 * throws at objects without a prototype.
 */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
