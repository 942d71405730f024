/**
 * Reloads the page with the current script: the one in the browser's cache may name parts that are
 * gone, and browsers may remember a failed import as long as the page lives.
 */
export async function reload(): Promise<void> {
  await fetch(import.meta.url, { cache: 'reload' }).catch(() => undefined);
  if (navigator.onLine) location.reload();
}
