// How such a feed is usually built first: for each request a query, JSON, compression, a hash.
//
//   node test/bench/naive.mjs DATABASE_PATH      prints the port it listens on
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import Koa from 'koa';
import { loadDriver } from '../../server/dist/store/open.js';

const compress = promisify(gzip);
const driver = await loadDriver();
const database = await driver.open(process.argv[2], { create: false });
const FACETS = ['topics', 'audiences', 'languages'];

async function answer() {
  const rows = await database.all(
    `SELECT document FROM offer WHERE status = 'published'
     ORDER BY json_extract(document, '$.title')`,
  );
  const offers = rows.map(({ document }) => JSON.parse(document));
  const facets = {};
  for (const facet of FACETS) {
    const counts = (facets[facet] = {});
    for (const value of offers.flatMap((offer) => offer[facet] ?? [])) {
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return { total: offers.length, offers: offers.slice(0, 20), facets };
}

const app = new Koa();
app.use(async (context) => {
  const body = JSON.stringify(await answer());
  context.etag = createHash('sha1').update(body).digest('base64url');
  context.status = 200;
  if (context.fresh) {
    context.status = 304;
    return;
  }
  context.type = 'json';
  context.set('Content-Encoding', 'gzip');
  context.body = await compress(body);
});
const server = app.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
