import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { PUBLISHED } from './published.js';
import { noParameter, type Route } from './route.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const BY_FILE = new Map(
  Object.entries(PUBLISHED).map(([name, published]) => [`${name}.json`, published]),
);

/**
 * `GET /v1/schema/{name}.json`: a JSON Schema (2020-12).
 * @throws Problem 404 naming the schemas there are
 */
function schema(file: string): Reply {
  const found = BY_FILE.get(file);
  if (!found) {
    const list = [...BY_FILE.keys()].join(', ');
    throw new Problem(404, `There is no schema "${file}". There are: ${list}.`);
  }
  const body = { $schema: DIALECT, ...found };
  return { body, type: 'application/schema+json', lifetime: 'data' };
}

export const schemaRoute: Route = {
  path: '/v1/schema/:name',
  takes: noParameter,
  summary: 'A schema of what is answered (JSON Schema 2020-12)',
  reply: ({ name }) => schema(name),
};
