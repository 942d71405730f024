/** The name under which a browser keeps a visitor's marks, at their wish. */
export const KEPT = 'vielfalt-shortlist';

/** What this device keeps; nothing where it keeps nothing, or may not be asked. */
export function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
