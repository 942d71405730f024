import cluster, { type Worker } from 'node:cluster';
import type { Logger } from 'pino';
import type { MetricsAddress } from '../http/metrics-server.js';
import { EXIT, UsageError } from './usage.js';

const MOST = 64;

/** A worker that lived shorter than this, in milliseconds, is not replaced at once. */
const SHORT_LIFE = 5_000;

/** The pauses before a worker is replaced, in milliseconds: from the first to the longest. */
const PAUSES = { first: 500, longest: 30_000 };

/**
 * Reads how many processes are to answer.
 * @throws UsageError where it is not a whole number from 1 to 64
 */
export function readWorkers(text: string | undefined): number {
  const count = Number(text ?? 1);
  if (/^\d+$/.test(text ?? '1') && count >= 1 && count <= MOST) return count;
  throw new UsageError(
    `--workers is "${text}"; it must be a whole number from 1 to ${MOST}. More than the machine has processors bring nothing.`,
  );
}

interface Circumstances {
  metrics: MetricsAddress | undefined;
  /** The descriptor of a listening socket that was handed over. */
  socket: number | undefined;
  /** Resolves with the signal that asks to stop. */
  stopped: Promise<string>;
  log: Logger;
}

/**
 * Answers by several processes that share one port. This process only starts them, replaces those
 * that end, and offers what they have counted together; each reads the directory for itself.
 *
 * @returns the exit code: of the first worker where none could begin, of the last where a socket that
 *   was handed over has gone with it, and whoever handed it over is to start the service anew
 */
export async function runWorkers(count: number, circumstances: Circumstances): Promise<number> {
  const { metrics, socket, stopped, log } = circumstances;
  const { startSharedMetrics } = await import('../http/metrics-server.js');
  const measured = metrics && (await startSharedMetrics(metrics));
  try {
    // Each takes connections by itself: what this process handed to one that is killed would be lost.
    cluster.schedulingPolicy = cluster.SCHED_NONE;
    // The first alone brings an older database up to date, and says what is wrong with the settings.
    const first = cluster.fork();
    const begun = await beginning(first);
    if (typeof begun === 'number') return begun;
    const further = Array.from({ length: count - 1 }, () => cluster.fork());
    const kept = keep([first, ...further], log);
    log.info({ port: begun.port, workers: count, metricsPort: measured?.port }, 'listening');
    const lost = socket === undefined ? new Promise<never>(() => undefined) : kept.gone;
    const reason = await Promise.race([stopped, lost]);
    kept.end();
    if (typeof reason === 'number') return reason;
    log.info({ signal: reason }, 'stopping');
    await Promise.all(Object.values(cluster.workers ?? {}).map(stop));
    return 0;
  } finally {
    measured?.stop();
  }
}

/** Those that take connections. */
const serving = new WeakSet<Worker>();
cluster.on('listening', (worker) => serving.add(worker));

/** Where a worker listens, or the exit code with which it ended before. */
function beginning(worker: Worker): Promise<number | { port: number }> {
  return new Promise((resolve) => {
    worker.once('listening', resolve);
    worker.once('exit', (code) => resolve(code || EXIT.trouble));
  });
}

/** Replaces workers that end, those that end soon after a pause that grows. */
function keep(workers: Worker[], log: Logger) {
  let pause = PAUSES.first;
  let isOver = false;
  const timers = new Set<NodeJS.Timeout>();
  let sayGone: (code: number) => void;
  /** Resolves with the exit code of a worker that left no other. */
  const gone = new Promise<number>((resolve) => (sayGone = resolve));
  const watch = (worker: Worker) => {
    const began = performance.now();
    worker.once('exit', (code, signal) => {
      if (isOver) return;
      log.error({ worker: worker.id, code, signal }, 'a worker has ended and is replaced');
      if (Object.keys(cluster.workers ?? {}).length === 0) sayGone(code || EXIT.trouble);
      const isShort = performance.now() - began < SHORT_LIFE;
      pause = isShort ? Math.min(pause * 2, PAUSES.longest) : PAUSES.first;
      const replace = () => {
        timers.delete(timer);
        watch(cluster.fork());
      };
      const timer = setTimeout(replace, isShort ? pause : 0);
      timers.add(timer);
    });
  };
  workers.forEach(watch);
  return {
    gone,
    end() {
      isOver = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

async function stop(worker: Worker | undefined) {
  if (!worker || worker.isDead()) return;
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  // One that has only begun has nobody to finish with.
  worker.process.kill(serving.has(worker) ? 'SIGTERM' : 'SIGKILL');
  await ended;
}
