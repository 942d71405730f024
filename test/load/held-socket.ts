import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../server/bin/vielfalt.js', import.meta.url));

/** Starts a service for each line it reads, one after the other, each with the socket as number 3. */
const KEEPER = `
while read -r _; do
  sh -c 'echo "{\\"msg\\":\\"started\\",\\"pid\\":$$}"
         LISTEN_FDS=1 LISTEN_PID=$$ exec "$0" "$@"' "$0" "$@" < /dev/null
  echo "{\\"msg\\":\\"ended\\",\\"code\\":$?}"
done`;

interface Line {
  msg: 'started' | 'ended' | 'listening' | 'published' | 'stopping' | 'traffic';
  pid?: number;
  code?: number;
  metricsPort?: number;
}

/** A service behind a listening socket that outlives it, as systemd keeps one. */
export interface HeldService {
  url: string;
  pid(): number;
  metricsPort(): number;
  /** Ends the service by SIGTERM and starts another one; connections wait meanwhile. */
  restart(): Promise<void>;
  /** Ends everything. @returns the service's exit code */
  stop(): Promise<number>;
}

/**
 * @param env settings of the service
 * @param options of its command
 */
export async function startHeldService(
  env: Record<string, string>,
  options: string[] = [],
): Promise<HeldService> {
  const socket = createServer().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  const keeper = spawn('sh', ['-c', KEEPER, process.execPath, COMMAND, 'serve', ...options], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit', descriptor(socket)],
  });
  socket.close();

  const latest = new Map<Line['msg'], Line>();
  const waiting = new Map<Line['msg'], (line: Line) => void>();
  createInterface(keeper.stdout!).on('line', (text) => {
    const line = JSON.parse(text) as Line;
    latest.set(line.msg, line);
    waiting.get(line.msg)?.(line);
  });
  const next = (msg: Line['msg']) => new Promise<Line>((resolve) => waiting.set(msg, resolve));
  const terminate = () => process.kill(latest.get('started')!.pid!, 'SIGTERM');
  const start = async () => {
    const listening = next('listening');
    keeper.stdin!.write('\n');
    await listening;
  };

  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    pid: () => latest.get('started')!.pid!,
    metricsPort: () => latest.get('listening')!.metricsPort!,
    async restart() {
      terminate();
      await start();
    },
    async stop() {
      const ended = next('ended');
      keeper.stdin!.end();
      terminate();
      const { code } = await ended;
      return code!;
    },
  };
}

/** Node has no public way of asking a server for it. */
function descriptor(server: Server): number {
  return (server as unknown as { _handle: { fd: number } })._handle.fd;
}
