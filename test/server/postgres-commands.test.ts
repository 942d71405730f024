import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { after, describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openStore } from '../../server/src/store/open.js';
import { COMMAND } from '../support/built.js';
import { directoryFile, network, offers } from './fixture.js';
import { PASSWORD, startPostgres } from './postgres.js';
import { workplace } from './workplace.js';

const started = await startPostgres({ after });
const missing = 'missing' in started ? started.missing : undefined;
const server = 'missing' in started ? undefined : started;
const skip = missing ?? false;

/** A folder with files to import, and the command on any database. */
function office(context: TestContext) {
  const place = workplace(context);
  const { write, vielfalt } = place;
  write('one.json', directoryFile(offers(5), { networks: [network('n')] }));
  write('two.json', directoryFile(offers(4, { title: 'Neu „\u0000“ 😀' }), { networks: [] }));
  write('three.json', directoryFile(offers(900, { title: 'Viele' })));
  const run = async (url: string, ...args: string[]) => {
    const { code, stdout, stderr } = await vielfalt(args, { url });
    return { code, said: stdout + stderr };
  };
  return {
    ...place,
    run,
    sqlite: (name: string) => `sqlite:${place.path(name)}`,
    done: async (url: string, ...args: string[]) => {
      const { code, said } = await run(url, ...args);
      assert.equal(code, 0, said);
      return said;
    },
    start: (url: string, ...args: string[]) => {
      const child = spawn(process.execPath, [COMMAND, ...args], {
        cwd: place.place,
        env: { ...process.env, DATABASE_URL: url, PORT: '0' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      context.after(() => child.kill('SIGKILL'));
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text) => (said += String(text)));
      }
      const exited = once(child, 'exit').then(([code]) => ({ code: code as number, said }));
      return { child, exited };
    },
  };
}

/** Imports, with something retired and something taken back. */
const LIFE = [
  ['import', 'one.json'],
  ['import', 'two.json', '--allow-retiring'],
  ['undo'],
  ['import', 'two.json', '--allow-retiring'],
] as const;

/** All that a store tells of a directory. */
async function told(url: string) {
  const store = await openStore(url, { create: false });
  try {
    const history = await store.history();
    const before: unknown[] = [];
    await store.change(async (transaction) => {
      for (const { id } of history) before.push(await transaction.before(id));
      return { result: undefined };
    });
    const papers = [await store.papers('confirmation'), await store.papers('trust')];
    return { state: await store.read(), history, before, papers };
  } finally {
    await store.close();
  }
}

/** Puts papers beside the records. */
async function putPapers(url: string) {
  const store = await openStore(url, { create: false });
  const check = { on: '2026-09-07', by: 'Verein „Zusammen“ 😀' };
  try {
    await store.change(async (transaction) => {
      await transaction.putPapers('confirmation', new Map([['a', check]]));
      await transaction.putPapers('trust', new Map([['b', { fields: ['cost'] }]]));
      return { result: undefined, keep: {} };
    });
  } finally {
    await store.close();
  }
}

/** Without the moments at which things were done. */
function timeless<Value>(value: Value): Value {
  const text = JSON.stringify(value).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');
  return JSON.parse(text) as Value;
}

/** Keeps others from the last table that is written, until the test goes on. */
async function held(context: TestContext, url: string, table: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table} IN EXCLUSIVE MODE`);
  let isHeld = true;
  const release = async () => {
    if (!isHeld) return;
    isHeld = false;
    await client.query('COMMIT');
    await client.end();
  };
  context.after(release);
  const waiting = async (kind: string) => {
    for (let tries = 0; tries < 600; tries++) {
      const found = await server!.query(
        `SELECT 1 FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = '${kind}'`,
        url,
      );
      if (found.length > 0) return;
      await sleep(50);
    }
    throw new Error(`nobody came to wait for the ${kind} lock`);
  };
  return { release, waiting };
}

describe('the command with PostgreSQL', { skip }, () => {
  test('says and does what it does with SQLite', async (context) => {
    const { run, done, sqlite } = office(context);
    const [small, large] = [sqlite('a.sqlite'), await server!.database()];
    for (const url of [small, large]) {
      const { code, said } = await run(url, 'history');
      assert.match(said, /Import a file first/);
      assert.equal(code, 4);
      await done(url, 'import', 'one.json', '--dry-run');
    }
    assert.deepEqual(
      await server!.query(`SELECT 1 FROM pg_class WHERE relname = 'offer'`, large),
      [],
    );
    for (const args of LIFE) {
      assert.deepEqual(timeless(await run(large, ...args)), timeless(await run(small, ...args)));
    }
    for (const args of [['export'], ['check'], ['history', '--json'], ['undo', '--dry-run']]) {
      const [one, other] = [await run(large, ...args), await run(small, ...args)];
      assert.ok(one.said.length > 100);
      // To the minute.
      const day = (said: string) => said.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'then');
      assert.equal(day(timeless(one.said)), day(timeless(other.said)));
      assert.equal(one.code, other.code);
    }
    assert.deepEqual(timeless(await told(large)), timeless(await told(small)));
  });

  test('a backup is one checked file of SQLite, and can be put back', async (context) => {
    const { done, run, path, sqlite } = office(context);
    const url = await server!.database();
    for (const args of LIFE) await done(url, ...args);
    assert.match(await done(url, 'backup', 'copy.sqlite'), /^copy\.sqlite: revision 4, checked\n$/);
    assert.equal(statSync(path('copy.sqlite')).mode & 0o777, 0o600);
    assert.equal(existsSync(path('copy.sqlite-wal')), false);
    assert.deepEqual(await told(sqlite('copy.sqlite')), await told(url));
    const again = await server!.database();
    await done(url, 'migrate', sqlite('copy.sqlite'), again);
    assert.deepEqual(await told(again), await told(url));
    const empty = await run(await server!.database(), 'backup', 'none.sqlite');
    assert.match(empty.said, /is empty\. Import a file first/);
    assert.equal(empty.code, 4);
    assert.equal(existsSync(path('none.sqlite')), false);
  });

  test('while one import writes, another waits, and after ten seconds says why', async (context) => {
    const { done, start } = office(context);
    const url = await server!.database();
    await done(url, 'import', 'one.json');
    const { release, waiting } = await held(context, url, 'history');
    const first = start(url, 'import', 'two.json', '--allow-retiring');
    await waiting('relation');
    const second = start(url, 'import', 'three.json');
    await waiting('advisory');
    const { code, said } = await second.exited;
    assert.match(said, /Another program has been writing to the database postgres:\/\/vielfalt@/);
    assert.ok(!said.includes(encodeURIComponent(PASSWORD)));
    assert.equal(code, 4);
    // The first one has met the same patience.
    await first.exited;
    await release();
    const states = [start(url, 'import', 'two.json', '--allow-retiring'), start(url, 'undo')];
    const codes = await Promise.all(states.map(({ exited }) => exited));
    assert.deepEqual(
      codes.map((each) => each.code),
      [0, 0],
    );
    const { state, history } = await told(url);
    assert.equal(history.length, 3);
    assert.equal(state?.revision, 3);
  });

  test('an import that is killed in the middle leaves the directory of before', async (context) => {
    const { done, start } = office(context);
    const url = await server!.database();
    await done(url, 'import', 'one.json');
    const before = await told(url);
    const { release, waiting } = await held(context, url, 'history');
    const { child, exited } = start(url, 'import', 'three.json');
    // All records are written; the entry of the history comes last.
    await waiting('relation');
    child.kill('SIGKILL');
    await exited;
    await release();
    assert.deepEqual(await told(url), before);
    await done(url, 'import', 'three.json');
    assert.equal((await told(url)).state?.offers.length, 900);
  });

  test('an import that is killed at any moment leaves the directory of before or of after', async (context) => {
    const { done, start } = office(context);
    const url = await server!.database();
    const began = performance.now();
    await done(url, 'import', 'three.json');
    let { state } = await told(url);
    const files = ['two.json', 'three.json'];
    const whole = performance.now() - began;
    for (let round = 1; round <= 8; round++) {
      const file = files[round % 2]!;
      const { child, exited } = start(url, 'import', file, '--allow-retiring');
      await Promise.race([sleep((whole * round) / 8), exited]);
      child.kill('SIGKILL');
      await exited;
      const now = (await told(url)).state;
      const titles = new Set(
        now?.offers.filter(({ status }) => status === 'published').map(({ title }) => title),
      );
      assert.equal(titles.size, 1, [...titles].join());
      if (now?.revision === state?.revision) assert.deepEqual(now, state);
      state = now;
    }
  });
});

describe('vielfalt migrate', { skip }, () => {
  test('there and back gives the same directory, with its history and what lies beside the records', async (context) => {
    const { done, run, sqlite } = office(context);
    const [from, to, back] = [sqlite('a.sqlite'), await server!.database(), sqlite('b.sqlite')];
    for (const args of LIFE) await done(from, ...args);
    await putPapers(from);
    const said = await done(from, 'migrate', from, to);
    assert.match(
      said,
      /^postgres:\/\/vielfalt@.*: revision 4, 5 offers, 1 providers, 1 networks, 4 imports, compared \(SHA-256 [\da-f]{64}\)\n$/,
    );
    assert.ok(!said.includes(encodeURIComponent(PASSWORD)));
    const returned = await done(from, 'migrate', to, back);
    assert.equal(returned.split('SHA-256 ')[1], said.split('SHA-256 ')[1]);
    const before = await told(from);
    assert.equal(before.history.length, 4);
    assert.deepEqual(
      before.papers.map(({ size }) => size),
      [1, 1],
    );
    assert.ok(before.before.every(Boolean));
    assert.deepEqual(await told(to), before);
    assert.deepEqual(await told(back), before);
    // What was imported last can be taken back where it is now.
    for (const url of [from, to, back])
      assert.match(await done(url, 'undo'), /Taken back: revision 5/);
    assert.deepEqual(timeless(await told(to)), timeless(await told(from)));
    assert.deepEqual(await run(from, 'migrate', to, back), {
      code: 3,
      said: `${back} is not empty: nothing was changed. Name another one.\n`,
    });
    assert.match(
      (await run(from, 'migrate', from, to)).said,
      /^postgres:.* is not empty: nothing was/,
    );
  });

  test('is refused where there is nothing to copy, or nothing to copy it into', async (context) => {
    const { done, run, sqlite } = office(context);
    const empty = await server!.database();
    const none = await run(empty, 'migrate', sqlite('none.sqlite'), empty);
    assert.match(none.said, /There is no database at .*none\.sqlite.* or set FROM to where it is/);
    assert.equal(none.code, 4);
    const nothing = await run(empty, 'migrate', empty, sqlite('a.sqlite'));
    assert.match(nothing.said, /is empty\. Import a file first/);
    assert.equal(nothing.code, 4);
    await done(empty, 'import', 'one.json');
    const nowhere = await run(empty, 'migrate', empty, server!.address('nowhere'));
    assert.match(nowhere.said, /no database "nowhere"/);
    assert.equal(nowhere.code, 4);
    const rehearsed = await run(server!.address('nowhere'), 'import', 'one.json', '--dry-run');
    assert.match(rehearsed.said, /no database "nowhere"/);
    assert.equal(rehearsed.code, 4);
    assert.deepEqual(await run(empty, 'migrate', empty), {
      code: 2,
      said: 'vielfalt migrate: Name two databases: vielfalt migrate FROM TO.\n',
    });
  });

  test('that is killed in the middle leaves an empty database, and can be done again', async (context) => {
    const { done, start, sqlite } = office(context);
    const [from, to] = [sqlite('a.sqlite'), await server!.database()];
    for (const args of LIFE) await done(from, ...args);
    await (await openStore(to)).close();
    const { release, waiting } = await held(context, to, 'before');
    const { child, exited } = start(from, 'migrate', from, to);
    await waiting('relation');
    child.kill('SIGKILL');
    await exited;
    await release();
    const store = await openStore(to);
    assert.equal(await store.read(), undefined);
    assert.deepEqual(await store.history(), []);
    await store.close();
    await done(from, 'migrate', from, to);
    assert.deepEqual(await told(to), await told(from));
  });

  test('keeps nothing where the copy is not what was copied', async (context) => {
    const { done, run, sqlite } = office(context);
    const [from, to] = [sqlite('a.sqlite'), await server!.database()];
    await done(from, 'import', 'one.json');
    await (await openStore(to)).close();
    await server!.query(
      `CREATE FUNCTION alter_it() RETURNS trigger LANGUAGE plpgsql
         AS $$ BEGIN NEW.document = replace(NEW.document::text, 'Angebot 3', 'Angebot 4'); RETURN NEW; END $$;
       CREATE TRIGGER alter_it BEFORE INSERT ON offer FOR EACH ROW EXECUTE FUNCTION alter_it()`,
      to,
    );
    const { code, said } = await run(from, 'migrate', from, to);
    assert.match(said, /differs from what was copied: nothing was kept/);
    assert.equal(code, 4);
    const store = await openStore(to);
    assert.equal(await store.read(), undefined);
    await store.close();
  });
});
