import type { Tombstone } from '@vielfalt/feed';
import { pageUrl, type OfferEntry, type FormatContext } from '../entry.js';
import type { Selection } from '../format.js';
import { newsHead, newsTags, type NewsSubject } from './news.js';
import { documentPieces, element, type Xml } from './xml.js';

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
): Iterable<string> {
  const attributes = { ...NAMESPACES, 'xml:lang': source.view.lang };
  return documentPieces('feed', attributes, feedContents(source, selection, subject));
}

function* feedContents(
  source: FormatContext,
  selection: Selection,
  subject: NewsSubject,
): Generator<Xml> {
  const { entries, links, gone } = selection;
  const { id, title, updated, home } = newsHead(source, selection, subject);
  const { publisher, licence, attribution } = source.site.reference.directory;
  const rights = [licence?.name, attribution].filter(Boolean).join(', ');
  yield element('id', {}, id);
  yield element('title', {}, title);
  yield element('updated', {}, updated);
  yield author(publisher.name, publisher.web);
  if (rights) yield element('rights', {}, rights);
  yield element('generator', {}, 'Vielfalt');
  yield link('alternate', 'text/html', home);
  for (const [name, relation] of Object.entries(RELATIONS)) {
    const href = links[name as keyof typeof RELATIONS];
    if (href) yield link(relation, 'application/atom+xml', href);
  }
  for (const entry of entries) yield entryElement(entry, source, subject);
  for (const each of gone) yield deleted(each, subject);
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
