import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createApp } from './app.js';
import { systemClock, type Clock } from './clock.js';
import { readWidgetFiles } from './http/widget-files.js';
import { Publisher } from './publication/publisher.js';
import type { Store } from './store/store.js';

export interface ServiceOptions {
  store: Store;
  /** 0 takes any free one. */
  port: number;
  baseUrl?: string | undefined;
  log: Logger;
  clock?: Clock;
}

/** A running feed service. */
export interface Service {
  port: number;
  /** Takes over a new revision at once instead of within half a second. */
  refresh(): Promise<void>;
  /** Takes no new requests, finishes those under way (for ten seconds at most), and ends. */
  stop(): Promise<void>;
}

const GRACE = 10_000;

/** Starts answering. Rejects where the port is taken or the store cannot be read. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { store, port, baseUrl, log, clock = systemClock } = options;
  let isStopping = false;
  const publisher = new Publisher(store, clock);
  publisher.onError = (error) => log.error({ err: error }, 'the store cannot be read');
  const widgetFiles = await readWidgetFiles();
  const { app, traffic } = createApp({
    publisher,
    clock,
    log,
    baseUrl,
    widgetFiles,
    isStopping: () => isStopping,
  });
  await publisher.start();
  const handle = app.callback();
  const server = createServer(
    {
      requestTimeout: 15_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 30_000,
      maxHeaderSize: 16_384,
    },
    (request, response) => void handle(request, response),
  );
  server.maxConnections = 2_000;
  await listen(server, port);
  traffic.start();

  return {
    port: (server.address() as AddressInfo).port,
    refresh: () => publisher.check(),
    async stop() {
      isStopping = true;
      publisher.stop();
      await close(server);
      traffic.stop();
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    server.closeIdleConnections();
  });
}
