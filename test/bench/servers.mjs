import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findProxies } from '../../scripts/proxies.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Servers on the first processor, the client on the second, where there are two and a program to say so. */
const pins = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** @returns a program of Node's, or another one, on one processor */
export function start(processor, command, options) {
  const [program, ...args] = pins ? ['taskset', '-c', processor, ...command] : command;
  return spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
}

/** The first processor, or the first ones. */
const processors = (workers) => (workers === 1 ? '0' : `0-${workers - 1}`);

export const firstLine = async (child) =>
  (await once(createInterface({ input: child.stdout }), 'line'))[0];

/** The feed service itself. @param workers by so many processes, on as many processors */
export async function startFeed(database, workers = 1) {
  const command = ['node', here('../../server/bin/vielfalt.js'), 'serve', '--workers', workers];
  const child = start(processors(workers), command, {
    env: { ...process.env, DATABASE_URL: `sqlite:${database}`, PORT: '0' },
  });
  const port = await new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { msg, port, worker } = JSON.parse(line);
      if (msg === 'listening' && worker === undefined) resolve(port);
    });
  });
  return { child, port };
}

/** One of the programs beside this file that print their port. */
export async function startPeer(name, argument, workers = 1) {
  const child = start(processors(workers), ['node', here(name), argument, workers]);
  return { child, port: await firstLine(child) };
}

/** nginx with a file that was compressed before; nothing where it is not to be had. */
export async function startNginx(folder, { path, body, compressed, headers }, workers = 1) {
  const { nginx } = await findProxies();
  if (!nginx) return undefined;
  const port = await freePort();
  await writeFile(join(folder, 'answer.json'), body);
  await writeFile(join(folder, 'answer.json.gz'), compressed);
  const sent = Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}";`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const file = join(folder, `nginx-${workers}.conf`);
  await writeFile(
    file,
    `${user} daemon off; worker_processes ${workers}; pid ${folder}/pid-${workers}; error_log stderr crit;
events { worker_connections 1024; }
http {
  ${temporary.join(' ')}
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=10;
  server {
    listen 127.0.0.1:${port};
    location = ${path} {
      alias ${folder}/answer.json; default_type application/json; gzip_static on;
      ${sent.join(' ')}
    }
  }
}`,
  );
  const child = start(processors(workers), [nginx, '-p', folder, '-c', file]);
  await answers(`http://127.0.0.1:${port}${path}`);
  return { child, port };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function answers(url) {
  while (!(await fetch(url).catch(() => undefined))?.ok) await sleep(20);
}

/** What a server does under load: requests a second, failures, the slowest hundredth in milliseconds. */
export async function load(url, { seconds, connections, headers, processor = '1' }) {
  const client = start(processor, [
    'node',
    here('load.mjs'),
    url,
    seconds,
    connections,
    ...headers,
  ]);
  return JSON.parse(await firstLine(client));
}

/** The processor time of a program and those it has started, in microseconds; 0 where none is told. */
export function processorTime(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const own = threads.map((each) => readFileSync(`/proc/${pid}/task/${each}/schedstat`, 'utf8'));
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    return [
      ...own.map((text) => Number(text.split(' ')[0]) / 1_000),
      ...children.filter(Boolean).map(processorTime),
    ].reduce((total, each) => total + each, 0);
  } catch {
    return 0;
  }
}
