import { encoded, safeLink } from '../link.js';
import type { RecordOrigin } from '../model/common.js';
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
  /** The directory that it comes from, where that is another one. */
  origin?: RecordOrigin | undefined;
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
 * or the office's form with `offer=SLUG`, `provider=SLUG` or `network=SLUG` added. A record of another
 * directory is corrected there, where that says how.
 */
export function reportWay(
  ownReportTo: string | undefined,
  { kind, name, origin, ...here }: Reported,
  texts: Pick<DetailWords['report'], Reported['kind']>,
): ReportWay | undefined {
  const there = origin?.reportTo ? origin : undefined;
  const reportTo = there?.reportTo ?? ownReportTo;
  const page = there?.page ?? here.page;
  const slug = there?.page.split('/').at(-1) ?? here.slug;
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

/** What a record says of where it comes from. */
export interface SourceNote {
  name: string;
  /** The record's page there. */
  page?: string;
  /** Whom to name besides, and the licence. */
  terms: string;
}

/** The directory or office that a record comes from; undefined where it says nothing of it. */
export function sourceNote({
  origin,
  attribution,
  licence,
}: {
  origin?: RecordOrigin;
  attribution?: string;
  licence?: string;
}): SourceNote | undefined {
  const name = origin?.name ?? attribution;
  if (!name) return undefined;
  const others = [attribution === name ? undefined : attribution, licence];
  return {
    name,
    ...(origin && { page: origin.page }),
    terms: others.filter(Boolean).join(', '),
  };
}
