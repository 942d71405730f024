import { toSharedRecord, type RecordsAnswer } from '@vielfalt/feed';
import type { Site } from '../answers/site.js';
import type { Reply } from '../http/reply.js';
import { linkHeader, pageLinks } from './links.js';
import { jsonContent } from './operation.js';
import { readAllowed } from './request.js';
import { dataRoute } from './route.js';

const PATH = '/v1/records';

/** The number of records on a page that asks for no other. */
const PAGE_LENGTH = 250;

/** `GET /v1/records`: all that is public of the records, for directories that take them over. */
async function records(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const { answers, reference, date, baseUrl } = site;
  const request = readAllowed(['changed', 'limit', 'page'], parameters, site);
  const { changed, limit = PAGE_LENGTH, page = 1 } = request.query;
  const found = await answers.records(changed, page, limit);
  const sources = new Map(reference.sources.map((source) => [source.id, source]));
  const shared = <Shared extends Parameters<typeof toSharedRecord>[0]>(all: readonly Shared[]) =>
    all.map((record) => toSharedRecord(record, sources.get(record.source), date));
  const { date: _, attribution: __, ...head } = reference.head(date);
  // Without whom the head names besides: dictionaries, and sources that are directories themselves.
  const { attribution } = reference.directory;
  const directory = { ...head, ...(attribution !== undefined && { attribution }) };
  const body: RecordsAnswer = {
    directory: { ...directory, ...(baseUrl && { baseUrl }) },
    total: found.total,
    providers: shared(found.providers),
    offers: shared(found.offers),
    networks: shared(found.networks),
  };
  const links = pageLinks(site, PATH, request, found.total, limit);
  return { body, lifetime: 'data', headers: { Link: linkHeader(links) } };
}

export const recordsRoute = dataRoute(PATH, records, {
  summary: 'All records, a page at a time, for other directories',
  operation: {
    id: 'listRecords',
    tag: 'exchange',
    description:
      'All that is public of offers, providers and networks, as another directory takes it over. Without `changed` all that has not gone; with it what has changed since, and what has gone.',
    parameters: ['changed', 'limit', 'page'],
    answer: jsonContent('records-answer'),
  },
});
