// A load generator that is fast enough not to be what is measured: raw sockets, one request under
// way on each, answers told apart by their Content-Length. Runs as a process of its own and prints
// one line of JSON.
//
//   node test/bench/load.mjs URL SECONDS CONNECTIONS [NAME:VALUE ...]
import { connect } from 'node:net';

const [target = '', seconds = '3', connections = '32', ...headers] = process.argv.slice(2);
const { hostname, port, pathname, search, host } = new URL(target);
const lines = [`GET ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...headers, '', ''];
const request = Buffer.from(lines.join('\r\n'));

const HEAD_END = Buffer.from('\r\n\r\n');
let answers = 0;
let failures = 0;
const latencies = [];
const end = performance.now() + Number(seconds) * 1000;

function open() {
  const socket = connect(Number(port), hostname);
  let left = 0;
  let head = Buffer.alloc(0);
  let sent = 0;
  const ask = () => {
    if (performance.now() >= end) return socket.destroy();
    sent = performance.now();
    socket.write(request);
  };
  const done = () => {
    answers += 1;
    latencies.push(performance.now() - sent);
    ask();
  };
  socket.setNoDelay(true);
  socket.on('connect', ask);
  socket.on('error', () => (failures += 1));
  socket.on('data', (chunk) => {
    if (left > 0) {
      left -= chunk.length;
      if (left === 0) done();
      return;
    }
    head = head.length > 0 ? Buffer.concat([head, chunk]) : chunk;
    const position = head.indexOf(HEAD_END);
    if (position < 0) return;
    const text = head.latin1Slice(0, position);
    if (!/^HTTP\/1\.1 (200|304)/.test(text)) failures += 1;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
    const isEmpty = text.startsWith('HTTP/1.1 304');
    left = (isEmpty ? 0 : length) - (head.length - position - HEAD_END.length);
    head = Buffer.alloc(0);
    if (left === 0) done();
  });
}

for (let index = 0; index < Number(connections); index++) open();
process.on('exit', () => {
  latencies.sort((a, b) => a - b);
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0;
  const rate = Math.round(answers / Number(seconds));
  process.stdout.write(`${JSON.stringify({ rate, failures, p99: Number(p99.toFixed(1)) })}\n`);
});
