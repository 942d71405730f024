/** The longest title in a slug: leaves room for a town and a number within its 120 characters. */
const MAX_TITLE = 70;

/**
 * Returns a readable name for addresses: a to z, digits and single hyphens, cut between words where
 * there are several; empty where a text has no such letter. Not the folding of search: a slug must
 * never change.
 */
export function slugOf(text: string, max = MAX_TITLE): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain.length <= max) return plain;
  const cut = plain.lastIndexOf('-', max);
  return plain.slice(0, cut > 0 ? cut : max);
}
