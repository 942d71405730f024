import { fold } from '@vielfalt/feed';

/** Returns a reader of short texts, by their meanings: `free: 'frei|ja'`. */
export function keywords<Value extends string>(
  texts: Record<Value, string>,
): (text: string) => Value | undefined {
  const meanings = new Map<string, Value>();
  for (const [value, words] of Object.entries(texts) as [Value, string][]) {
    for (const word of words.split('|')) meanings.set(key(word), value);
  }
  return (text) => (text.length <= 120 ? meanings.get(key(text)) : undefined);
}

function key(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}✓✗-]+/gu) ?? []).join(' ');
}
