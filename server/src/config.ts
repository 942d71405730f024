import { isIP } from 'node:net';
import type { AnswersHome } from './home.js';
import { isPostgres, withoutPassword } from './store/postgres/address.js';

/** The service's settings: where it finds and shows things. */
export interface Config {
  port: number;
  /** The one address of this machine that connections are taken at; undefined: all of them. */
  host: string | undefined;
  /** The address that people reach the feed at, without a slash at its end; never taken from a request. */
  baseUrl: string | undefined;
  databaseUrl: string;
  /** A copy of that database, to read from; undefined: there is none. */
  databaseReadUrl: string | undefined;
  /** Where answers come from; undefined: what suits the directory's size. */
  answers: AnswersHome | undefined;
  /** The address at which metrics are offered; absent unless asked for. */
  metrics: { host: string; port: number } | undefined;
  /** The descriptor of a listening socket that systemd handed over, in the place of `port`. */
  socket: number | undefined;
}

export class ConfigError extends Error {}

/**
 * Reads the service's settings from the environment.
 * @param owner the process that a listening socket would have been handed over to
 * @throws ConfigError naming the variable, its value and what would be right
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  owner = process.pid,
): Config {
  const port = environment['PORT'] ?? '8080';
  if (!isPort(port)) {
    throw new ConfigError(`PORT is "${port}"; it must be a number from 0 to 65535, such as 8080.`);
  }
  return {
    port: Number(port),
    host: readHost(environment['HOST']),
    baseUrl: readBaseUrl(environment['BASE_URL']),
    ...readDatabases(environment),
    answers: readAnswers(environment['ANSWERS']),
    metrics: readMetrics(environment['METRICS']),
    socket: readSocket(environment, owner),
  };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function readDatabases(environment: Record<string, string | undefined>) {
  const databaseUrl = environment['DATABASE_URL'] || 'sqlite:vielfalt.sqlite';
  const databaseReadUrl = environment['DATABASE_READ_URL'] || undefined;
  if (databaseReadUrl && !(isPostgres(databaseUrl) && isPostgres(databaseReadUrl))) {
    throw new ConfigError(
      `DATABASE_READ_URL is "${withoutPassword(databaseReadUrl)}"; it is for a copy of a PostgreSQL database, and both it and DATABASE_URL must begin with postgres://.`,
    );
  }
  return { databaseUrl, databaseReadUrl };
}

function readAnswers(text: string | undefined): AnswersHome | undefined {
  if (!text) return undefined;
  if (text === 'memory' || text === 'database') return text;
  throw new ConfigError(
    `ANSWERS is "${text}"; it must be memory or database. Without it a directory of up to 20,000 offers is answered from memory, a larger one from its database.`,
  );
}

function readHost(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const host = text.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) === 0 && host !== 'localhost') {
    throw new ConfigError(
      `HOST is "${text}"; it must be an address of this machine, such as 127.0.0.1 or ::1. The public address is BASE_URL.`,
    );
  }
  return host;
}

function readMetrics(text: string | undefined): Config['metrics'] {
  if (!text) return undefined;
  const { host = '127.0.0.1', port = '' } =
    /^(?:(?<host>[\w.-]+|\[[\da-fA-F:.]+\]):)?(?<port>\d+)$/.exec(text)?.groups ?? {};
  if (!isPort(port)) {
    throw new ConfigError(
      `METRICS is "${text}"; it must be a port, such as 9464, or an address and a port, such as 10.0.0.5:9464.`,
    );
  }
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** A socket that outlives the process, so that a restart refuses nobody (systemd, sd_listen_fds(3)). */
function readSocket(
  environment: Record<string, string | undefined>,
  owner: number,
): number | undefined {
  const { LISTEN_PID: named, LISTEN_FDS: count } = environment;
  if (count === undefined || named !== String(owner)) return undefined;
  if (count !== '1') {
    throw new ConfigError(
      `LISTEN_FDS is "${count}"; only one socket can be taken: one ListenStream in the .socket unit.`,
    );
  }
  return 3;
}

function readBaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new ConfigError(
      `BASE_URL is "${text}"; it must be the feed's public address, such as https://feed.example.org.`,
    );
  }
  return text.replace(/\/+$/, '');
}
