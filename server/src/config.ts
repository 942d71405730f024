import { isIP } from 'node:net';
import { isMailable, type Mailbox, type MailServer, type MailSettings } from './desk/mail.js';
import type { AnswersHome } from './home.js';
import { isPostgres, withoutPassword } from './store/postgres/address.js';
import { readPublicAddress } from './web/public-address.js';

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
  /** The header in which a proxy names who may enter the office, in lower case; undefined: none does. */
  officeHeader: string | undefined;
  /** Counts searches that find nothing. */
  countsSearches: boolean;
  /** Where answers come from; undefined: what suits the directory's size. */
  answers: AnswersHome | undefined;
  /** The address at which metrics are offered; absent unless asked for. */
  metrics: { host: string; port: number } | undefined;
  /** The descriptor of a listening socket that systemd handed over, in the place of `port`. */
  socket: number | undefined;
  /** The way mails leave; undefined: none can be sent. */
  mail: MailSettings | undefined;
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
  const port = environment['PORT'] || '8080';
  if (!isPort(port)) {
    throw new ConfigError(`PORT is "${port}"; it must be a number from 0 to 65535, such as 8080.`);
  }
  return {
    port: Number(port),
    host: readHost(environment['HOST']),
    baseUrl: readBaseUrl(environment['BASE_URL']),
    ...readDatabases(environment),
    officeHeader: readOfficeHeader(environment['OFFICE_AUTH'], environment['OFFICE_AUTH_HEADER']),
    countsSearches: readSwitch('UNMET_SEARCHES', environment['UNMET_SEARCHES']),
    answers: readAnswers(environment['ANSWERS']),
    metrics: readMetrics(environment['METRICS']),
    socket: readSocket(environment, owner),
    mail: readMailSettings(environment),
  };
}

/**
 * Reads how mails leave.
 * @throws ConfigError naming the variable and what would be right; never a password
 */
export function readMailSettings(
  environment: Record<string, string | undefined>,
): MailSettings | undefined {
  const { SMTP_URL: url, MAIL_FOLDER: folder, MAIL_FROM: from } = environment;
  if (url && folder) {
    throw new ConfigError(
      'SMTP_URL and MAIL_FOLDER are both set; mails are sent, or written into a folder. Take one out.',
    );
  }
  const sender = readMailbox(from);
  const by = url ? readMailServer(url) : folder && { folder };
  return by ? { by, from: sender } : undefined;
}

/** The ports that mails are handed in at (RFC 8314). */
const MAIL_PORTS = { 'smtp:': 587, 'smtps:': 465 };

function readMailServer(text: string): MailServer {
  const wrong = (what: string) =>
    new ConfigError(
      `SMTP_URL ${what}; it must be such as smtp://USER:PASSWORD@mail.example.org:587, or smtps://… for a server that begins with TLS. In the user and the password @, :, /, # and % are written %40, %3A, %2F, %23 and %25.`,
    );
  if (!URL.canParse(text)) throw wrong('is no address');
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') {
    throw wrong('does not begin with smtp:// or smtps://');
  }
  if (!hostname) throw wrong('names no server');
  if (pathname.replace('/', '') || search || hash) throw wrong('goes on behind the server');
  if (Boolean(username) !== Boolean(password)) {
    throw wrong('has a user without a password, or a password without a user');
  }
  let credentials;
  try {
    credentials = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    throw wrong('has a % in its user or password that stands for nothing');
  }
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || MAIL_PORTS[protocol],
    secure: protocol === 'smtps:',
    ...(username && credentials),
  };
}

function readMailbox(text: string | undefined): Mailbox | undefined {
  if (!text?.trim()) return undefined;
  const {
    name = '',
    inBrackets,
    bare,
  } = /^\s*(?:(?:"(?=.*"\s*<))?(?<name>[^"<>]*?)"?\s*<(?<inBrackets>[^<>\s]+)>|(?<bare>[^<>\s]+))\s*$/.exec(
    text,
  )?.groups ?? {};
  const address = inBrackets ?? bare;
  if (address === undefined || !isMailable(address)) {
    throw new ConfigError(
      `MAIL_FROM is "${text}"; it must be an e-mail address, such as office@example.org, or one with a name, such as Office <office@example.org>.`,
    );
  }
  return { name, address };
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

function readOfficeHeader(auth: string | undefined, header: string | undefined) {
  if (!auth || auth === 'link') {
    if (!header) return undefined;
    throw new ConfigError(
      `OFFICE_AUTH_HEADER is "${header}", and nothing would read it: set OFFICE_AUTH to "proxy", too, or leave both out.`,
    );
  }
  if (auth !== 'proxy') {
    throw new ConfigError(
      `OFFICE_AUTH is "${auth}"; it must be "link" (people come by a link in a mail) or "proxy" (a proxy in front of the service says who they are).`,
    );
  }
  const name = header || 'X-Forwarded-Email';
  if (!/^(x|remote|cf)-[a-z\d-]+$/i.test(name)) {
    throw new ConfigError(
      `OFFICE_AUTH_HEADER is "${name}"; it must be a header that only the proxy sets, whose name begins with X-, Remote- or Cf-, such as X-Forwarded-Email.`,
    );
  }
  return name.toLowerCase();
}

function readSwitch(name: string, text: string | undefined): boolean {
  if (!text || text === 'off') return false;
  if (text !== 'on') throw new ConfigError(`${name} is "${text}"; it must be on or off.`);
  return true;
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

/** Reads the address that people reach the feed at. @throws ConfigError */
export function readBaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const read = readPublicAddress(text);
  if ('address' in read) return read.address;
  throw new ConfigError(
    `BASE_URL ${read.wrong}; it must be the feed's public address, such as https://feed.example.org.`,
  );
}
