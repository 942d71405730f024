import { jsonPieces } from '../../http/json.js';
import { pageUrl, type OfferEntry, type FormatContext } from '../entry.js';
import type { Selection } from '../format.js';
import { newsHead, newsTags, type NewsSubject } from './news.js';

/** News as a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function printJsonFeed(
  source: FormatContext,
  selection: Selection,
  subject: NewsSubject,
): Iterable<string> {
  const { entries, links } = selection;
  const { title, home } = newsHead(source, selection, subject);
  const { publisher } = source.site.reference.directory;
  return jsonPieces({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: links.self,
    next_url: links.next,
    language: source.view.lang,
    authors: [{ name: publisher.name, url: publisher.web }],
    items: items(entries, source, subject),
  });
}

function* items(
  entries: readonly OfferEntry[],
  source: FormatContext,
  subject: NewsSubject,
): Generator<object> {
  for (const entry of entries) yield item(entry, source, subject);
}

function item(entry: OfferEntry, source: FormatContext, subject: NewsSubject): object {
  const { offer, texts, provider, url, language } = entry;
  return {
    id: subject.entryId(offer.id),
    url,
    title: texts.title,
    summary: subject.summary(entry),
    content_text: subject.text(entry),
    date_modified: offer.changed,
    language,
    tags: newsTags(entry, source),
    authors: provider && [
      { name: provider.name, url: pageUrl(source, `/providers/${provider.slug}`) },
    ],
  };
}
