import assert from 'node:assert/strict';
import { example, network, provider } from './example.js';
import type { Feed } from './feed-harness.js';
import { unescaped, visit, type Visited } from './page-harness.js';

export const BASE = 'https://feed.example.org';

/** What stands in one of the fields to copy from; undefined where there is none. */
export function fieldOf({ html }: Pick<Visited, 'html'>, id: string): string | undefined {
  const found = new RegExp(`<textarea\\s+id="${id}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1];
  // A first line break is no part of it (HTML, 13.1.2.5).
  return found === undefined ? undefined : unescaped(found.replace(/^\n/, ''));
}

/** The page of a choice, with the lines that it writes. */
export async function configured(
  feed: Feed,
  query = '',
): Promise<Visited & { lines: string; field: (id: string) => string | undefined }> {
  const page = await visit(feed, `/configure${query && `?${query}`}`);
  assert.ok(page.status === 200 || page.status === 400, `${query}: ${page.status}`);
  const field = (id: string) => fieldOf(page, id);
  return { ...page, lines: field('snippet') ?? '', field };
}

/** The list of a page whose label is this, as the values that can be chosen. */
export function optionsOf({ html }: Visited, name: string): string[] {
  const [, inside = ''] =
    new RegExp(`<select id="by-${name}"[^]*?>([^]*?)</select>`).exec(html) ?? [];
  return [...inside.matchAll(/<option value="([^"]*)"/g)].map(([, value = '']) => value);
}

/** A name that is nothing but trouble in HTML, PHP and addresses. */
const ODD_NAME = `Haus "Am Park" & 'Söhne' <e. V.>`;

/** The examples, with such a name and a network. */
export function oddExample() {
  const { providers, networks, ...rest } = example();
  const odd = provider(1, { name: ODD_NAME });
  return {
    ...rest,
    providers: [odd, ...providers.slice(1)],
    networks: [network(1), ...networks.slice(1)],
  };
}
