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
