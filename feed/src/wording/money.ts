import type { Card } from '../model/wire.js';

/** The numbers in a text: `1.200,50` and `60`, by whichever of the two signs has the cents. */
function numbersIn(text: string): number[] {
  const plain = text.replace(/[.,](?=\d{3}(?!\d))/g, '');
  return (plain.match(/\d+([.,]\d+)?/g) ?? []).map((each) => Number(each.replace(',', '.')));
}

/**
 * An amount that a price's own words do not name: `60 €` beside "je Baustein", nothing beside
 * "60 Euro je Baustein".
 */
export function amountBeside(
  words: string | undefined,
  { amount, currency = 'EUR' }: NonNullable<Card['cost']>,
  tag: string,
): string | undefined {
  return amount && !numbersIn(words ?? '').includes(amount)
    ? money(amount, currency, tag)
    : undefined;
}

/** An amount of money; cents only where there are any. `currency` as in ISO 4217. */
export function money(amount: number, currency: string, tag: string): string {
  const manner = { style: 'currency', trailingZeroDisplay: 'stripIfInteger' } as const;
  try {
    return amount.toLocaleString(tag, { ...manner, currency });
  } catch {
    // No currency code that the platform can read.
    return `${amount} ${currency}`;
  }
}
