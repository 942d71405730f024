import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostPage {
  body: string;
  /** What stands in the head besides the widget's script. */
  head?: string;
  /** The language and direction, as attributes of the root. */
  root?: string;
  /** The page's content security policy. */
  policy?: string;
  /** Only the body brings scripts. */
  isBare?: true;
}

/** A website of one page, at every address; `feedUrl` is where its script comes from. */
export async function serveHostPage(
  feedUrl: string,
  { body, head = '', root, policy, isBare }: HostPage,
) {
  const script = `<script type="module" src="${feedUrl}/widget/v1/vielfalt.js"></script>`;
  const page = `<!doctype html>
<html ${root ?? 'lang="de"'}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Test</title>
${policy ? '' : '<link rel="icon" href="data:,">'}
${isBare ? '' : script}
${head}
<main>${body}</main>
</html>`;
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    if (policy) response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
