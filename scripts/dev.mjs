// Serves the feed, the elements and the demo's websites as `npm start` does, and keeps them as the
// sources are: compiles what changes, starts the feed anew, and has the websites' pages reload.
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { serveHosts } from '../demo/serve.mjs';
import { build } from './build.mjs';
import { prepare } from './prepare.mjs';
import { ROOT, main } from './run.mjs';
import { addresses, answers, feedSettings, freePorts, mailsLine, startNode } from './serving.mjs';

/** What the feed reads when it starts. */
const SERVED = ['feed/dist', 'server/dist', 'server/assets', 'widget/bundle', 'languages'];
/** What the websites' pages are read from each time. */
const PAGES = ['demo/hosts'];
/** How long nothing must change before it counts as whole, in milliseconds: files come in bursts. */
const QUIET = 500;

const TSC = ['node_modules/typescript/bin/tsc', '-b', '--watch', '--preserveWatchOutput'];
const ROLLUP = ['node_modules/rollup/dist/bin/rollup', '--config', '--watch', '--silent'];

/** Calls `changed` once each time that files in some folders have changed. */
function watchFolders(folders, changed) {
  let timer;
  for (const folder of folders.filter((each) => existsSync(join(ROOT, each)))) {
    watch(join(ROOT, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, QUIET);
    });
  }
}

/** The pages that are open and wait to be told to reload. */
class OpenPages {
  #waiting = new Set();

  /** Keeps the answer to a page open: an event stream. */
  listen = (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    this.#waiting.add(response);
    response.on('close', () => this.#waiting.delete(response));
  };

  reload = () => {
    for (const response of this.#waiting) response.write('data: changed\n\n');
  };
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

await main(async () => {
  process.chdir(ROOT);
  const { port, hostsPort } = await freePorts();
  await prepare();
  await build();

  let isStopping = false;
  const feedUrl = `http://localhost:${port}`;
  const env = await feedSettings(port);
  const start = () => startNode(['server/bin/vielfalt.js', 'serve'], env);
  let feed = start();
  /** Whether the feed answers; one that does not start says why itself, and the next one may. */
  const isUp = (child) => answers(`${feedUrl}/readyz`, () => isStopping || hasEnded(child));
  const pages = new OpenPages();
  const hosts = await serveHosts({ port: hostsPort, feedUrl, onListen: pages.listen });
  const compilers = [
    startNode([...TSC, 'feed', 'server', 'widget']),
    startNode(ROLLUP, {}, 'pipe'),
  ];

  const stop = () => {
    isStopping = true;
    for (const child of [feed, ...compilers]) child.kill('SIGTERM');
    process.exit();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const restart = async () => {
    if (!hasEnded(feed)) {
      const isOver = once(feed, 'exit');
      feed.kill('SIGTERM');
      await isOver;
    }
    feed = start();
    if (await isUp(feed)) pages.reload();
  };
  let last = isUp(feed);
  watchFolders(SERVED, () => (last = last.then(restart)));
  watchFolders(PAGES, pages.reload);

  await last;
  console.log(`
${addresses(feedUrl, hosts.url.replace('127.0.0.1', 'localhost'))}${mailsLine(env)}

Sources are watched; the websites' pages reload by themselves. Ctrl+C stops everything.`);
});
