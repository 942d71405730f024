import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OffersAnswer } from '@vielfalt/feed';
import { openStore, startService } from '@vielfalt/server';
import { pino } from 'pino';
import { office } from './office.js';
import { csv, rows } from './offers-table.js';

const OFFERS = 60;
const IMPORTS = 4;
/** In milliseconds; far longer than it takes, so that only what never comes fails. */
const NEVER = 120_000;

test('an import by another process shows while visitors keep asking, who see whole revisions only', async (context) => {
  const { importTable, database } = office(context);
  const version = (number: number) => csv(rows(OFFERS, { Angebot: `Fassung ${number}` }));
  await importTable(version(1));
  const store = await openStore(`sqlite:${database}`);
  const service = await startService({ store, port: 0, log: pino({ level: 'silent' }) });
  context.after(async () => {
    await service.stop();
    await store.close();
  });

  const seen = new Map<number, number>();
  const ask = async () => {
    const response = await fetch(`http://127.0.0.1:${service.port}/v1/offers?limit=100`);
    assert.equal(response.status, 200);
    const { directory, total, offers } = (await response.json()) as OffersAnswer;
    assert.equal(total, OFFERS);
    assert.deepEqual(
      [...new Set(offers.map(({ title }) => title))],
      [`Fassung ${directory.revision}`],
    );
    seen.set(directory.revision, (seen.get(directory.revision) ?? 0) + 1);
    return directory.revision;
  };
  let isOver = false;
  const visitor = (async () => {
    while (!isOver) await ask();
  })();

  const waits: number[] = [];
  try {
    for (let number = 2; number <= IMPORTS + 1; number++) {
      assert.equal((await importTable(version(number))).code, 0);
      const imported = performance.now();
      while ((await ask()) < number) {
        if (performance.now() - imported > NEVER) assert.fail(`revision ${number} never shows`);
      }
      waits.push(Math.round(performance.now() - imported));
    }
  } finally {
    isOver = true;
    await visitor;
  }
  assert.deepEqual([...seen.keys()], [1, 2, 3, 4, 5]);
  context.diagnostic(
    `shown after ${waits.join(', ')} ms; asked ${[...seen.values()].join(', ')} times`,
  );
});
