/** What is known by a key, or else what comes of a call; what does not come is asked for again. */
export function kept<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  bring: () => Promise<Value>,
): Promise<Value> {
  let value = known.get(key);
  if (!value) {
    value = bring();
    known.set(key, value);
    value.catch(() => known.delete(key));
  }
  return value;
}
