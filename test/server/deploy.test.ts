import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { folder } from './fixture.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

/** The words after each of a file's instructions of a name. */
function instructions(text: string, name: string): string[][] {
  return [...text.matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map(([, words]) =>
    words!.split(' '),
  );
}

describe('the container file', () => {
  const text = read('Dockerfile');

  test('copies what exists, and what .dockerignore lets through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    const sources = instructions(text, 'COPY')
      .filter(([first]) => !first!.startsWith('--from'))
      .flatMap((words) => words.slice(0, -1));
    assert.ok(sources.length > 5);
    for (const source of sources) {
      assert.ok(existsSync(join(ROOT, source)), `${source} does not exist`);
      assert.ok(allowed.includes(`!${source.split('/')[0]!}`), `${source} is ignored`);
    }
  });

  test('copies all that a build reads', () => {
    const script = read('scripts/build.mjs');
    const [, list] = /^const INPUTS = \[(.*?)\];/ms.exec(script)!;
    const copied = instructions(text, 'COPY').flatMap((words) => words.slice(0, -1));
    for (const [, input] of list!.matchAll(/'([^']+)'/g)) {
      assert.ok(
        copied.some((each) => input === each || input!.startsWith(`${each}/`)),
        `${input!} is not copied`,
      );
    }
  });

  test('runs as a user without rights, and asks the service whether it is ready', () => {
    assert.deepEqual(instructions(text, 'USER'), [['node']]);
    assert.match(text, /^HEALTHCHECK [^]*\/readyz/m);
  });
});

describe('the systemd units', () => {
  const systemd = spawnSync('systemd-analyze', ['--version']);
  const skip = systemd.status !== 0 && 'systemd-analyze is not on this machine';

  test('are understood by systemd', { skip }, (context) => {
    const place = folder(context);
    const names = ['vielfalt.socket', 'vielfalt.service'];
    for (const name of names) cpSync(join(ROOT, 'deploy', name), join(place, name));
    // Of the programs in the units this machine may have none.
    const { stderr } = spawnSync('systemd-analyze', ['verify', ...names], {
      cwd: place,
      encoding: 'utf8',
    });
    const complaints = stderr.split('\n').filter((line) => line.includes('vielfalt'));
    assert.deepEqual(
      complaints.filter((line) => !line.includes('is not executable')),
      [],
    );
  });
});

describe('the two services with PostgreSQL', () => {
  interface ComposedService {
    image?: string;
    build?: string;
    environment?: Record<string, string>;
    volumes?: string[];
    depends_on?: Record<string, { condition: string }> | string[];
    ports?: string[];
  }
  const compose = parse(read('deploy/compose.postgres.yaml')) as {
    services: Record<string, ComposedService>;
    volumes: Record<string, null>;
  };
  const { postgres, one, two, proxy } = compose.services;

  test('are the same, and ask the database that is there', () => {
    assert.deepEqual(one, two);
    assert.equal(one?.build, '..');
    const { DATABASE_URL, PGPASSWORD } = one.environment ?? {};
    const { POSTGRES_USER, POSTGRES_DB, POSTGRES_PASSWORD } = postgres?.environment ?? {};
    assert.equal(DATABASE_URL, `postgres://${POSTGRES_USER}@postgres/${POSTGRES_DB}`);
    assert.equal(PGPASSWORD, POSTGRES_PASSWORD);
    assert.ok(read('deploy/Caddyfile').includes('reverse_proxy {$VIELFALT:127.0.0.1:8080}'));
    assert.equal(proxy?.environment?.['VIELFALT'], 'one:8080 two:8080');
  });

  test('name what is there, and let nobody in but through the proxy', () => {
    for (const [name, { volumes = [], depends_on = {}, ports, image }] of Object.entries(
      compose.services,
    )) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        const isThere = source.startsWith('.')
          ? existsSync(join(ROOT, 'deploy', source))
          : source in compose.volumes;
        assert.ok(isThere, `${name}: ${source}`);
      }
      const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      for (const other of needed) assert.ok(other in compose.services, `${name}: ${other}`);
      assert.equal(ports !== undefined, name === 'proxy', name);
      if (image) assert.match(image, /:\d/);
    }
  });
});

test('the proxies log no address that has a secret in it', () => {
  const [, nginx = ''] = /"~\*\^\/\(([^)]*)\)\/" +0;/.exec(read('deploy/nginx.conf')) ?? [];
  const [, caddy = ''] = /request>uri regexp (\S+) ""\n/.exec(read('deploy/Caddyfile')) ?? [];
  const paths = ['/confirm/', '/office/enter/', '/letters/stop/'];
  assert.deepEqual(
    nginx.split('|').map((path) => `/${path}/`),
    paths,
  );
  const pattern = new RegExp(caddy.replace('(?i)', ''), 'gi');
  for (const path of paths) assert.equal(`${path}SECRET?lang=ar`.replace(pattern, ''), '');
  assert.equal('/Confirm/SECRET'.replace(pattern, ''), '');
  assert.equal('/offers/a?q=b'.replace(pattern, ''), '/offers/a');
});

test('whoever runs the service gives it more time to stop than it takes', () => {
  // A second in which it still takes requests, and ten for those under way.
  for (const [name, told] of [
    ['docs/operate.md', /--stop-timeout (\d+)/],
    ['deploy/compose.yaml', /stop_grace_period: (\d+)s/],
    ['deploy/compose.postgres.yaml', /stop_grace_period: (\d+)s/],
    ['deploy/vielfalt.service', /TimeoutStopSec=(\d+)s/],
  ] as const) {
    assert.ok(Number(told.exec(read(name))?.[1]) > 11, name);
  }
});
