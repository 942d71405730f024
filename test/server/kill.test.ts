import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../server/src/store/open.js';
import { COMMAND } from '../support/built.js';
import { folder } from './fixture.js';
import { csv, MAPPING, rows } from './offers-table.js';

const OFFERS = 300;
const ROUNDS = 30;

test('an import that is killed at any moment leaves the directory of before or of after', async (context) => {
  const place = folder(context);
  const temporary = join(place, 'tmp');
  mkdirSync(temporary);
  const url = `sqlite:${join(place, 'data', 'vielfalt.sqlite')}`;
  mkdirSync(join(place, 'data'));
  writeFileSync(join(place, 'm.yaml'), MAPPING);
  const VERSIONS = ['Abends', 'Morgens'] as const;
  for (const Angebot of VERSIONS) {
    writeFileSync(join(place, `${Angebot}.csv`), csv(rows(OFFERS, { Angebot })));
  }
  const start = (version: string) =>
    spawn(process.execPath, [COMMAND, 'import', `${version}.csv`, '--mapping', 'm.yaml'], {
      cwd: place,
      env: { ...process.env, DATABASE_URL: url, TMPDIR: temporary },
      stdio: 'ignore',
    });

  const first = performance.now();
  const [code] = (await once(start(VERSIONS[0]), 'exit')) as [number | null];
  assert.equal(code, 0);
  let whole = performance.now() - first;

  let kept: string[] = [VERSIONS[0]];
  let interrupted = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const [now] = kept;
    const wanted = VERSIONS.find((version) => version !== now) ?? '';
    const began = performance.now();
    const child = start(wanted);
    const exited = once(child, 'exit');
    // Later rounds are killed later, so that starting, reading, writing and ending all have a turn.
    await Promise.race([sleep((whole * (round - Math.random())) / ROUNDS), exited]);
    if (child.exitCode !== null) whole = Math.min(whole, performance.now() - began);
    child.kill('SIGKILL');
    await exited;

    const store = await openStore(url);
    const [state, history] = [await store.read(), await store.history()];
    await store.close();
    assert.ok(state);
    if (state.revision > kept.length) kept = [wanted, ...kept];
    else interrupted++;
    assert.equal(state.revision, kept.length);
    assert.equal(state.offers.length, OFFERS);
    assert.deepEqual([...new Set(state.offers.map(({ title }) => title))], kept.slice(0, 1));
    // One entry for each import that was kept, none for what was killed.
    assert.deepEqual(
      history.map(({ file, revision }) => [file?.name, revision]),
      kept.map((version, index) => [`${version}.csv`, kept.length - index]),
    );
    assert.deepEqual(readdirSync(temporary), []);
    const files = readdirSync(join(place, 'data'));
    assert.deepEqual(
      files.filter((name) => !/^vielfalt\.sqlite(-wal|-shm)?$/.test(name)),
      [],
    );
  }
  assert.ok(interrupted > 0, 'no import was interrupted');
  context.diagnostic(`${interrupted} of ${ROUNDS} imports were interrupted`);
});

test('what was put aside of standard input goes with the process that read it', async (context) => {
  const place = folder(context);
  const child = spawn(process.execPath, [COMMAND, 'import', '-'], {
    cwd: place,
    env: { ...process.env, DATABASE_URL: 'sqlite:none.sqlite', TMPDIR: place },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const exited = once(child, 'exit');
  // More than a pipe holds: when it is taken, the process is reading, and waits for the rest.
  await new Promise((taken) => child.stdin.write(Buffer.alloc(1 << 20, ' '), taken));
  child.kill('SIGKILL');
  await exited;
  assert.deepEqual(readdirSync(place), []);
});
