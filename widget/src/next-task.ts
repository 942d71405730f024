/**
 * Lets the page do something else first, above all handle the next key: work goes on in a task of
 * its own.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
