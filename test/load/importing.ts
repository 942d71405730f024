import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { demoDirectory } from '../../demo/directory.mjs';
import { ask, type Answer } from './crowd.js';
import { startHeldService } from './held-socket.js';
import { PATHS } from './paths.js';
import { residentMegabytes } from './resident.js';

const COMMAND = fileURLToPath(new URL('../../server/bin/vielfalt.js', import.meta.url));
/** The list of everything: its total says which revision it must be of. */
const EVERYTHING = '/v1/offers?lang=de';
/** How long a running service may take to show an import, in milliseconds. */
const SHOWS_WITHIN = 1_000;
/** By how much memory may grow from the middle third to the last: the garbage varies by as much. */
const FLAT = 1.3;

/** Imports every few seconds under load, one more offer each time. @returns what went wrong */
export async function importing(
  database: string,
  folder: string,
  options: { connections: number; seconds: number; every: number },
): Promise<string[]> {
  const { connections, seconds, every } = options;
  const service = await startHeldService({ DATABASE_URL: database, METRICS: '0' });
  const first = await (await fetch(service.url + EVERYTHING)).text();
  const history = createHistory(first);

  const began = performance.now();
  const end = began + seconds * 1000;
  const isOver = () => performance.now() >= end;
  const asking = ask({
    url: service.url,
    paths: PATHS,
    connections,
    isOver,
    check: (answer) => history.problem(answer),
  });
  const memory = watchMemory(service.metricsPort());
  for (let count = 1; !isOver(); count++) {
    await sleep(Math.max(0, began + count * every * 1000 - performance.now()));
    if (isOver()) break;
    history.begins();
    await importDemo(database, folder, count);
    history.ends();
  }
  const { requests, failures, repeated } = await asking;
  const [start, middle, last] = memory.thirds();
  const code = await service.stop();

  console.log(
    `${history.imports} imports of ${numberIn(first, 'total')} and more offers, ${connections} connections, ` +
      `${seconds} s: ${requests} requests, ${failures.length} failed or wrong, ` +
      `${repeated} sent once more; memory by thirds ${start}, ${middle}, ${last} MB`,
  );
  return [
    ...failures,
    ...(code === 0 ? [] : [`the service ended with ${code}`]),
    ...(last > middle * FLAT ? [`memory grew from ${middle} to ${last} MB`] : []),
  ];
}

/** Without parsing all of it: the load is what is measured, not the client. */
function numberIn(body: string, name: 'revision' | 'total'): number {
  return Number(new RegExp(`"${name}":(\\d+)`).exec(body)?.[1]);
}

/** What each answer must be, by when it was asked and answered. */
function createHistory(first: string) {
  const before = numberIn(first, 'revision');
  const began: number[] = [];
  const ended: number[] = [];
  const seen = new Map<string, string>();
  return {
    get imports() {
      return ended.length;
    },
    begins() {
      began.push(performance.now());
    },
    ends() {
      ended.push(performance.now());
    },
    problem({ path, body, asked, answered }: Answer): string | undefined {
      const revision = numberIn(body, 'revision');
      const import_ = revision - before;
      const earliest = began[import_ - 1] ?? (import_ === 0 ? 0 : Infinity);
      const latest = (ended[import_] ?? Infinity) + SHOWS_WITHIN;
      if (answered < earliest) return `revision ${revision} before its import`;
      if (asked > latest) return `revision ${revision} ${Math.round(asked - latest)} ms too late`;
      const total = numberIn(first, 'total') + import_;
      if (path === EVERYTHING && numberIn(body, 'total') !== total) {
        return `${numberIn(body, 'total')} offers in revision ${revision}, not ${total}`;
      }
      const known = seen.get(`${path} ${revision}`);
      seen.set(`${path} ${revision}`, body);
      return known === undefined || known === body ? undefined : `two answers in ${revision}`;
    },
  };
}

/** Imports the demo directory with a number of offers more. */
async function importDemo(database: string, folder: string, more: number): Promise<void> {
  const file = demoDirectory(new Date().toISOString().slice(0, 10));
  const [sample] = file.offers;
  const extra = Array.from({ length: more }, (_, index) => ({
    source: sample!.source,
    provider: sample!.provider,
    record: `load-${index}`,
    title: `Lastprobe ${index}`,
  }));
  const path = join(folder, 'load.json');
  await writeFile(path, JSON.stringify({ ...file, offers: [...file.offers, ...extra] }));
  const child = spawn(process.execPath, [COMMAND, 'import', path], {
    env: { ...process.env, DATABASE_URL: database },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`the import ended with ${code}`);
}

/** Reads the service's resident memory once a second. */
function watchMemory(metricsPort: number) {
  const samples: number[] = [];
  const timer = setInterval(() => {
    residentMegabytes(metricsPort).then(
      (megabytes) => samples.push(megabytes),
      () => undefined, // a sample less
    );
  }, 1_000);
  return {
    /** Ends it. @returns the medians of each third, in megabytes */
    thirds(): [number, number, number] {
      clearInterval(timer);
      const third = Math.ceil(samples.length / 3);
      const median = (index: number) =>
        samples.slice(index * third, (index + 1) * third).sort((a, b) => a - b)[third >> 1] ?? 0;
      return [median(0), median(1), median(2)];
    },
  };
}
