import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A website of one page, at every address; `feedUrl` is where its script comes from. */
export async function serveHostPage(feedUrl: string, body: string) {
  const page = `<!doctype html>
<html lang="de">
<meta charset="utf-8">
<title>Test</title>
<link rel="icon" href="data:,">
<script type="module" src="${feedUrl}/widget/v1/vielfalt.js"></script>
<main>${body}</main>
</html>`;
  const server = createServer((_request, response) => {
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
