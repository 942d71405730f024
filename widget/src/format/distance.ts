/** A distance as the crow flies: below one kilometre in steps of 50 metres, then in kilometres. */
export function distance(km: number, lang: string): string {
  const near = km < 0.975;
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: near ? 'meter' : 'kilometer',
    maximumFractionDigits: km < 9.95 ? 1 : 0,
  }).format(near ? Math.max(50, Math.round(km * 20) * 50) : km);
}
