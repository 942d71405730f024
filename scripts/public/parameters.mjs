import { WITHIN } from '../../feed/dist/src/index.js';
import { openapi } from '../../server/dist/resources/openapi.js';
import { ROUTES } from '../../server/dist/routes.js';

/** A directory with nothing in it: the parameters are the same for all. */
const SITE = {
  reference: { head: () => ({ title: '' }), directory: { publisher: { name: '' } } },
  date: '2026-01-01',
  baseUrl: '',
};

/** A parameter's type as an attribute's. */
function typeOf({ enum: values, type }) {
  if (values?.join() === 'yes') return 'boolean';
  if (values) return values.map((value) => `'${value}'`).join(' | ');
  return type === 'integer' ? 'number' : 'string';
}

/**
 * Reads the parameters of `/v1/offers` from the feed's own description of them.
 *
 * @returns what may be asked, and under the same names what may be locked by an attribute
 */
export function readParameters() {
  const { components, paths } = openapi(SITE, ROUTES).body;
  const all = Object.values(components.parameters);
  const asked = paths['/v1/offers'].get.parameters.map(({ $ref }) =>
    all.find(({ name }) => $ref.endsWith(`/${name}`)),
  );
  const isLock = ({ name }) => name.startsWith(WITHIN);
  const query = asked.filter((each) => !isLock(each));
  const locked = new Set(asked.filter(isLock).map(({ name }) => name.slice(WITHIN.length)));
  const locks = query
    .filter(({ name }) => locked.has(name))
    .map(({ name, description, schema }) => ({
      name,
      description,
      schema,
      type: typeOf(schema),
    }));
  return { query, locks };
}
