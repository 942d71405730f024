import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { ConfigError, readConfig } from '../config.js';
import { startService } from '../service.js';
import { openStore } from '../store/open.js';

export const help = `vielfalt serve: answer the feed over HTTP

Usage
  vielfalt serve

Settings (environment)
  PORT          where to listen                              default 8080
  BASE_URL      the public address people reach it at,       default the directory's baseUrl
                such as https://feed.example.org
  DATABASE_URL  where the directory is kept                  default sqlite:vielfalt.sqlite

An import by another process shows within a second. SIGTERM and SIGINT finish what is under way.
Logs are lines of JSON; they hold neither addresses of visitors nor what these searched for.

Examples
  PORT=9000 vielfalt serve
  DATABASE_URL=sqlite:/var/lib/vielfalt/directory.sqlite vielfalt serve

Exit codes
  0  stopped as asked
  2  the settings or the arguments are wrong
  4  the database cannot be opened, or the port is taken
`;

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {}, allowPositionals: false });
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
    const service = await startService({ ...config, store, log });
    log.info({ port: service.port }, 'listening');
    log.info({ signal: await stopped }, 'stopping');
    await service.stop();
    return 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    process.stderr.write(
      `vielfalt serve: port ${config.port} is taken by another program. Set PORT to a free one.\n`,
    );
    return 4;
  } finally {
    await store.close();
  }
}
