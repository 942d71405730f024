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

/** What a feed tells of offers, and to whom. */
export interface NewsSubject {
  /** The page with the same offers. */
  page: string;
  title: (source: FormatContext) => string;
  /** The id of what is told of an offer: two feeds that tell of one differently have two. */
  entryId: (offer: string) => string;
  summary: (entry: OfferEntry) => string | undefined;
  /** All there is to tell, in paragraphs. */
  text: (entry: OfferEntry) => string;
}

/** What is told to visitors. */
export const OFFER_NEWS: NewsSubject = {
  page: '/',
  title: ({ site }) => site.reference.directory.title,
  entryId: (offer) => `urn:uuid:${offer}`,
  summary: ({ texts }) => texts.summary,
  text: ({ texts: { title, summary, description } }) =>
    [summary, description].filter(Boolean).join('\n\n') || title,
};

/** The feed's own id, the same whichever page of it is read. */
export function newsHead(
  source: FormatContext,
  { entries, links, gone }: Selection,
  subject: NewsSubject,
): NewsHead {
  const { site } = source;
  const latest = [entries[0]?.card.changed, gone[0]?.changed].filter((each) => each !== undefined);
  return {
    id: `urn:uuid:${v5(links.first, v5.URL)}`,
    title: subject.title(source),
    updated: latest.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? `${site.date}T00:00:00Z`,
    home: pageUrl(source, subject.page),
  };
}

/** The labels of its kind and topics. */
export function newsTags({ offer }: OfferEntry, { view }: FormatContext): string[] {
  const kind = offer.kind && view.terms.kind[offer.kind]?.label;
  const topics = (offer.topics ?? []).flatMap((id) => view.terms.topic[id]?.label ?? []);
  return [...new Set([...(kind ? [kind] : []), ...topics])];
}
