const CURRENCY =
  /^(?:€|eur|euro)\s*|\s*(?:€|eur|euro|%)$|[,.]\s?[-–—]{1,2}(?:\s*(?:€|eur|euro))?$/gi;
/**
 * Numbers from one thousand on with separators of one kind between threes, and another before
 * decimals.
 */
const GROUPED = [
  /^[-+−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/,
  /^[-+−]?\d{1,3}(?:[ '’]\d{3})+(?:[,.]\d+)?$/,
  /^[-+−]?\d{1,3}(?:,\d{3})+\.\d+$/,
  /^[-+−]?\d{1,3}(?:,\d{3}){2,}$/,
];
const PLAIN = /^[-+−]?\d+(?:[.,]\d+)?$/;
const LONGEST = 24;

/**
 * A number as German and English tables write it: "1.234,50", "12,5", "1,234.50", "15 €", "5,-".
 * "1.234" is more than a thousand, as in German; "1,234" is a little more than one.
 */
export function readNumber(text: string): number | undefined {
  const trimmed = text.replace(/\s/g, ' ').trim();
  if (trimmed.length > LONGEST) return undefined;
  const bare = trimmed.replace(CURRENCY, '').trim();
  const isGrouped = GROUPED.some((pattern) => pattern.test(bare));
  if (!isGrouped && !PLAIN.test(bare)) return undefined;
  const decimals = isGrouped ? (/[.,](?!.*[.,])\d+$/.exec(withoutGroups(bare))?.[0] ?? '') : '';
  const plain = isGrouped
    ? withoutGroups(bare)
        .slice(0, -decimals.length || undefined)
        .replace(/[., '’]/g, '') + decimals
    : bare;
  return Number(plain.replace('−', '-').replace(',', '.'));
}

/** Removes the separators of groups, but not that of decimals: "1.234" has none, "1.234,5" has. */
function withoutGroups(grouped: string): string {
  return grouped.replace(/[., '’](?=\d{3}(?:[., '’]|$))/g, '');
}
