import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMetrics, type Measured, type Metrics } from './metrics.js';

/** The address of the metrics: a port of their own, so that no proxy exposes them by mistake. */
export interface MetricsAddress {
  host: string;
  /** 0 takes any free one. */
  port: number;
}

export interface MetricsServer extends Pick<Metrics, 'observe'> {
  port: number;
  stop(): void;
}

/** Answers `GET /metrics` and nothing else. Rejects where the port is taken. */
export async function startMetrics(
  { host, port }: MetricsAddress,
  measured: Measured,
): Promise<MetricsServer> {
  const metrics = createMetrics(measured);
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
    observe: (response, routeOf) => metrics.observe(response, routeOf),
    port: (server.address() as AddressInfo).port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
