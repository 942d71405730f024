import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';

/**
 * The place to accept connections: a port (0: any free one) of one address or of all, or a
 * listening socket by its descriptor.
 */
type Listening = { port: number; host?: string } | { fd: number };

/** The time requests under way may take once the service is to stop, in milliseconds. */
const GRACE = 10_000;

/**
 * Listens for connections. Rejects where the port is taken, or the address is not this machine's.
 */
export async function listen(server: Server, where: Listening): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * Accepts no new connections, and waits for requests under way. Connections without a request are
 * left open for a while, since the next request may be on its way over them: closing them at once,
 * as the HTTP server's own `close` does, would lose it.
 * @param linger the length of that while, in milliseconds
 */
export async function close(server: Server, linger: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timers = [
      // Requests that have arrived are read first.
      setTimeout(() => setImmediate(() => server.closeIdleConnections()), linger),
      setTimeout(() => server.closeAllConnections(), linger + GRACE),
    ];
    NetServer.prototype.close.call(server, () => {
      timers.forEach(clearTimeout);
      // Only stops the HTTP server's periodic work: there are no connections left.
      server.close();
      resolve();
    });
  });
}
