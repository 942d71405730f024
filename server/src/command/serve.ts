import cluster from 'node:cluster';
import { setFlagsFromString } from 'node:v8';
import { pino, type Logger } from 'pino';
import { readConfig, type Config } from '../config.js';
import { mailerOf } from '../desk/letters/mailer.js';
import { dictionariesFolder } from '../dictionaries/shelf.js';
import { checkFolder } from '../folders.js';
import { partsFolder } from '../http/widget-parts.js';
import { logosFolder } from '../logos/logos.js';
import { startService } from '../service.js';
import { openAtHome } from '../home.js';
import { openReplicated } from '../store/open.js';
import { keepHeapSmall } from './heap.js';
import { prepareApart } from './prepare-apart.js';
import { readArguments, UsageError } from './usage.js';
import { readWorkers, runWorkers } from './workers.js';

export const help = `vielfalt serve: answer the feed over HTTP

Usage
  vielfalt serve [--workers N]

Options
  --workers N   answer by so many processes behind one port, each with the whole directory
                in memory (see ANSWERS); one that ends is replaced; default 1

Settings (environment)
  PORT          where to listen                              default 8080
  HOST          the one address of this machine to listen    default all of them
                at, such as 127.0.0.1 behind a proxy
  BASE_URL      the public address people reach it at,       default the directory's baseUrl
                such as https://feed.example.org
  DATABASE_URL  where the directory is kept: sqlite: and a   default sqlite:vielfalt.sqlite
                path, or postgres://user@host/database
  DATABASE_READ_URL  a replica of that PostgreSQL database   default DATABASE_URL
                to read the directory from
  ANSWERS       where answers come from: memory, or          default memory up to 20,000
                database, which needs little memory          offers, database for more
                however large the directory is
  FILES_FOLDER  where providers' logos lie, in the folder    default beside the SQLite database,
                "logos", earlier parts of the widget in      with PostgreSQL the working directory
                "widget-parts", dictionaries in "dictionaries"
  OFFICE_AUTH   how people enter the office: "link" (by a     default link
                mail) or "proxy" (a proxy names them in OFFICE_AUTH_HEADER, default X-Forwarded-Email)
  UNMET_SEARCHES  on: count words that find nothing, and   default off
                show the office those of five days or more
  METRICS       where to offer metrics for Prometheus:       default nowhere
                a port of this machine alone, such as 9464, or an address and a port
  SMTP_URL      the server that mails are sent by:           default none: no mail is sent
                smtp://USER:PASSWORD@HOST:587, smtps:// for one that begins with TLS
  MAIL_FOLDER   a folder that mails are written into         default none
                instead, to look at
  MAIL_FROM     the sender of mails, such as                 default the directory's publisher
                "Office <office@example.org>"

An import by another process shows within a second. SIGTERM and SIGINT finish what is under way.
A listening socket from systemd (socket activation) is taken in the place of PORT and HOST.
Logs are lines of JSON; they hold neither addresses of visitors nor what these searched for.

Examples
  PORT=9000 vielfalt serve
  DATABASE_URL=sqlite:/var/lib/vielfalt/directory.sqlite vielfalt serve --workers 2

Exit codes
  0  stopped as asked
  2  the settings or the arguments are wrong
  4  the database cannot be opened, or the port is taken
`;

/** The time open connections may bring requests while the service stops, in milliseconds. */
const LINGER = 1_000;

/**
 * The number of collections that the shapes of objects survive which optimised code knows. By
 * default it is two, of which a start has more: Node's own code would then go on without them, and
 * its queue of callbacks alone would take a tenth of the time of an answer from memory.
 */
const SHAPES_KEPT = 1_000;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { workers: { type: 'string' } });
  if (positionals.length > 0) {
    throw new UsageError(`serve takes no "${positionals[0]}"; settings stand in the environment.`);
  }
  const workers = readWorkers(values.workers);
  const { worker } = cluster;
  keepHeapSmall();
  setFlagsFromString(`--retain-maps-for-n-gc=${SHAPES_KEPT}`);
  const base = worker ? { worker: worker.id } : null;
  const log = pino({ base, timestamp: pino.stdTimeFunctions.isoTime });
  const config = readConfig(process.env, worker ? process.ppid : process.pid);
  for (const setting of ['MAIL_FOLDER', 'FILES_FOLDER']) await checkFolder(setting);
  const stopped = new Promise<string>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  try {
    if (workers > 1 && !worker) return await runWorkers(workers, { ...config, stopped, log });
    return await answer(config, stopped, log);
  } catch (error) {
    return explain(error, config);
  } finally {
    // Nothing else holds this process; the one that started it does not end by it.
    worker?.disconnect();
  }
}

/** Answers until it is to stop. */
async function answer(config: Config, stopped: Promise<string>, log: Logger): Promise<number> {
  const store = await openReplicated(config.databaseUrl, config.databaseReadUrl);
  const prepare = prepareApart(config.databaseUrl, log);
  try {
    const service = await startService({
      ...config,
      open: openAtHome(config.answers, () => prepare),
      metrics: cluster.isWorker && config.metrics ? 'shared' : config.metrics,
      logos: logosFolder(config.databaseUrl),
      parts: partsFolder(config.databaseUrl),
      dictionaries: dictionariesFolder(config.databaseUrl),
      mailer: mailerOf(config.mail),
      store,
      log,
    });
    const { port, metricsPort } = service;
    log.info({ port, ...(metricsPort !== undefined && { metricsPort }) }, 'listening');
    log.info({ signal: await stopped }, 'stopping');
    await service.stop(LINGER);
    return 0;
  } finally {
    await store.close();
  }
}

/** Says what stands in the way of listening. @returns the exit code */
function explain(error: unknown, config: Config): number {
  const { code, port, address } = error as NodeJS.ErrnoException & {
    port?: number;
    address?: string;
  };
  if (code === 'EADDRNOTAVAIL' && address === config.host) {
    process.stderr.write(
      `vielfalt serve: HOST is "${address}", which is not an address of this machine.\n`,
    );
    return 2;
  }
  if (code !== 'EADDRINUSE') throw error;
  if (port === config.port && port === config.metrics?.port) {
    process.stderr.write(
      `vielfalt serve: PORT and METRICS are both port ${port}. Set one of them to another one.\n`,
    );
    return 2;
  }
  const setting = port === config.port ? 'PORT' : 'METRICS';
  process.stderr.write(
    `vielfalt serve: port ${port} is taken by another program. Set ${setting} to a free one.\n`,
  );
  return 4;
}
