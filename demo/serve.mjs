import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('hosts', import.meta.url));

/** The feed's address as the pages write it. */
const PLACEHOLDER = 'https://feed.example.org';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** The file that an address names below the hosts' folder, or nothing. */
function fileOf(pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const isPlain = path.split('/').every((part) => !/[\\\0:]/.test(part) && !part.startsWith('.'));
  return isPlain ? ROOT + path.split('/').join(sep) : undefined;
}

async function find(pathname) {
  const file = fileOf(pathname);
  if (!file) return undefined;
  const wanted = file.endsWith(sep) ? `${file}index.html` : file;
  const found = await stat(wanted).catch(() => undefined);
  if (found?.isDirectory()) return { redirect: `${basename(wanted)}/` };
  const type = TYPES[extname(wanted)];
  return found?.isFile() && type ? { file: wanted, type } : undefined;
}

/** Has a page reload when it is told to. */
const RELOADER = "new EventSource('/changes').onmessage = () => location.reload();\n";

/** The page with the script that reloads it, last so that it is in nobody's way. */
function reloading(page) {
  return page.replace('</body>', '<script src="/reload.js"></script></body>');
}

async function answer(request, response, { feedUrl, onListen }) {
  const send = (status, headers, body = '') => {
    response.writeHead(status, { ...HEADERS, ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return send(405, { allow: 'GET, HEAD' });
  }
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (onListen && pathname === '/changes') return onListen(response);
  if (onListen && pathname === '/reload.js') {
    return send(200, { 'content-type': 'text/javascript; charset=utf-8' }, RELOADER);
  }
  const found = await find(pathname);
  if (!found) return send(404, { 'content-type': 'text/plain; charset=utf-8' }, 'Not found\n');
  if (found.redirect) return send(308, { location: found.redirect });
  const text = await readFile(found.file, 'utf8');
  const page = found.type.startsWith('text/html') ? text.replaceAll(PLACEHOLDER, feedUrl) : text;
  const body = onListen ? reloading(page) : page;
  return send(200, { 'content-type': found.type }, body);
}

/**
 * Serves the three host websites to this computer, each in a folder of its own, with the feed's
 * address put in where the pages write `https://feed.example.org`.
 *
 * @param {{ port?: number, feedUrl: string, onListen?: (response: import('node:http').ServerResponse) => void }} options
 *   `port`: any free one where absent; `feedUrl`: an origin such as `http://localhost:8080`;
 *   `onListen`: pages ask for `/changes`, an event stream that this is to answer, and reload on
 *   each event
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveHosts({ port = 0, feedUrl, onListen }) {
  const server = createServer((request, response) => {
    answer(request, response, { feedUrl, onListen }).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const { url } = await serveHosts({
    port: Number(process.env.HOSTS_PORT ?? 8081),
    feedUrl: process.env.FEED_URL ?? 'http://localhost:8080',
  });
  console.log(`Host websites: ${url}/`);
}
