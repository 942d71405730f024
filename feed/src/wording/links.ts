import { encoded, safeLink } from '../link.js';
import type { DetailWords } from './words.js';

/**
 * The map that a visitor may open by a click: the directory's template with `{lat}` and `{lng}`
 * filled in. Nothing where the place has no coordinates (WGS 84 degrees) or the template is no link.
 */
export function mapLink(
  template: string | undefined,
  { lat, lng }: { lat?: number; lng?: number },
): string | undefined {
  if (!template || lat === undefined || lng === undefined) return undefined;
  return safeLink(template.replaceAll('{lat}', `${lat}`).replaceAll('{lng}', `${lng}`));
}

/**
 * Where "this is wrong" goes: a letter with a subject and a first line, or the office's form with
 * `offer=SLUG` added. The office knows the offer by its original title.
 */
export function reportLink(
  reportTo: string | undefined,
  offer: { title: string; slug: string },
  { subject, body }: Pick<DetailWords['report'], 'subject' | 'body'>,
): string | undefined {
  if (!reportTo) return undefined;
  if (/^https?:/i.test(reportTo)) {
    if (!safeLink(reportTo) || !URL.canParse(reportTo)) return undefined;
    const address = new URL(reportTo);
    address.searchParams.set('offer', offer.slug);
    return address.href;
  }
  return safeLink(
    `mailto:${reportTo}?subject=${encoded(`${subject}: ${offer.title}`)}&body=${encoded(
      `${body}\r\n\r\n${offer.title} (${offer.slug})\r\n`,
    )}`,
  );
}
