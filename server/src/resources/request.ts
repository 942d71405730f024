import { parseRequest, type Request } from '@vielfalt/feed';
import { unknownValues } from '../answers/reference.js';
import { Problem } from '../http/problem.js';
import type { Site } from '../answers/site.js';
import { withMeant } from './meant-values.js';

/**
 * Reads a request for offers.
 * @throws Problem 400 naming each parameter that is unknown, malformed or names what is not there
 */
export function readRequest(parameters: URLSearchParams, { reference }: Site): Request {
  const { request, problems } = parseRequest(parameters);
  const { terms } = reference.view(request.query.lang);
  const unknown = unknownValues(request, terms, reference);
  const all = withMeant([...problems, ...unknown], reference);
  if (all.length > 0) throw Problem.badRequest(all);
  return request;
}

/**
 * Reads a request that may only say some things.
 * @throws Problem 400 where it says more
 */
export function readAllowed(
  allowed: readonly string[],
  parameters: URLSearchParams,
  site: Site,
): Request {
  const others = [...new Set(parameters.keys())].filter(
    (name) =>
      !allowed.some((each) => name === each || (each.endsWith('.') && name.startsWith(each))),
  );
  if (others.length > 0) {
    const list = allowed.map((name) => (name.endsWith('.') ? `${name}…` : name)).join(', ');
    throw Problem.badRequest(
      others.map((parameter) => ({
        parameter,
        value: parameters.get(parameter) ?? '',
        detail: list ? `here only ${list} can be asked` : 'nothing can be asked here',
      })),
    );
  }
  return readRequest(parameters, site);
}
