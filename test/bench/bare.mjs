// What node:http can do at the most: one buffer, the same bytes and headers as the feed's answer.
//
//   node test/bench/bare.mjs URL [WORKERS]      prints the port it listens on
import cluster from 'node:cluster';
import { createServer, request } from 'node:http';

const workers = Number(process.argv[3] ?? 1);
if (workers > 1 && cluster.isPrimary) {
  // As the feed's own workers: each takes connections by itself.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  for (let count = 0; count < workers; count++) cluster.fork();
  process.once('SIGTERM', () => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill();
    process.exit();
  });
} else {
  await serve();
}

async function serve() {
  const answer = await new Promise((resolve, reject) => {
    const asked = request(process.argv[2], { headers: { 'Accept-Encoding': 'br' } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', reject).end();
  });

  const { date: _, connection: __, 'keep-alive': ___, ...kept } = answer.headers;
  const headers = Object.entries(kept).flat();
  const withoutLength = Object.entries(kept)
    .filter(([name]) => name !== 'content-length' && name !== 'content-encoding')
    .flat();
  const server = createServer((incoming, response) => {
    if (incoming.headers['if-none-match'] === kept.etag) {
      response.writeHead(304, withoutLength);
      response.end();
    } else {
      response.writeHead(200, headers);
      response.end(answer.body);
    }
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
}
