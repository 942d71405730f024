/**
 * Fetches what paper needs before it is asked for: nothing can be fetched while a page is being
 * printed. People about to print press a key first or leave the page for the browser's menu.
 *
 * @param load the import of `print.ts`, which does its work once, however often it is imported
 */
export function prepareForPrint(load: () => void) {
  matchMedia('print').addEventListener('change', load);
  for (const type of ['blur', 'keydown']) window.addEventListener(type, load);
}
