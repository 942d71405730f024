import type { Server } from 'node:http';
import { COMMON_HEADERS } from './headers.js';

/** Node's parser errors for a request that it cannot read, as statuses (RFC 9110, RFC 6585). */
const STATUSES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * Answers requests that break HTTP's rules, which no route ever sees, with the headers that every
 * failure has, so that scripts on other pages can read the answer and nobody keeps it.
 */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUSES[error.code ?? ''] ?? '400 Bad Request';
    const headers = { ...COMMON_HEADERS, 'Cache-Control': 'no-store', Connection: 'close' };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}Content-Length: 0\r\n\r\n`);
  });
}
