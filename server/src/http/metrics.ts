import type { ServerResponse } from 'node:http';
import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type Aggregator,
} from 'prom-client';
import type { ObserveWait } from './answer-cache.js';
import type { Traffic } from './traffic.js';
import { printWorkerMetrics, tellMetrics } from './worker-metrics.js';

/** Upper bounds in seconds: from memory it takes well under one millisecond. */
const BUCKETS = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];
/** The same of what answers wait until they are begun: those that wait too long are refused. */
const WAIT_BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 1.5, 2];

/** The label of requests that no route answers. */
const OTHER = 'other';

/** Numbers about the directory that is shown. */
export interface ShownDirectory {
  /** 0 while the directory is empty. */
  readonly revision: number;
  /** Offers that are shown today. */
  readonly offers: number;
  /** Providers that are not retired. */
  readonly providers: number;
  /**
   * The time at which this process took over the revision, in milliseconds since the epoch; 0 while
   * there is none.
   */
  readonly publishedAt: number;
  /** The time since which the store cannot be read; undefined: it can. */
  readonly lostSince: number | undefined;
  /** Whether a newer revision, or the next day, cannot be prepared. */
  readonly preparingFails: boolean;
}

/** The sources of the metrics. */
export interface Measured {
  shown: ShownDirectory;
  traffic: Traffic;
}

/** The metrics for Prometheus: how much, how fast, and what is being shown. */
export interface Metrics {
  /**
   * Counts how a request is answered; called before it is.
   * @param routeOf tells, once it is, the path of the route that it led to, such as `/v1/offers/:name`
   */
  observe: (response: ServerResponse, routeOf: () => string | undefined) => void;
  /** Counts how long an answer waited to be made. */
  observeWait: ObserveWait;
  /** Everything in the text format of Prometheus. */
  print(): Promise<string>;
  contentType: string;
  /** Hands everything to the process that started this one, when that asks for it. */
  share: () => void;
}

/**
 * Counts by kind of address, never by address: neither what people searched for nor who they are can
 * be read from it, and there are only so many series.
 */
export function createMetrics({ shown, traffic }: Measured): Metrics {
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
  const waits = new Histogram({
    name: 'vielfalt_http_answer_wait_seconds',
    help: 'How long answers that are not remembered waited, until they were begun, or refused with 503.',
    labelNames: ['outcome'],
    buckets: WAIT_BUCKETS,
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
  const gauge = (name: string, help: string, value: () => number, aggregator: Aggregator = 'max') =>
    new Gauge({
      name: `vielfalt_${name}`,
      help,
      // What several processes say of it in one.
      aggregator,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge(
    'revision',
    'Revision that is shown; 0 while the directory is empty.',
    () => shown.revision,
    'min',
  );
  gauge('offers', 'Offers that are shown today.', () => shown.offers);
  gauge('providers', 'Providers that are not retired.', () => shown.providers);
  gauge(
    'published_timestamp_seconds',
    'When this process took the revision over; 0 while the directory is empty.',
    () => shown.publishedAt / 1000,
  );
  gauge('store_lost', '1 while the store cannot be read, else 0.', () =>
    shown.lostSince === undefined ? 0 : 1,
  );
  gauge('preparing_fails', '1 while a newer revision cannot be prepared, else 0.', () =>
    Number(shown.preparingFails),
  );

  return {
    observe(response, routeOf) {
      const began = performance.now();
      response.once('close', () => {
        const route = routeOf() ?? OTHER;
        requests.inc({ route, status: response.statusCode });
        durations.observe({ route }, (performance.now() - began) / 1000);
      });
    },
    observeWait: (outcome, seconds) => waits.observe({ outcome }, seconds),
    print: () => register.metrics(),
    contentType: register.contentType,
    share: () => tellMetrics(register),
  };
}

/** What the workers of this process have measured, in one. */
export function sharedMetrics(): Pick<Metrics, 'print' | 'contentType'> {
  return { print: printWorkerMetrics, contentType: Registry.PROMETHEUS_CONTENT_TYPE };
}
