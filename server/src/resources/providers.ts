import { toPublicProvider, type ProviderAnswer, type ProvidersAnswer } from '@vielfalt/feed';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { mentionedTerms } from './mentioned.js';
import { namesOfOthers, networksOfProvider } from './networks.js';
import type { Site } from '../answers/site.js';
import { readAllowed } from './request.js';
import { GONE, jsonContent } from './operation.js';
import { dataRoute } from './route.js';

/** `GET /v1/providers`: all providers, by name. */
async function providers(site: Site, parameters: URLSearchParams): Promise<Reply> {
  readAllowed(['lang'], parameters, site);
  const { answers, reference, date } = site;
  const list = (await answers.providers()).flatMap(({ provider: { id }, offers }) => {
    const head = reference.providers.byId(id);
    return head ? { ...head, offers } : [];
  });
  const body: ProvidersAnswer = {
    directory: reference.head(date),
    total: list.length,
    providers: list,
  };
  return { body, lifetime: 'data' };
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

export const providersRoute = dataRoute('/v1/providers', providers, {
  summary: 'All providers',
  operation: {
    id: 'listProviders',
    tag: 'providers',
    description: 'Every provider, by name.',
    parameters: ['lang'],
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
