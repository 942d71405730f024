import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Offer } from './town.js';

const PAGES = new URL('pages/', import.meta.url);
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};
const required = createRequire(import.meta.url);
const LIBRARIES: Record<string, string> = {
  'minisearch.js': join(dirname(required.resolve('minisearch')), '../umd/index.js'),
  'instantsearch.js': required.resolve('instantsearch.js/dist/instantsearch.production.min.js'),
  'autocomplete.js': required.resolve('@algolia/autocomplete-js/dist/umd/index.production.js'),
  'accessible-autocomplete.js': required.resolve(
    'accessible-autocomplete/dist/accessible-autocomplete.min.js',
  ),
};

/** What Pagefind makes of the offers, by path. */
async function pagefindFiles(offers: readonly Offer[]): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'de' });
  if (!index) throw new Error(errors.join('\n'));
  for (const { id, title, provider, text } of offers) {
    const record = { url: `/${id}`, content: `${title} ${provider} ${text}`, language: 'de' };
    await index.addCustomRecord({ ...record, meta: { title } });
  }
  const { files } = await index.getFiles();
  await pagefind.close();
  return new Map(files.map(({ path, content }) => [`pagefind/${path}`, content]));
}

/**
 * Serves the pages in `pages/`, the peers' with the same offers as ours; `?feed=` of ours says where
 * its feed is, `?strict` puts the page under a policy that allows no more than scripts and answers
 * from there and from the page's own origin, and no markup made of strings.
 */
export async function servePages(offers: readonly Offer[]) {
  const made = await pagefindFiles(offers);
  made.set('offers.json', Buffer.from(JSON.stringify(offers)));
  const compressed = new Map<string, Buffer>();

  async function answer(url: URL, accepted: string, response: ServerResponse) {
    const name = url.pathname.slice(1);
    const body = made.get(name) ?? (await readFile(LIBRARIES[name] ?? new URL(name, PAGES)));
    response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
    const feed = url.searchParams.get('feed') ?? '';
    if (url.searchParams.has('strict')) {
      const from = `'self' ${feed}`;
      const policy = `default-src 'none'; script-src ${from}; connect-src ${from}; img-src ${from}; require-trusted-types-for 'script'`;
      response.setHeader('content-security-policy', policy);
    }
    if (feed) return response.end(body.toString().replaceAll('https://feed.example.org', feed));
    if (!(extname(name) in TYPES)) return response.end(body);
    // As small as can be, once: a web server would have done so before.
    const encoding = accepted.includes('br') ? 'br' : 'gzip';
    const compress = encoding === 'br' ? brotliCompressSync : gzipSync;
    const smaller = compressed.get(encoding + name) ?? compress(body);
    compressed.set(encoding + name, smaller);
    return response.setHeader('content-encoding', encoding).end(smaller);
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    answer(url, String(request.headers['accept-encoding']), response).catch(() =>
      response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
