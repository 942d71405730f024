import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, describe, test, type TestContext } from 'node:test';
import { rootCertificates } from 'node:tls';
import { inspect } from 'node:util';
import { readConfig } from '../../server/src/config.js';
import { filesFolder, openStore } from '../../server/src/store/open.js';
import { withoutPassword } from '../../server/src/store/postgres/address.js';
import { migrate } from '../../server/src/store/postgres/migrations.js';
import { storedProvider } from '../support/records.js';
import { apply } from './apply.js';
import { changesContract } from './changes.contract.js';
import { directory, folder, vocabulary } from './fixture.js';
import { PASSWORD, startPostgres } from './postgres.js';
import { storeContract } from './store.contract.js';

const started = await startPostgres({ after });
const missing = 'missing' in started ? started.missing : undefined;
const server = 'missing' in started ? undefined : started;

/** The contract names databases by paths. */
const databases = new Map<string, Promise<string>>();

storeContract(
  'PostgreSQL',
  async (path) => {
    const url = databases.get(path) ?? server!.database();
    databases.set(path, url);
    return openStore(await url);
  },
  missing,
);

changesContract('PostgreSQL', async () => openStore(await server!.database()), {
  numRuns: 15,
  skip: missing,
});

/** Opening must fail so, without telling the password. */
async function refuses(url: string, trouble: string, message: RegExp, create = true) {
  await assert.rejects(openStore(url, { create }), (error) => {
    assert.ok(error instanceof Error);
    assert.equal('trouble' in error && error.trouble, trouble, inspect(error));
    assert.match(error.message, message);
    const told = inspect(error, { depth: 20, showHidden: true });
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), 'secret']) {
      assert.ok(!told.includes(secret), told);
    }
    return true;
  });
}

/** A port where `answer` is all that is ever said. */
async function talker(context: TestContext, answer: string): Promise<number> {
  const listening = createServer((socket) => {
    socket.on('error', () => undefined).on('data', () => socket.end(answer));
  }).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  context.after(() => listening.close());
  return (listening.address() as AddressInfo).port;
}

describe('a database of PostgreSQL that cannot be used', { skip: missing ?? false }, () => {
  test('a wrong password, or none', async () => {
    const said =
      /refused the user "vielfalt" of postgres:\/\/vielfalt@.*check the user and the pass/;
    await refuses(server!.address('postgres', 'vielfalt', 'secret'), 'refused', said);
    await refuses(server!.address('postgres', 'vielfalt', ''), 'refused', said);
  });

  test('an unknown database: how to make it is said', async () => {
    const url = server!.address('nowhere');
    await refuses(
      url,
      'unreachable',
      /no database "nowhere".*createdb --owner vielfalt .*nowhere$/,
    );
  });

  test('no server', async () => {
    const { port } = new URL(server!.address('x'));
    const url = server!.address('postgres').replace(`:${port}/`, ':1/');
    await refuses(url, 'unreachable', /cannot be reached: check that it runs, and the host and/);
    const unknown = url.replace('127.0.0.1', 'db.invalid');
    await refuses(unknown, 'unreachable', /postgres:\/\/vielfalt@db\.invalid/);
  });

  test('something else that listens there', async (context) => {
    const port = await talker(context, 'HTTP/1.1 400 Bad Request\r\n\r\n');
    const url = `postgres://vielfalt:secret@127.0.0.1:${port}/vielfalt`;
    await refuses(url, 'unreachable', /cannot be reached/);
  });

  test('no right to make tables: the right that is lacking is said', async () => {
    const url = await server!.database();
    await server!.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`, url);
    await server!.query(`DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD 'secret'`);
    const asReader = server!.address(new URL(url).pathname.slice(1), 'reader', 'secret');
    await refuses(asReader, 'refused', /"reader" lacks rights.*GRANT CREATE ON SCHEMA public/);
    await refuses(asReader, 'missing', /"reader" may make no tables.*GRANT CREATE/, false);
    // Whoever may read, may serve what another one keeps up to date.
    const store = await openStore(url);
    await apply(store, { directory, vocabulary });
    await store.close();
    await refuses(asReader, 'refused', /lacks rights/);
    await server!.query('GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader', url);
    const reading = await openStore(asReader);
    assert.equal(await reading.revision(), 1);
    await assert.rejects(apply(reading, { directory }), { trouble: 'refused' });
    await reading.close();
  });

  test('one that takes no changes', async () => {
    const url = `${await server!.database()}?options=-c%20default_transaction_read_only%3Don`;
    await refuses(url, 'read-only', /takes no changes: it is a replica/);
  });

  test('the tables of another program, which are left alone', async () => {
    const url = await server!.database();
    await server!.query('CREATE TABLE offer (price INTEGER)', url);
    await refuses(url, 'foreign', /has a table "offer" of another program/);
    assert.deepEqual(await server!.query('SELECT * FROM offer', url), []);
    const alike = await server!.database();
    await server!.query('CREATE TABLE vielfalt (name TEXT)', alike);
    await refuses(alike, 'foreign', /has a table "vielfalt" of another program/);
  });

  test('the tables of a newer program', async () => {
    const url = await server!.database();
    await (await openStore(url)).close();
    await server!.query('UPDATE vielfalt SET version = 99', url);
    await refuses(url, 'newer', /written by a newer Vielfalt .* Update this program/);
  });

  test('no tables yet, where none are to be made', async () => {
    const url = await server!.database();
    await refuses(url, 'missing', /is empty\. Import a file first/, false);
    assert.deepEqual(
      await server!.query('SELECT relname FROM pg_class WHERE relname = $$offer$$', url),
      [],
    );
  });

  test('an encoding without room for all languages', async () => {
    await server!.query(
      `CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'`,
    );
    try {
      await refuses(server!.address('latin'), 'foreign', /encoding LATIN1.*--encoding UTF8/);
    } finally {
      await server!.query('DROP DATABASE latin WITH (FORCE)');
    }
  });

  test('a key with a character that it cannot keep', async (context) => {
    const store = await openStore(await server!.database());
    context.after(() => store.close());
    const source = { id: 'a\u0000b', name: 'x' };
    await assert.rejects(apply(store, { directory, vocabulary, sources: [source] }), {
      name: 'StoreError',
      message: /U\+0000/,
    });
  });

  test('many programs that start at once make its tables together', async () => {
    const url = await server!.database();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url)));
    assert.deepEqual(await Promise.all(stores.map((store) => store.revision())), Array(6).fill(0));
    await Promise.all(stores.map((store) => store.close()));
  });
});

test('records come in the order of their bytes, whatever a database sorts by', async (context) => {
  const [icu] = server
    ? await server.query(
        `SELECT 1 FROM pg_collation WHERE collprovider = 'i'
           AND current_setting('server_version_num')::int >= 150000`,
      )
    : [];
  if (!server || !icu) {
    context.skip(missing ?? 'the server has no ICU, or is older than 15');
    return;
  }
  await server.query(
    `CREATE DATABASE german ENCODING 'UTF8' TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'de'`,
  );
  const store = await openStore(server.address('german'));
  context.after(async () => {
    await store.close();
    await server.query('DROP DATABASE german WITH (FORCE)');
  });
  const records = ['a', 'B', 'ä', '-c', 'Z'];
  await apply(store, {
    ...{ directory, vocabulary, sources: [{ id: 'office', name: 'Büro' }] },
    providers: records.map((record, n) => storedProvider(n, { record })),
  });
  const found = (await store.read())?.providers.map(({ record }) => record);
  assert.deepEqual(found, ['-c', 'B', 'Z', 'a', 'ä']);
});

test('a server that is too old is refused', async () => {
  const old = [{ version: '120022', called: '12.22 (Debian)', encoding: 'UTF8' }];
  const connection = {
    all: async () => old,
    exec: () => assert.fail('it was asked for more'),
    close: async () => undefined,
  };
  await assert.rejects(migrate(connection, 'postgres://db/vielfalt', { create: true }), {
    trouble: 'outdated',
    message: /is PostgreSQL 12\.22 \(Debian\)\. Version 13 or later is needed/,
  });
});

test('a user who may use no schema is told so, not that the database is empty', async () => {
  const found = [
    { version: '160001', called: '16.1', encoding: 'UTF8', schema: null, role: 'eva' },
  ];
  const connection = {
    all: async () => found,
    exec: () => assert.fail('it was asked for more'),
    close: async () => undefined,
  };
  await assert.rejects(migrate(connection, 'postgres://db/vielfalt', { create: false }), {
    trouble: 'refused',
    message: /The user "eva" may use no schema .* GRANT USAGE ON SCHEMA public TO "eva"/,
  });
});

describe('TLS to the database', { skip: missing ?? false }, () => {
  const certificate = server?.own?.certificate;
  const skip =
    !certificate && 'the server has no certificate: it is not ours, or there is no openssl';
  const tls = async (mode: string) =>
    `${(await server!.database()).replace('127.0.0.1', 'localhost')}?${mode}`;

  test('is used as sslmode says, and certificates are checked', { skip }, async (context) => {
    for (const mode of [
      'sslmode=require',
      `sslmode=verify-ca&sslrootcert=${certificate}`,
      `sslmode=verify-full&sslrootcert=${certificate}`,
    ]) {
      const store = await openStore(await tls(mode));
      context.after(() => store.close());
      assert.equal(await store.revision(), 0);
    }
    assert.deepEqual(
      await server!.query(
        `SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
         WHERE application_name = 'vielfalt' AND datname <> 'postgres' AND state = 'idle'`,
      ),
      [{ ssl: true }],
    );
    const other = join(folder(context), 'other.pem');
    writeFileSync(other, rootCertificates[0] ?? '');
    await refuses(
      await tls(`sslmode=verify-ca&sslrootcert=${other}`),
      'refused',
      /was not signed by the one in .*other\.pem \(sslrootcert\)/,
    );
    await refuses(await tls('sslmode=verify-full'), 'refused', /certificate .* not to be trusted/);
    const byNumber = (await tls(`sslmode=verify-full&sslrootcert=${certificate}`)).replace(
      'localhost',
      '127.0.0.1',
    );
    await refuses(byNumber, 'refused', /another machine's/);
  });

  test('a server without it is named', async (context) => {
    const port = await talker(context, 'N');
    const url = `postgres://vielfalt:secret@127.0.0.1:${port}/vielfalt?sslmode=require`;
    await refuses(url, 'refused', /has no TLS.*sslmode=disable/);
  });
});

describe('an address of PostgreSQL', () => {
  test('that makes no sense is refused without its password', async (context) => {
    const host = 'postgres://vielfalt:secret@db.example.org/vielfalt';
    await refuses(`${host}?sslmode=prefer`, 'address', /sslmode is "prefer".*disable, require/);
    const none = join(folder(context), 'none.pem');
    await refuses(
      `${host}?sslmode=verify-full&sslrootcert=${none}`,
      'address',
      /The certificate .*none\.pem.*cannot be read/,
    );
    await refuses(
      `${host}?sslmode=verify-ca`,
      'address',
      /no sslrootcert .* add &sslrootcert=FILE/,
    );
    await refuses('postgres://vielfalt:se/secret#@h:x/d', 'address', /with %40 for @/);
    await refuses('postgres://a:secret@127.0.0.1:1/w#o@db/d', 'unreachable', /@ as %40, \/ as %2F/);
    await refuses('mysql://vielfalt:secret@db/vielfalt', 'address', /"mysql:\/\/vielfalt@db\/viel/);
  });

  test('is shown without its password, whatever is in it', () => {
    for (const [url, shown] of [
      ['postgres://a:b@c/d', 'postgres://a@c/d'],
      ['postgresql://a:b@b:/?@c:5432/d?sslmode=require', 'postgresql://a@c:5432/d?sslmode=require'],
      ['postgres://c/d?password=b&user=a', 'postgres://c/d?password=…&user=a'],
      ['postgres://a@c:5432/d', 'postgres://a@c:5432/d'],
      ['sqlite:a.sqlite', 'sqlite:a.sqlite'],
      [' postgres://a:b@c/d', ' postgres…'],
      ['"postgres://a:b@c/d"', '"postgres…'],
      ['DATABASE_URL=postgres://a:b@c/d', 'DATABASE_URL…'],
      ['postgres:/a:b@c/d', 'postgres…'],
      ['postgres//a:b@c/d', 'postgres…'],
      ['sqlite:postgres://a:b@c/d', 'sqlite…'],
      ['host=c user=a password=b', 'host…'],
    ] as const) {
      assert.equal(withoutPassword(url), shown);
    }
  });

  test('has files where FILES_FOLDER says, as SQLite has, else in the working directory', () => {
    const url = 'postgres://db/vielfalt';
    assert.equal(filesFolder(url, ''), '.');
    assert.equal(filesFolder(url, '/srv/files'), '/srv/files');
    assert.equal(filesFolder('sqlite:/data/a.sqlite', ''), '/data');
    assert.equal(filesFolder('sqlite:/data/a.sqlite', '/srv/files'), '/srv/files');
    assert.equal(filesFolder('sqlite::memory:', ''), undefined);
  });

  test('to read from goes only with one to write to', () => {
    const [one, two] = ['postgres://one/d', 'postgres://two/d'];
    const read = (DATABASE_URL: string, DATABASE_READ_URL: string) =>
      readConfig({ DATABASE_URL, DATABASE_READ_URL }).databaseReadUrl;
    assert.equal(read(one, two), two);
    assert.equal(read('sqlite:a.sqlite', ''), undefined);
    assert.throws(() => read('sqlite:a.sqlite', two), /DATABASE_READ_URL is "postgres:\/\/two\/d"/);
    assert.throws(() => read(one, 'sqlite:a.sqlite'), /both it and DATABASE_URL must begin with/);
  });
});
