import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../server/src/store/open.js';
import { directoryFile, folder, offers } from './fixture.js';

const COMMAND = fileURLToPath(new URL('../../server/bin/vielfalt.js', import.meta.url));
const OFFERS = 5_000;
const ROUNDS = 12;

test('an import that is killed at any moment leaves the directory of before or of after', async (context) => {
  const place = folder(context);
  const url = `sqlite:${join(place, 'vielfalt.sqlite')}`;
  const start = (title: string) => {
    const file = join(place, 'file.json');
    writeFileSync(file, JSON.stringify(directoryFile(offers(OFFERS, { title }))));
    return spawn(process.execPath, [COMMAND, 'import', file], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: 'ignore',
    });
  };

  const began = performance.now();
  const [code] = (await once(start('Runde 0'), 'exit')) as [number | null];
  assert.equal(code, 0);
  const whole = performance.now() - began;

  let revision = 1;
  let title = 'Runde 0';
  let interrupted = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const wanted = `Runde ${round}`;
    const child = start(wanted);
    const exited = once(child, 'exit');
    // Later rounds are killed later, so that starting, reading, writing and ending all have a turn.
    await sleep((whole * (round - Math.random())) / ROUNDS);
    child.kill('SIGKILL');
    await exited;

    const store = await openStore(url);
    const state = await store.read();
    await store.close();
    assert.ok(state);
    if (state.revision > revision) [revision, title] = [revision + 1, wanted];
    else interrupted++;
    assert.equal(state.revision, revision);
    assert.equal(state.offers.length, OFFERS);
    assert.deepEqual([...new Set(state.offers.map((offer) => offer.title))], [title]);
  }
  assert.ok(interrupted > 0, 'no import was interrupted');
  context.diagnostic(`${interrupted} of ${ROUNDS} imports were interrupted`);
});
