// What node:http can do at the most: one buffer, the same bytes and headers as the feed's answer.
//
//   node test/bench/bare.mjs URL      prints the port it listens on
import { createServer, request } from 'node:http';

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
