import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMetrics, sharedMetrics, type Measured, type Metrics } from './metrics.js';

/** The address of the metrics: a port of their own, so that no proxy exposes them by mistake. */
export interface MetricsAddress {
  host: string;
  /** 0 takes any free one. */
  port: number;
}

interface Served {
  port: number;
  stop(): void;
}

export interface MetricsServer extends Pick<Metrics, 'observe' | 'observeWait'> {
  /** Undefined where another process offers them. */
  port: number | undefined;
  stop(): void;
}

/** Answers `GET /metrics` and nothing else. Rejects where the port is taken. */
export async function startMetrics(
  address: MetricsAddress,
  measured: Measured,
): Promise<MetricsServer> {
  const metrics = createMetrics(measured);
  const { observe, observeWait } = metrics;
  return { observe, observeWait, ...(await offer(address, metrics)) };
}

/** Leaves it to the process that started this one to offer what is measured here. */
export function shareMetrics(measured: Measured): MetricsServer {
  const { observe, observeWait, share } = createMetrics(measured);
  share();
  return { observe, observeWait, port: undefined, stop: () => undefined };
}

/** Answers as `startMetrics` does, with what all workers of this process have measured. */
export function startSharedMetrics(address: MetricsAddress): Promise<Served> {
  return offer(address, sharedMetrics());
}

async function offer(
  { host, port }: MetricsAddress,
  metrics: Pick<Metrics, 'print' | 'contentType'>,
): Promise<Served> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Metrics are at /metrics.\n');
      return;
    }
    metrics.print().then(
      (text) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
