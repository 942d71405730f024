import { v5 } from 'uuid';
import { pageUrl, type OfferEntry, type FormatContext } from '../entry.js';
import type { Selection } from '../format.js';

/** The facts about a feed of news, in whatever format. */
export interface NewsHead {
  id: string;
  title: string;
  /** The time of the latest change (RFC 3339). */
  updated: string;
  home: string;
}

/** The feed's own id, the same whichever page of it is read. */
export function newsHead(source: FormatContext, { entries, links, gone }: Selection): NewsHead {
  const { site } = source;
  const { title } = site.reference.directory;
  const latest = [entries[0]?.card.changed, gone[0]?.changed].filter((each) => each !== undefined);
  return {
    id: `urn:uuid:${v5(links.first, v5.URL)}`,
    title,
    updated: latest.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? `${site.date}T00:00:00Z`,
    home: pageUrl(source, '/'),
  };
}

/** An offer's text as news: all of it, in paragraphs. */
export function newsText({ texts }: OfferEntry): string {
  const { title, summary, description } = texts;
  return [summary, description].filter(Boolean).join('\n\n') || title;
}

/** The labels of its kind and topics. */
export function newsTags({ offer }: OfferEntry, { view }: FormatContext): string[] {
  const kind = offer.kind && view.terms.kind[offer.kind]?.label;
  const topics = (offer.topics ?? []).flatMap((id) => view.terms.topic[id]?.label ?? []);
  return [...new Set([...(kind ? [kind] : []), ...topics])];
}
