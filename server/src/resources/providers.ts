import type { ProviderAnswer, ProvidersAnswer } from '@vielfalt/feed';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { mentionedTerms } from './mentioned.js';
import type { Site } from '../answers/site.js';
import { readOnly } from './request.js';
import { GONE, jsonContent } from './operation.js';
import { dataRoute } from './route.js';

/** `GET /v1/providers`: all providers, by name. */
async function providers(site: Site, parameters: URLSearchParams): Promise<Reply> {
  readOnly(['lang'], parameters, site);
  const list = await providersByName(site);
  const body: ProvidersAnswer = {
    directory: site.snapshot.head(site.date),
    total: list.length,
    providers: list,
  };
  return { body, lifetime: 'data' };
}

/** All providers by the directory's collation, with how many offers each has now. */
export async function providersByName({
  answers,
  snapshot,
}: Site): Promise<ProvidersAnswer['providers']> {
  const counts = await answers.offersPerProvider();
  const collator = new Intl.Collator(snapshot.state.directory.language, { numeric: true });
  return Object.values(snapshot.providers)
    .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .map((head) => ({ ...head, offers: counts.get(head.id) ?? 0 }));
}

/**
 * `GET /v1/providers/{id|slug}`: one provider; its offers are at `/v1/offers?provider=…`.
 * @throws Problem 404 where it is unknown, 410 where it has gone
 */
async function provider(site: Site, parameters: URLSearchParams, name: string): Promise<Reply> {
  const { answers, snapshot, date } = site;
  const { query } = readOnly(['lang'], parameters, site);
  const found = snapshot.provider(name);
  if (!found) throw new Problem(404, `The directory has no provider "${name}".`);
  if (found.status === 'retired') {
    throw new Problem(410, `${found.name} is no longer in the directory.`);
  }
  const shown = snapshot.publicProvider(found);
  const view = snapshot.view(query.lang);
  const { town, district } = shown.address ?? {};
  const facets = { place: [town, district].flatMap((id) => (id ? { value: id, count: 0 } : [])) };
  const body: ProviderAnswer = {
    directory: snapshot.head(date),
    provider: shown,
    offers: (await answers.offersPerProvider()).get(found.id) ?? 0,
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
    description: 'All that is public of a provider, with the offers it has now.',
    parameters: ['lang'],
    name: 'Id or slug of the provider.',
    answer: jsonContent('provider-answer'),
    problems: GONE,
  },
});
