import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';

/**
 * Where to take connections: a port (0: whichever is free) of one address or of all, or a listening
 * socket by its descriptor.
 */
type Listening = { port: number; host?: string } | { fd: number };

/** How long requests under way may take once the service is to stop, in milliseconds. */
const GRACE = 10_000;

/** Rejects where the port is taken, or the address is none of this machine's. */
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
 * Takes no new connections, and waits for what is under way. Connections without a request are left
 * open for a while, since the next request may be on its way over them: closing them at once, as the
 * HTTP server's own `close` does, would lose it.
 * @param linger how long that while is, in milliseconds
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
      // Only ends what the HTTP server does once in a while: there are no connections left.
      server.close();
      resolve();
    });
  });
}
