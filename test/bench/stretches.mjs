import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Looks at each turn of the event loop how much this thread has worked since the last one. */
export function watchStretches() {
  const began = worked();
  let last = began;
  let longest = { work: 0, from: 0, to: 0 };
  let since = clock();
  let isOver = false;
  const look = () => {
    const [now, to] = [worked(), clock()];
    if (now - last > longest.work) longest = { work: now - last, from: since, to };
    last = now;
    since = to;
    if (!isOver) setTimeout(look, 1);
  };
  setTimeout(look, 1);
  return {
    end() {
      isOver = true;
      look();
      return { total: (last - began).toFixed(0), longest: longest.work.toFixed(0), span: longest };
    },
  };
}

/** Writes down what this thread is at, a thousand times a second. */
export async function profileStretches() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 1_000 });
  await session.post('Profiler.start');
  return {
    /** Names what took the time of a stretch: functions and their callers, by milliseconds. */
    async end({ from, to }) {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return namesOf(profile, from, to);
    },
  };
}

/** The functions of a way that are named at the most, and the ways. */
const [NAMES, WAYS] = [7, 3];

function namesOf({ nodes, samples, timeDeltas, startTime }, from, to) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) for (const id of node.children ?? []) byId.get(id).parent = node;
  const ways = new Map();
  let at = startTime;
  for (const [index, id] of samples.entries()) {
    at += timeDeltas[index];
    if (at < from || at > to) continue;
    const way = [];
    for (let node = byId.get(id); node?.parent; node = node.parent) {
      const { functionName, url, lineNumber } = node.callFrame;
      const place = url.startsWith('file:') ? ` ${url.split('/').at(-1)}:${lineNumber + 1}` : '';
      const name = (functionName || 'anonymous') + place;
      if (place || way.length === 0) way.push(name);
    }
    const name = way.slice(0, NAMES).join(' < ');
    ways.set(name, (ways.get(name) ?? 0) + timeDeltas[index] / 1_000);
  }
  const most = [...ways].sort(([, one], [, other]) => other - one).slice(0, WAYS);
  return most.map(([name, time]) => `${time.toFixed(0)} ms ${name}`);
}

/** The clock that profiles are written by, in microseconds. */
function clock() {
  return Number(process.hrtime.bigint() / 1_000n);
}

/** The processor time of this process's main thread, in milliseconds; elsewhere, the time. */
function worked() {
  if (process.platform !== 'linux') return performance.now();
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}
