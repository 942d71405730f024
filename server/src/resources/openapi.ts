import { LOCKS, NAMES, PARAMETER_DOCS, WITHIN, type ParameterDoc } from '@vielfalt/feed';
import type { Site } from '../answers/site.js';
import type { Reply } from '../http/reply.js';
import { documentedPath, LOCK_PARAMETERS, pathItem, TAGS } from './operation.js';
import { fromDirectory, noParameter, type Route } from './route.js';
import { PUBLISHED } from './published.js';

const describeParameter = (name: string, { description, schema }: ParameterDoc) => ({
  name,
  in: 'query',
  description,
  schema,
  // With commas.
  ...(schema.type === 'array' && { style: 'form', explode: false }),
});

/** What the document tells of a route. */
type DescribedRoute = Pick<Route, 'path' | 'summary' | 'operation'>;

/** Each parameter once, by its name; operations refer to it. */
function describeParameters(routes: readonly DescribedRoute[]): object {
  const all = [
    ...Object.entries(PARAMETER_DOCS),
    ...LOCKS.map((name): [string, ParameterDoc] => [
      WITHIN + name,
      { ...PARAMETER_DOCS[name], description: `The lock: ${PARAMETER_DOCS[name].description}` },
    ]),
    ...routes.flatMap(({ operation }) => Object.entries(operation?.ownParameters ?? {})),
  ];
  return Object.fromEntries(all.map(([name, doc]) => [name, describeParameter(name, doc)]));
}

/** The names of all that offers can be asked for. */
export const OFFER_PARAMETERS = [...NAMES, ...LOCK_PARAMETERS];

/** `GET /v1/openapi.json`: this interface as OpenAPI 3.1, made from routes and the schemas that check them. */
export function openapiRoute(routes: () => readonly DescribedRoute[]): Route {
  return {
    path: '/v1/openapi.json',
    takes: noParameter,
    summary: 'This interface, described (OpenAPI 3.1)',
    reply: fromDirectory((site) => openapi(site, routes())),
  };
}

/** The OpenAPI document of some routes. */
export function openapi(
  { reference, date, baseUrl }: Site,
  routes: readonly DescribedRoute[],
): Reply {
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
      description:
        'Offers and providers, and a way to say what is wrong with them. No key, no cookie, any origin.',
      contact: { name, ...(email && { email }), ...(web && { url: web }) },
      ...(licence && { license: licence }),
    },
    servers: [{ url: baseUrl || '/' }],
    // Everybody may read everything that is published, and report a mistake in it.
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
