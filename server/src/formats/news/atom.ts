import type { Tombstone } from '@vielfalt/feed';
import { pageUrl, type OfferEntry, type FormatContext } from '../entry.js';
import type { Selection } from '../format.js';
import { newsHead, newsTags, type NewsSubject } from './news.js';
import { element, type Xml } from './xml.js';

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
};
/** The names that Atom has for our links (RFC 5005). */
const RELATIONS = { self: 'self', first: 'first', prev: 'previous', next: 'next' } as const;

/** News as Atom (RFC 4287); offers that have gone are in it as RFC 6721 says. */
export function printAtom(
  source: FormatContext,
  selection: Selection,
  subject: NewsSubject,
): string {
  const { entries, links, gone } = selection;
  const { id, title, updated, home } = newsHead(source, selection, subject);
  const { publisher, licence, attribution } = source.site.reference.directory;
  const rights = [licence?.name, attribution].filter(Boolean).join(', ');
  const feed = element(
    'feed',
    { ...NAMESPACES, 'xml:lang': source.view.lang },
    element('id', {}, id),
    element('title', {}, title),
    element('updated', {}, updated),
    author(publisher.name, publisher.web),
    ...(rights ? [element('rights', {}, rights)] : []),
    element('generator', {}, 'Vielfalt'),
    link('alternate', 'text/html', home),
    ...Object.entries(RELATIONS).flatMap(([name, relation]) => {
      const href = links[name as keyof typeof RELATIONS];
      return href ? link(relation, 'application/atom+xml', href) : [];
    }),
    ...entries.map((entry) => entryElement(entry, source, subject)),
    ...gone.map((each) => deleted(each, subject)),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text}\n`;
}

function entryElement(entry: OfferEntry, source: FormatContext, subject: NewsSubject): Xml {
  const { offer, texts, provider, url, language } = entry;
  const summary = subject.summary(entry);
  return element(
    'entry',
    { 'xml:lang': language },
    element('id', {}, subject.entryId(offer.id)),
    element('title', {}, texts.title),
    element('updated', {}, offer.changed),
    ...(provider ? [author(provider.name, pageUrl(source, `/providers/${provider.slug}`))] : []),
    link('alternate', 'text/html', url),
    ...newsTags(entry, source).map((label) => element('category', { term: label })),
    ...(offer.licence ? [element('rights', {}, offer.licence)] : []),
    ...(summary ? [element('summary', {}, summary)] : []),
    element('content', { type: 'text' }, subject.text(entry)),
  );
}

function author(name: string, uri: string | undefined): Xml {
  return element(
    'author',
    {},
    element('name', {}, name),
    ...(uri ? [element('uri', {}, uri)] : []),
  );
}

function link(rel: string, type: string, href: string): Xml {
  return element('link', { rel, type, href });
}

function deleted({ id, changed }: Tombstone, { entryId }: NewsSubject): Xml {
  return element('at:deleted-entry', { ref: entryId(id), when: changed });
}
