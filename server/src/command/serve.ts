import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { pino } from 'pino';
import { ConfigError, readConfig } from '../config.js';
import { dictionariesFolder } from '../dictionaries/shelf.js';
import { partsFolder } from '../http/widget-parts.js';
import { logosFolder } from '../logos/logos.js';
import { startService } from '../service.js';
import { openStore } from '../store/open.js';

export const help = `vielfalt serve: answer the feed over HTTP

Usage
  vielfalt serve

Settings (environment)
  PORT          where to listen                              default 8080
  HOST          the one address of this machine to listen    default all of them
                at, such as 127.0.0.1 behind a proxy
  BASE_URL      the public address people reach it at,       default the directory's baseUrl
                such as https://feed.example.org
  DATABASE_URL  where the directory is kept; providers'      default sqlite:vielfalt.sqlite
                logos lie in the folder "logos" beside it,
                earlier parts of the widget in "widget-parts",
                dictionaries in "dictionaries"
  METRICS       where to offer metrics for Prometheus:       default nowhere
                a port of this machine alone, such as 9464, or an address and a port

An import by another process shows within a second. SIGTERM and SIGINT finish what is under way.
A listening socket from systemd (socket activation) is taken in the place of PORT and HOST.
Logs are lines of JSON; they hold neither addresses of visitors nor what these searched for.

Examples
  PORT=9000 vielfalt serve
  DATABASE_URL=sqlite:/var/lib/vielfalt/directory.sqlite vielfalt serve

Exit codes
  0  stopped as asked
  2  the settings or the arguments are wrong
  4  the database cannot be opened, or the port is taken
`;

/** The time open connections may bring requests while the service stops, in milliseconds. */
const LINGER = 1_000;

/**
 * The percentage by which the heap may grow before V8 collects. By default it goes by the machine's
 * memory, and lets a service that needs 100 MB take 400.
 */
const HEAP_GROWTH = 30;

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {}, allowPositionals: false });
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
  let config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`vielfalt serve: ${error.message}\n`);
    return 2;
  }
  const store = await openStore(config.databaseUrl);
  const stopped = new Promise<string>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  try {
    const service = await startService({
      ...config,
      logos: logosFolder(config.databaseUrl),
      parts: partsFolder(config.databaseUrl),
      dictionaries: dictionariesFolder(config.databaseUrl),
      store,
      log,
    });
    const { port, metricsPort } = service;
    log.info({ port, ...(metricsPort !== undefined && { metricsPort }) }, 'listening');
    log.info({ signal: await stopped }, 'stopping');
    await service.stop(LINGER);
    return 0;
  } catch (error) {
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
    const setting = port === config.port ? 'PORT' : 'METRICS';
    process.stderr.write(
      `vielfalt serve: port ${port} is taken by another program. Set ${setting} to a free one.\n`,
    );
    return 4;
  } finally {
    await store.close();
  }
}
