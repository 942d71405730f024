import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { OpenPublished } from './answers/published.js';
import { createApp } from './app.js';
import { systemClock, type Clock } from './clock.js';
import type { Mailer } from './desk/mail.js';
import { eraseReports } from './desk/reports.js';
import { Shelf } from './dictionaries/shelf.js';
import { close, listen } from './http/listen.js';
import type { MetricsAddress, MetricsServer } from './http/metrics-server.js';
import type { Measured } from './http/metrics.js';
import { Traffic } from './http/traffic.js';
import { answerUnreadable } from './http/unreadable.js';
import { readWidgetFiles } from './http/widget-files.js';
import { keepParts } from './http/widget-parts.js';
import { keepVersion } from './http/widget-versions.js';
import { openAtHome } from './home.js';
import { prepareLanguages } from './languages/languages.js';
import { Publisher } from './answers/publisher.js';
import type { Store } from './store/store.js';
import { Upkeep } from './upkeep/upkeep.js';

export interface ServiceOptions {
  store: Store;
  /** Opens a revision to be answered from; absent: where its size is best kept. */
  open?: OpenPublished;
  /** 0 takes any free one. */
  port: number;
  /** The one address of this machine that connections are taken at; undefined: all of them. */
  host?: string | undefined;
  /** A listening socket that was handed over, by its descriptor; the port does not matter then. */
  socket?: number | undefined;
  baseUrl?: string | undefined;
  /** The folder with providers' logos; absent: there are none. */
  logos?: string;
  /** The folder that keeps the widget's parts of earlier builds; absent: they are not kept. */
  parts?: string | undefined;
  /** The folder with dictionaries; absent: there are none. */
  dictionaries?: string | undefined;
  /** Sends mails; absent: none can be sent. */
  mailer?: Mailer | undefined;
  /** The header in which a proxy names who may enter the office; absent: people come by links. */
  officeHeader?: string | undefined;
  /** Counts searches that find nothing; default: no. */
  countsSearches?: boolean;
  log: Logger;
  clock?: Clock;
  /** `shared`: for the process that started this one to offer. Absent: nothing is measured. */
  metrics?: MetricsAddress | 'shared' | undefined;
}

/** How often settled reports are looked at, in milliseconds. */
const BETWEEN_ERASINGS = 6 * 60 * 60_000;

const UNPREPARED = 'what comes next cannot be prepared; the revision that is shown goes on';
const PREPARED = 'what was to come next is prepared and shown';

/** A running feed service. */
export interface Service {
  port: number;
  metricsPort: number | undefined;
  /** Takes over a new revision at once instead of within half a second. */
  refresh(): Promise<void>;
  /**
   * Takes no new connections, finishes the requests under way (for ten seconds at most), and ends.
   * @param linger how long open connections may still bring requests, in milliseconds; default 0
   */
  stop(linger?: number): Promise<void>;
}

/** Starts answering. Rejects where the port is taken or the store cannot be read. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { store, port, host, socket, baseUrl, logos, parts, log, clock = systemClock } = options;
  let isStopping = false;
  const shelf = new Shelf(options.dictionaries);
  shelf.onError = (error, name) => log.error({ err: error, name }, 'a dictionary cannot be read');
  const publisher = new Publisher(store, clock, shelf, options.open ?? openAtHome());
  publisher.onError = (error) => log.error({ err: error }, 'the store cannot be read');
  publisher.onFound = () => log.info('the store can be read again');
  publisher.onUnprepared = (error) =>
    log.error({ err: error, revision: publisher.revision }, UNPREPARED);
  publisher.onPrepared = () => log.info({ revision: publisher.revision }, PREPARED);
  const widgetFiles = await readWidgetFiles();
  if (parts) {
    await keepParts(parts, clock()).catch((error: unknown) =>
      log.warn({ err: error }, 'the parts of this widget cannot be kept for a later one'),
    );
  }
  await keepVersion(widgetFiles, parts);
  const traffic = new Traffic(log);
  const metrics =
    options.metrics && (await measure(options.metrics, { shown: publisher, traffic }));
  const { countsSearches = false } = options;
  const upkeep = new Upkeep({ store, log, countsSearches });
  const answer = createApp({
    publisher,
    store,
    clock,
    mailer: options.mailer,
    officeHeader: options.officeHeader,
    log,
    baseUrl,
    widgetFiles,
    parts,
    logos,
    isStopping: () => isStopping,
    lostSince: () => publisher.lostSince,
    preparingFails: () => publisher.preparingFails,
    upkeep,
    isInStore: () => publisher.published?.isInStore ?? false,
    traffic,
    observe: metrics?.observe,
    observeWait: metrics?.observeWait,
  });
  await publisher.start();
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    if (isStopping) response.shouldKeepAlive = false;
    answer(request, response);
  };
  const server = createServer(
    {
      requestTimeout: 15_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 30_000,
      maxHeaderSize: 16_384,
    },
    handle,
  );
  server.maxConnections = 2_000;
  answerUnreadable(server);
  try {
    const here = { port, ...(host !== undefined && { host }) };
    await listen(server, socket === undefined ? here : { fd: socket });
  } catch (error) {
    publisher.stop();
    metrics?.stop();
    throw error;
  }
  traffic.start();
  const erase = () =>
    void eraseReports(store, clock()).catch((error: unknown) =>
      log.error({ err: error }, 'settled reports cannot be erased'),
    );
  erase();
  const erasing = setInterval(erase, BETWEEN_ERASINGS);
  erasing.unref();
  void prepareLanguages();

  return {
    port: (server.address() as AddressInfo).port,
    metricsPort: metrics?.port,
    refresh: () => publisher.check(),
    async stop(linger = 0) {
      isStopping = true;
      publisher.stop();
      clearInterval(erasing);
      await close(server, linger);
      await upkeep.stop();
      metrics?.stop();
      traffic.stop();
      shelf.close();
    },
  };
}

/** Loaded when asked for: what is not measured costs nothing. */
async function measure(
  address: MetricsAddress | 'shared',
  measured: Measured,
): Promise<MetricsServer> {
  const { shareMetrics, startMetrics } = await import('./http/metrics-server.js');
  return address === 'shared' ? shareMetrics(measured) : startMetrics(address, measured);
}
