import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, Gauge, type Registry } from 'prom-client';

/** The time that a worker has for its numbers, in milliseconds: Prometheus waits for ten seconds. */
const PATIENCE = 2_000;

/** The question for a worker's numbers, and its answer: told apart by their number. */
interface Question {
  ask: 'metrics';
  number: number;
}
interface Answer {
  metrics: object;
  number: number;
}

const isQuestion = (message: unknown): message is Question =>
  Object(message) === message && Reflect.get(message as object, 'ask') === 'metrics';

/** Tells what is counted here to the process that started this one, when that asks. */
export function tellMetrics(registry: Registry): void {
  process.on('message', (message) => {
    if (!isQuestion(message)) return;
    const { number } = message;
    void registry
      .getMetricsAsJSON()
      .then((metrics) => process.send?.({ metrics, number } satisfies Answer));
  });
}

let questions = 0;

/** What a worker has counted; undefined where it does not answer in time. */
function askMetrics(worker: Worker): Promise<object | undefined> {
  const number = (questions += 1);
  return new Promise((resolve) => {
    const end = (found: object | undefined) => {
      clearTimeout(timer);
      worker.off('message', listen);
      resolve(found);
    };
    const listen = (message: Partial<Answer>) => {
      if (message.number === number) end(message.metrics);
    };
    const timer = setTimeout(() => end(undefined), PATIENCE);
    worker.on('message', listen);
    worker.send({ ask: 'metrics', number } satisfies Question);
  });
}

/** What all workers of this process have counted, in one, and which of them have not answered. */
export async function printWorkerMetrics(): Promise<string> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const asked = workers.map(async (worker) => ({
    worker,
    metrics: worker.isConnected() ? await askMetrics(worker) : undefined,
  }));
  const told = await Promise.all(asked);
  const registry = AggregatorRegistry.aggregate(
    told.flatMap(({ metrics }) => (metrics ? [metrics] : [])),
  );
  const up = new Gauge({
    name: 'vielfalt_worker_up',
    help: '1 where a worker has told its numbers, 0 where it did not answer: they are without its own.',
    labelNames: ['worker'],
    registers: [registry],
  });
  for (const { worker, metrics } of told) up.set({ worker: worker.id }, Number(!!metrics));
  return registry.metrics();
}
