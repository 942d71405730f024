import type { Feed } from './feed-harness.js';

export interface Visited {
  status: number;
  headers: Record<string, unknown>;
  html: string;
  /** The text of the page as a reader gets it, in one line. */
  text: string;
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** What stands in a page as text: entities are resolved. */
export function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Asks for a page as a browser without scripts does. */
export async function visit(
  feed: Feed,
  path: string,
  headers: Record<string, string> = {},
): Promise<Visited> {
  const { status, headers: sent, body } = await feed.get(path, headers);
  const html = body.toString();
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  const text = unescaped(main.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
  return { status, headers: sent, html, text };
}

/** The slugs of the offers that a page lists as cards, in their order. */
export function offersOn({ html }: Visited): string[] {
  return [...html.matchAll(/<article class="card" aria-labelledby="offer-([a-z0-9-]+)"/g)].map(
    ([, slug]) => slug ?? '',
  );
}

/** Where a page's links with these words lead, as a browser reads them. */
export function linksTo({ html }: Visited, words: RegExp): string[] {
  return [...html.matchAll(/<a\s([^>]*)>([\s\S]*?)<\/a\s*>/g)].flatMap(
    ([, tag = '', inside = '']) => {
      const label = /aria-label="([^"]*)"/.exec(tag)?.[1] ?? inside.replace(/<[^>]*>/g, '');
      const href = /href="([^"]*)"/.exec(tag)?.[1];
      return href !== undefined && words.test(unescaped(label).replace(/\s+/g, ' ').trim())
        ? [unescaped(href)]
        : [];
    },
  );
}
