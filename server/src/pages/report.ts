import { safeLink } from '@vielfalt/feed';
import type { OfferTexts } from './texts/offer.js';

/**
 * Where "this is wrong" goes: a letter with a subject and a first line, or the office's form with
 * `offer=SLUG` added. The office knows the offer by its original title.
 */
export function reportLink(
  reportTo: string | undefined,
  offer: { title: string; slug: string },
  { reportSubject, reportBody }: OfferTexts,
): string | undefined {
  if (!reportTo) return undefined;
  if (/^https?:/i.test(reportTo)) {
    if (!safeLink(reportTo) || !URL.canParse(reportTo)) return undefined;
    const address = new URL(reportTo);
    address.searchParams.set('offer', offer.slug);
    return address.href;
  }
  const subject = encodeURIComponent(`${reportSubject}: ${offer.title}`);
  const body = encodeURIComponent(`${reportBody}\r\n\r\n${offer.title} (${offer.slug})\r\n`);
  return safeLink(`mailto:${reportTo}?subject=${subject}&body=${body}`);
}
