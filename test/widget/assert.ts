/** The few assertions that tests in the browser need; each says what it saw. */

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

export function equal<Value>(actual: Value, expected: Value, message = ''): void {
  const [seen, wanted] = [shown(actual), shown(expected)];
  if (seen !== wanted) throw new Error(`${message} expected ${wanted}, but saw ${seen}`.trim());
}

export function match(actual: string, expected: RegExp, message = ''): void {
  if (!expected.test(actual)) {
    throw new Error(`${message} expected ${expected}, but saw ${shown(actual)}`.trim());
  }
}
