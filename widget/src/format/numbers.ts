/** An amount of money; cents only where there are any. `currency` as in ISO 4217. */
export function money(amount: number, currency: string, lang: string): string {
  const fractions = Number.isInteger(amount) ? 0 : 2;
  const options = { minimumFractionDigits: fractions, maximumFractionDigits: fractions };
  try {
    return new Intl.NumberFormat(lang, { ...options, style: 'currency', currency }).format(amount);
  } catch {
    // No currency code that the browser can read.
    return `${amount} ${currency}`;
  }
}

/** A distance as the crow flies: below one kilometre in steps of 50 metres, then in kilometres. */
export function distance(km: number, lang: string): string {
  const near = km < 0.975;
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: near ? 'meter' : 'kilometer',
    maximumFractionDigits: km < 9.95 ? 1 : 0,
  }).format(near ? Math.max(50, Math.round(km * 20) * 50) : km);
}
