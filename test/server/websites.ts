import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { PoliteWeb, type PoliteWebOptions } from '../../server/src/links/polite-web.js';
import type { Span } from './fixture.js';

export type Site = (request: IncomingMessage, response: ServerResponse) => void;

/** Leads every name to this machine, as if it were the internet. */
export const toHere: LookupFunction = (_, options, callback) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

/** Websites by the first part of their names; what is asked of them, in order. */
export async function startSites(test: Span, sites: Record<string, Site>) {
  const asked: string[] = [];
  const agents = new Set<string | undefined>();
  const server = createServer((request, response) => {
    const [name = ''] = (request.headers.host ?? '').split('.');
    asked.push(`${request.method} ${name}${request.url}`);
    agents.add(request.headers['user-agent']);
    const site = sites[name];
    if (request.url === '/robots.txt' && name !== 'shy') response.writeHead(404).end();
    else if (site) site(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    agents,
    server,
    /** What was asked, without robots.txt. */
    pages: () => asked.filter((each) => !each.endsWith('/robots.txt')),
    url: (name: string, path = '/') => `http://${name}.alt:${port}${path}`,
  };
}

/** A client that waits for nobody, and finds every name on this machine. */
export function politeWeb(options: Partial<PoliteWebOptions> = {}): PoliteWeb {
  return new PoliteWeb({
    agent: 'Vielfalt',
    signal: new AbortController().signal,
    lookup: toHere,
    pause: async () => undefined,
    ...options,
  });
}

/** A page that is there. */
export const there: Site = (_, response) => response.writeHead(200).end('<!doctype html>');

/** A page that leads elsewhere. */
export const leadsTo =
  (location: string, status = 302): Site =>
  (_, response) =>
    response.writeHead(status, { Location: location }).end();
