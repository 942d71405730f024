import { printRequest, type Request } from '@vielfalt/feed';
import type { PageLinks } from '../formats/format.js';
import type { Site } from '../answers/site.js';

/** A request as an address below the public one. */
export function address({ baseUrl }: Site, path: string, request: Request): string {
  const query = printRequest(request);
  return `${baseUrl}${path}${query && `?${query}`}`;
}

/** @param limit how many of `total` stand on one page */
export function pageLinks(
  site: Site,
  path: string,
  { query, lock }: Request,
  total: number,
  limit: number,
): PageLinks {
  const { page = 1 } = query;
  const last = Math.max(1, Math.ceil(total / limit));
  const to = (number: number) =>
    address(site, path, { query: { ...query, page: number > 1 ? number : undefined }, lock });
  return {
    self: to(page),
    first: to(1),
    ...(page > 1 && { prev: to(Math.min(page - 1, last)) }),
    ...(page < last && { next: to(page + 1) }),
  };
}

/** The value of a `Link` header (RFC 8288). */
export function linkHeader(links: PageLinks): string {
  return Object.entries(links)
    .map(([relation, target]: [string, string]) => `<${target}>; rel="${relation}"`)
    .join(', ');
}
