import { StoreError, type StoreTrouble } from '../error.js';

/** What messages name of a database. */
export interface NamedDatabase {
  /** Its address, without the password. */
  name: string;
  user: string;
  database: string;
  /** The file that its address names to check the server's certificate with. */
  certificate?: string | undefined;
  /** Its address goes on behind an @ that was meant as part of the password. */
  isCut?: boolean;
}

type Saying = [StoreTrouble, (named: NamedDatabase, said: string) => string];

const UNREACHABLE: Saying = [
  'unreachable',
  ({ name }) =>
    `The database server of ${name} cannot be reached: check that it runs, and the host and port in the address.`,
];
const REFUSED: Saying = [
  'refused',
  ({ name, user }) =>
    `The database server refused the user "${user}" of ${name}: check the user and the password (in the address, PGPASSWORD or ~/.pgpass), and whether pg_hba.conf lets this machine in, with TLS or without.`,
];
const BUSY: Saying = [
  'busy',
  ({ name }) =>
    `Another program has been writing to the database ${name} for longer than we wait. Try again when it is done.`,
];
const CERTIFICATE: Saying = [
  'refused',
  ({ name, certificate }) =>
    certificate === undefined
      ? `The certificate of the database server of ${name} is not to be trusted, or is another machine's. Name the one that signed it: sslmode=verify-full&sslrootcert=FILE.`
      : `The certificate of the database server of ${name} is another machine's, or was not signed by the one in ${certificate} (sslrootcert). Name the file with the one that signed it.`,
];

/** The codes of PostgreSQL (appendix A of its manual), of Node and of TLS that somebody can do something about. */
const SAYINGS: { readonly [code: string]: Saying } = {
  '28P01': REFUSED,
  '28000': REFUSED,
  '3D000': [
    // Not `missing`: no import makes one.
    'unreachable',
    ({ name, user, database }) =>
      `There is no database "${database}" on the server of ${name}. Make one: createdb --owner ${user} --encoding UTF8 --template template0 ${database}`,
  ],
  '3F000': [
    'refused',
    ({ name }) => `The database ${name} has no schema to keep tables in: set its search_path.`,
  ],
  '42501': [
    'refused',
    ({ name, user }) =>
      `The user "${user}" lacks rights in the database ${name}. It must own the tables or be granted what it needs on them, and to make them CREATE on the schema: GRANT CREATE ON SCHEMA public TO "${user}".`,
  ],
  '25006': [
    'read-only',
    ({ name }) =>
      `The database ${name} takes no changes: it is a replica, or set to be read only. DATABASE_URL must name the one that is written to.`,
  ],
  '22021': [
    'failed',
    ({ name }) =>
      `The database ${name} cannot keep a text with the character U+0000 in it, here an id, a key or a slug. Take it out.`,
  ],
  '53100': [
    'full',
    ({ name }) => `There is no space left for the database ${name}: nothing was changed.`,
  ],
  '53300': [
    'busy',
    ({ name }) =>
      `The database server of ${name} takes no more connections: raise its max_connections, or run fewer processes. Each needs up to five.`,
  ],
  '57014': [
    'busy',
    ({ name }) =>
      `The database ${name} stopped a statement that took too long: raise its statement_timeout for this user, or try again.`,
  ],
  '55P03': BUSY,
  '40P01': BUSY,
  '42P01': [
    'damaged',
    ({ name }) => `Tables of the directory are missing in the database ${name}. Put a backup back.`,
  ],
  XX001: ['damaged', ({ name }) => `The database ${name} is damaged. Put a backup in its place.`],
  XX002: [
    'damaged',
    ({ name }) => `An index of the database ${name} is damaged: reindexdb mends it.`,
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
  CERT_HAS_EXPIRED: CERTIFICATE,
  ERR_TLS_CERT_ALTNAME_INVALID: CERTIFICATE,
};

/** Classes of codes: the two letters that they begin with. */
const CLASSES: { readonly [code: string]: Saying } = {
  '08': UNREACHABLE,
  '57': UNREACHABLE,
  '23': [
    'conflict',
    ({ name }) =>
      `The database ${name} refused a record: its id, its slug or its source and record are another's, or its provider or source is missing.`,
  ],
};

/** What the package says without a code, of connections that are not there or have gone. */
const MESSAGES: readonly [RegExp, Saying][] = [
  [
    /does not support SSL/,
    [
      'refused',
      ({ name }) =>
        `The database server of ${name} has no TLS. Set it up there, or let the address say sslmode=disable where the way to it is safe.`,
    ],
  ],
  [/password must be a|no password/i, REFUSED],
  [/terminat|timeout|timed out|closed|not queryable|Connection ended/i, UNREACHABLE],
];

const UNKNOWN: Saying = ['failed', ({ name }, said) => `The database ${name} failed: ${said}`];

const CUT =
  ' The address has an @ behind a / or a #: signs in the password are written with percent signs, @ as %40, / as %2F, # as %23, ? as %3F, : as %3A, % as %25.';

const CODES_OF_NODE = /^(E[A-Z]+|EAI_[A-Z]+)$/;

/** Says in words what PostgreSQL answered, or what kept it from answering. */
export function postgresError(cause: unknown, named: NamedDatabase): StoreError {
  const { code, message } = codeAndMessage(cause);
  const [trouble, say] =
    SAYINGS[code] ??
    (/^[\dA-Z]{5}$/.test(code) ? CLASSES[code.slice(0, 2)] : undefined) ??
    (CODES_OF_NODE.test(code) ? UNREACHABLE : undefined) ??
    MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ??
    UNKNOWN;
  const hint = named.isCut && (trouble === 'unreachable' || trouble === 'refused') ? CUT : '';
  return new StoreError(trouble, say(named, message) + hint, { cause });
}

function codeAndMessage(cause: unknown): { code: string; message: string } {
  // Several addresses of one host, each with an error of its own.
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  return { code, message: first instanceof Error ? first.message : String(first) };
}
