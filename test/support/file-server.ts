import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * A plain file server: it knows a few types, leads a folder to the slash at its end and shows its
 * `index.html`, lets other websites read, and looks at nothing of an address but its path.
 *
 * @param prefix the path that the folder is reached at: `/some/dir`
 */
export async function serveFiles(folder: string, prefix = '') {
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://server.example');
      response.setHeader('access-control-allow-origin', '*');
      if (!pathname.startsWith(`${prefix}/`)) return void response.writeHead(404).end();
      const file = join(folder, decodeURIComponent(pathname.slice(prefix.length)));
      const found = await stat(file).catch(() => undefined);
      if (found?.isDirectory() && !pathname.endsWith('/')) {
        return void response.writeHead(301, { location: `${pathname}/` }).end();
      }
      const path = found?.isDirectory() ? join(file, 'index.html') : file;
      const body = await readFile(path).catch(() => undefined);
      if (!body) return void response.writeHead(404).end();
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(body);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
