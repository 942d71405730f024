import { toPublicProvider, type ProviderAnswer, type ProvidersAnswer } from '@vielfalt/feed';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { linkHeader, pageLinks } from './links.js';
import { mentionedTerms } from './mentioned.js';
import { namesOfOthers, networksOfProvider } from './networks.js';
import type { Site } from '../answers/site.js';
import { readAllowed } from './request.js';
import { GONE, jsonContent } from './operation.js';
import { dataRoute } from './route.js';

const PATH = '/v1/providers';

/** The most providers in one answer: usually all. */
const MOST = 10_000;

type CountedHead = ProvidersAnswer['providers'][number];

/** `GET /v1/providers`: all providers, by name. */
async function providers(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const request = readAllowed(['lang', 'page'], parameters, site);
  const { answers, reference, date } = site;
  const { page = 1 } = request.query;
  const count = await answers.offersPerProvider();
  const heads = reference.providers;
  function* counted(): Generator<CountedHead> {
    for (const head of heads.between((page - 1) * MOST, page * MOST)) {
      yield { ...head, offers: count(head.id) };
    }
  }
  const body: Omit<ProvidersAnswer, 'providers'> & { providers: Iterable<CountedHead> } = {
    directory: reference.head(date),
    total: heads.size,
    // Read while they are written.
    providers: counted(),
  };
  const links = pageLinks(site, PATH, request, heads.size, MOST);
  return { body, lifetime: 'data', headers: { Link: linkHeader(links) } };
}

/**
 * `GET /v1/providers/{id|slug}`: one provider; its offers are at `/v1/offers?provider=…`.
 * @throws Problem 404 where it is unknown, 410 where it has gone
 */
async function provider(site: Site, parameters: URLSearchParams, name: string): Promise<Reply> {
  const { answers, reference, date } = site;
  const { query } = readAllowed(['lang'], parameters, site);
  const found = await answers.provider(name);
  if (!found) throw new Problem(404, `The directory has no provider "${name}".`);
  if (found.status === 'retired') {
    throw new Problem(410, `${found.name} is no longer in the directory.`);
  }
  const { networks: _, ...shown } = toPublicProvider(found);
  const networks = await networksOfProvider(site, found, query.lang);
  const others = namesOfOthers(found, networks);
  const view = reference.view(query.lang);
  const { town, district } = shown.address ?? {};
  const facets = { place: [town, district].flatMap((id) => (id ? { value: id, count: 0 } : [])) };
  const body: ProviderAnswer = {
    directory: reference.head(date),
    provider: { ...shown, ...(others.length > 0 && { networks: others }) },
    offers: await answers.count({ query: {}, lock: { provider: [found.id] } }),
    ...(networks.length > 0 && { networks }),
    terms: mentionedTerms(view, [], facets),
  };
  return { body, lifetime: 'data' };
}

export const providersRoute = dataRoute(PATH, providers, {
  summary: 'All providers',
  operation: {
    id: 'listProviders',
    tag: 'providers',
    description: `Every provider, by name, at most ${MOST} in one answer; more are behind a link.`,
    parameters: ['lang', 'page'],
    answer: jsonContent('providers-answer'),
  },
});

export const providerRoute = dataRoute('/v1/providers/:name', provider, {
  summary: 'One provider',
  operation: {
    id: 'getProvider',
    tag: 'providers',
    description:
      'All that is public of a provider, with the number of its offers and the networks it is in.',
    parameters: ['lang'],
    name: 'Id or slug of the provider.',
    answer: jsonContent('provider-answer'),
    problems: GONE,
  },
});
