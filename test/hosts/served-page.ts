import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostPage, Text } from './pages.js';

const SCRIPT = '<script type="module" src="FEED/widget/v1/vielfalt.js"></script>';

/** The page's own look, and the room that it keeps, as the guide for editors has it. */
const STYLE = `<style>
  body { margin: 0; font: 16px/1.5 sans-serif }
  #above, #below { background: #eef }
  vielfalt-directory:not(:defined), vielfalt-offer-list:not(:defined), [data-vielfalt] {
    display: block;
    min-height: 100vh;
  }
  vielfalt-search-box:not(:defined) {
    display: block;
    min-height: calc(1.9em + max(3.25em, 52px));
  }
</style>`;

/** The page on an origin of its own; `witness` is a script that it begins with. */
export async function servePage(
  page: HostPage,
  { feedUrl, publicUrl, witness }: { feedUrl: string; publicUrl: string; witness?: string },
) {
  const written = async (text: Text) =>
    (typeof text === 'string' ? text : await text(publicUrl)).replaceAll('FEED', feedUrl);
  const [ours, script, head, policy] = await Promise.all(
    [page.ours, page.script ?? SCRIPT, page.head ?? '', page.policy ?? ''].map(written),
  );
  const watches = witness ? '<script src="/witness.js"></script>' : '';
  const allowsStyles = !policy?.includes("style-src 'none'");
  const html = `<!doctype html>
<html ${page.root ?? 'lang="de"'}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Stadt am Fluss</title>
${watches}${policy ? '' : '<link rel="icon" href="data:,">'}${allowsStyles ? STYLE : ''}
${script}${head}
</head>
<body>
<!-- Beside them is room for bars that come and go, also where no style is allowed. -->
<table id="above" width="90%"><tr><td>
  <h1>Stadt am Fluss</h1>
  <p id="lit">Rathaus</p>
  <nav><ul><li><a href="/rathaus">Rathaus</a></li><li><a href="/buergerbuero">Bürgerbüro</a></li></ul></nav>
  <form><label>Suche <input name="q"></label> <button>Los</button></form>
</td></tr></table>
<main><div id="ours">${ours}</div></main>
<table id="below" width="90%"><tr><td><p>Öffnungszeiten: <b>montags</b> <a href="/impressum">Impressum</a></p></td></tr></table>
<pre>${'\n'.repeat(60)}</pre>
</body>
</html>`;
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    if (request.url === '/witness.js') {
      return void response.setHeader('content-type', 'text/javascript').end(witness);
    }
    if (policy) {
      const sources = witness
        ? policy.replace('script-src', `script-src http://${request.headers.host}/witness.js`)
        : policy;
      response.setHeader('content-security-policy', sources);
    }
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
