import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Publisher } from '../snapshot/publisher.js';
import type { Traffic } from './traffic.js';

/** Upper bounds in seconds: from memory it takes well under one millisecond. */
const BUCKETS = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

/** What no route answers. */
const OTHER = 'other';

/** What is measured. */
export interface Measured {
  publisher: Publisher;
  traffic: Traffic;
  /** The route that a request target leads to, such as `/v1/offers/:name`. */
  routeOf: (raw: string) => string | undefined;
}

/** What Prometheus asks about: how much, how fast, and what is being shown. */
export interface Metrics {
  /** Counts how a request is answered; called before it is. */
  observe(request: IncomingMessage, response: ServerResponse): void;
  /** Everything in the text format of Prometheus. */
  print(): Promise<string>;
  contentType: string;
}

/**
 * Counts by kind of address, never by address: neither what people searched for nor who they are can
 * be read from it, and there are only so many series.
 */
export function createMetrics({ publisher, traffic, routeOf }: Measured): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  const requests = new Counter({
    name: 'vielfalt_http_requests_total',
    help: 'Requests answered, by kind of address and status.',
    labelNames: ['route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'vielfalt_http_request_duration_seconds',
    help: 'From the request to the last byte handed over, by kind of address.',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  });
  new Counter({
    name: 'vielfalt_http_answers_remembered_total',
    help: 'Requests answered from memory, without building anything.',
    registers,
    collect() {
      this.reset();
      this.inc(traffic.remembered);
    },
  });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `vielfalt_${name}`,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('revision', 'Revision that is shown; 0 while the directory is empty.', () => {
    return publisher.snapshot?.revision ?? 0;
  });
  gauge('offers', 'Offers that are shown today.', () => {
    const { snapshot, date } = publisher;
    return sum(snapshot?.offersPerProvider(date).values() ?? []);
  });
  gauge('providers', 'Providers that are not retired.', () => {
    return Object.keys(publisher.snapshot?.providers ?? {}).length;
  });
  gauge(
    'published_timestamp_seconds',
    'When this process took the revision over; 0 while the directory is empty.',
    () => publisher.publishedAt / 1000,
  );

  return {
    observe(request, response) {
      const began = performance.now();
      const route = routeOf(request.url ?? '') ?? OTHER;
      response.once('close', () => {
        requests.inc({ route, status: response.statusCode });
        durations.observe({ route }, (performance.now() - began) / 1000);
      });
    },
    print: () => register.metrics(),
    contentType: register.contentType,
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
