import pg from 'pg';
import { StoreError } from '../error.js';
import { withoutPassword } from './address.js';
import { postgresError, type NamedDatabase } from './trouble.js';

/** The ways to use TLS that a URL may ask for. `prefer` would go on without it, unnoticed. */
const SSL_MODES = ['disable', 'require', 'verify-ca', 'verify-full'];

/** The time to wait for a connection, and for the answer to one statement, in milliseconds. */
const PATIENCE = { connection: 10_000, answer: 60_000 };

/** A database of a PostgreSQL server: how to connect to it, and what to say of it. */
export class PostgresServer {
  /** Its address for people: without password and options. */
  readonly name: string;
  readonly #config: pg.PoolConfig;
  readonly #about: NamedDatabase;

  /** @throws StoreError where the address makes no sense */
  constructor(url: string) {
    this.name = withoutPassword(url).replace(/\?.*$/s, '');
    const [, mode] = /[?&]sslmode=([^&]*)/.exec(url) ?? [];
    if (mode !== undefined && !SSL_MODES.includes(mode)) {
      throw new StoreError(
        'address',
        `sslmode is "${mode}" in ${this.name}; it must be ${SSL_MODES.join(', ')}. Without it nothing is encrypted.`,
      );
    }
    const [, certificate] = /[?&]sslrootcert=([^&]+)/.exec(url) ?? [];
    if (mode === 'verify-ca' && certificate === undefined) {
      throw new StoreError(
        'address',
        `sslmode is "verify-ca" in ${this.name}, and no sslrootcert names the certificate to check with: add &sslrootcert=FILE.`,
      );
    }
    this.#config = {
      // With the meaning that PostgreSQL itself gives to sslmode.
      connectionString: `${url}${url.includes('?') ? '&' : '?'}uselibpqcompat=true`,
      application_name: 'vielfalt',
      connectionTimeoutMillis: PATIENCE.connection,
      query_timeout: PATIENCE.answer,
      keepAlive: true,
      // Everything as text: documents are parsed by whoever reads them, numbers likewise.
      types: { getTypeParser: () => String },
    };
    const { user = '', database = '' } = this.client();
    this.#about = {
      ...{ name: this.name, user, database, certificate },
      isCut: /^\w+:\/\/[^?]*?[/#][^?]*@/.test(url),
    };
  }

  /** A connection that is not open yet. */
  client(): pg.Client {
    try {
      return new pg.Client(this.#config);
    } catch (error) {
      // What is wrong with a URL is not passed on as a cause: it would have the password in it.
      const file = error instanceof Error && 'path' in error ? String(error.path) : undefined;
      throw new StoreError(
        'address',
        file === undefined
          ? `${this.name} is not the address of a database. Set DATABASE_URL to postgres://USER:PASSWORD@HOST/DATABASE, with %40 for @, %2F for / and so on in the password, and with sslrootcert=FILE beside sslmode=verify-ca.`
          : `The certificate ${file}, which the address ${this.name} names, cannot be read.`,
      );
    }
  }

  /** @param most how many connections at once */
  pool(most: number): pg.Pool {
    return new pg.Pool({ ...this.#config, max: most });
  }

  /** Says in words what went wrong. */
  error(cause: unknown): StoreError {
    return cause instanceof StoreError ? cause : postgresError(cause, this.#about);
  }
}
