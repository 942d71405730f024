/**
 * Loads the page anew, with the script of today: the one in the browser's cache may name parts that
 * are gone, and browsers may remember an import that has failed as long as the page lives.
 */
export async function reload(): Promise<void> {
  await fetch(import.meta.url, { cache: 'reload' }).catch(() => undefined);
  if (navigator.onLine) location.reload();
}
