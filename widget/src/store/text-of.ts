/**
 * The text that a host page has put into a property; an empty one for all that is none. Not
 * `String`, which throws at objects without a prototype.
 */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
