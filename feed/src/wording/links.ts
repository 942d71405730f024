import { encoded, safeLink } from '../link.js';
import type { DetailWords } from './words.js';

/**
 * The map that a visitor may open by a click: the directory's template with `{lat}` and `{lng}`
 * filled in. Undefined where the place has no coordinates (WGS 84 degrees) or the template is not a
 * link.
 */
export function mapLink(
  template: string | undefined,
  { lat, lng }: { lat?: number; lng?: number },
): string | undefined {
  if (!template || lat === undefined || lng === undefined) return undefined;
  return safeLink(template.replaceAll('{lat}', `${lat}`).replaceAll('{lng}', `${lng}`));
}

/** The record that is reported to be wrong. */
export interface Reported {
  kind: 'offer' | 'provider' | 'network';
  /** The name as the office knows it: in the original. */
  name: string;
  slug: string;
  /** The address of the directory's page about it, where it is known. */
  page: string | undefined;
}

/** The way to report "this is wrong". */
export interface ReportWay {
  /** The letter, ready to be completed, or the office's form. */
  link: string;
  /** The address of the letter, for people who write it by other means. */
  email?: string;
}

/**
 * The way to report a mistake: a letter whose subject and first lines name the record and its page,
 * or the office's form with `offer=SLUG`, `provider=SLUG` or `network=SLUG` added.
 */
export function reportWay(
  reportTo: string | undefined,
  { kind, name, slug, page }: Reported,
  texts: Pick<DetailWords['report'], Reported['kind']>,
): ReportWay | undefined {
  if (!reportTo) return undefined;
  if (/^https?:/i.test(reportTo)) {
    if (!safeLink(reportTo) || !URL.canParse(reportTo)) return undefined;
    const address = new URL(reportTo);
    address.searchParams.set(kind, slug);
    return { link: address.href };
  }
  const { subject, body } = texts[kind];
  const lines = [body, '', `${name} (${slug})`, ...(page ? [page] : []), ''].join('\r\n');
  const link = safeLink(
    `mailto:${reportTo}?subject=${encoded(`${subject}: ${name}`)}&body=${encoded(lines)}`,
  );
  return link ? { link, email: reportTo } : undefined;
}
