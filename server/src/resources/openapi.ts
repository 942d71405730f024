import { LEVELS, LOCKS, MAX_LIMIT, MAX_WORDS, SORTS, type Query } from '@vielfalt/feed';
import type { Site } from '../answers/site.js';
import type { Reply } from '../http/reply.js';
import { documentedPath, LOCK_PARAMETERS, pathItem, TAGS, type ParameterDoc } from './operation.js';
import { fromDirectory, noParameter, type Route } from './route.js';
import { PUBLISHED } from './published.js';

const ids = { type: 'array', items: { type: 'string' } };
const yes = { type: 'string', enum: ['yes'] };

/** The meaning of each parameter; lists are written with commas. */
const PARAMETERS: { [Name in keyof Required<Query>]: ParameterDoc } = {
  q: { description: 'Words to look for.', schema: { type: 'string', maxLength: MAX_WORDS } },
  topic: { description: 'Topics, those below them included.', schema: ids },
  audience: { description: 'For whom; offers for everyone are included.', schema: ids },
  kind: { description: 'Kinds of offer.', schema: ids },
  place: { description: 'Places where it happens or that it serves.', schema: ids },
  at: { description: 'Places where it happens.', schema: ids },
  provider: { description: 'Providers, by id or slug.', schema: ids },
  spoken: { description: 'Languages spoken (BCP 47).', schema: ids },
  level: {
    description: 'The level of the taught language that the visitor has (CEFR).',
    schema: { type: 'string', enum: LEVELS },
  },
  age: {
    description: 'Age in whole years.',
    schema: { type: 'integer', minimum: 0, maximum: 120 },
  },
  free: { description: 'Only what costs nothing.', schema: yes },
  stepfree: { description: 'Only places that are step-free.', schema: yes },
  online: { description: 'Only what happens online.', schema: yes },
  childcare: { description: 'Only with childcare.', schema: yes },
  openings: { description: 'Only with seats left.', schema: yes },
  women: { description: 'Only for women.', schema: yes },
  day: { description: 'Days of the week: mo to su.', schema: ids },
  time: { description: 'morning, afternoon, evening, or HH:MM-HH:MM.', schema: ids },
  near: {
    description: 'Latitude and longitude (WGS 84), with a comma.',
    schema: { type: 'string' },
  },
  km: {
    description: 'Kilometres round "near".',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 10 },
  },
  changed: {
    description: 'Only what changed after this instant (RFC 3339); tombstones come along.',
    schema: { type: 'string', format: 'date-time' },
  },
  sort: {
    description: 'The order; relevance where there are words, else title.',
    schema: { type: 'string', enum: SORTS },
  },
  limit: {
    description: 'Offers on a page.',
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 20 },
  },
  page: { description: 'The page, from 1.', schema: { type: 'integer', minimum: 1, default: 1 } },
  lang: {
    description: 'The language wanted for labels and translations (BCP 47).',
    schema: { type: 'string' },
  },
};

const describeParameter = (name: string, { description, schema }: ParameterDoc) => ({
  name,
  in: 'query',
  description,
  schema,
  ...(schema === ids && { style: 'form', explode: false }),
});

/** Each parameter once, by its name; operations refer to it. */
function describeParameters(routes: readonly Route[]): object {
  const all = [
    ...Object.entries(PARAMETERS),
    ...LOCKS.map((name): [string, ParameterDoc] => [
      `within.${name}`,
      { ...PARAMETERS[name], description: `The lock: ${PARAMETERS[name].description}` },
    ]),
    ...routes.flatMap(({ operation }) => Object.entries(operation?.ownParameters ?? {})),
  ];
  return Object.fromEntries(all.map(([name, doc]) => [name, describeParameter(name, doc)]));
}

/** The names of all that offers can be asked for. */
export const OFFER_PARAMETERS = [...Object.keys(PARAMETERS), ...LOCK_PARAMETERS];

/** `GET /v1/openapi.json`: this interface as OpenAPI 3.1, made from routes and the schemas that check them. */
export function openapiRoute(routes: () => readonly Route[]): Route {
  return {
    path: '/v1/openapi.json',
    takes: noParameter,
    summary: 'This interface, described (OpenAPI 3.1)',
    reply: fromDirectory((site) => openapi(site, routes())),
  };
}

/** The OpenAPI document of some routes. */
export function openapi({ reference, date, baseUrl }: Site, routes: readonly Route[]): Reply {
  const paths = Object.fromEntries(
    routes.flatMap(({ path, summary = '', operation }) =>
      operation ? [[documentedPath(path), pathItem(summary, operation)]] : [],
    ),
  );
  const { title, licence } = reference.head(date);
  const { name, email, web } = reference.directory.publisher;
  const body = {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description: 'Offers and providers, read only. No key, no cookie, any origin.',
      contact: { name, ...(email && { email }), ...(web && { url: web }) },
      ...(licence && { license: licence }),
    },
    servers: [{ url: baseUrl || '/' }],
    // Everybody may read everything that is published.
    security: [],
    tags: Object.entries(TAGS).map(([tag, description]) => ({ name: tag, description })),
    paths,
    components: { schemas: schemasIn(paths), parameters: describeParameters(routes) },
  };
  return { body, type: 'application/vnd.oai.openapi+json;version=3.1', lifetime: 'data' };
}

/** The schemas that answers refer to; those of files stand below `/v1/schema/` alone. */
function schemasIn(paths: object): Record<string, object> {
  const text = JSON.stringify(paths);
  return Object.fromEntries(
    Object.entries(PUBLISHED).filter(([name]) => text.includes(`"#/components/schemas/${name}"`)),
  );
}
