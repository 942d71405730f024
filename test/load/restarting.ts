import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './crowd.js';
import { startHeldService } from './held-socket.js';
import { PATHS } from './paths.js';

/** Restarts the service every few seconds under load. @returns what went wrong */
export async function restarting(
  database: string,
  options: { connections: number; seconds: number; every: number },
): Promise<string[]> {
  const { connections, seconds, every } = options;
  const service = await startHeldService({ DATABASE_URL: database });
  const end = performance.now() + seconds * 1000;
  const isOver = () => performance.now() >= end;
  let slowest = 0;
  const asking = ask({
    url: service.url,
    paths: PATHS,
    connections,
    isOver,
    check({ asked, answered }) {
      slowest = Math.max(slowest, answered - asked);
      return undefined;
    },
  });
  let restarts = 0;
  for (;;) {
    await sleep(every * 1000);
    if (isOver()) break;
    await service.restart();
    restarts += 1;
  }
  const { requests, failures, repeated } = await asking;
  const code = await service.stop();
  console.log(
    `${restarts} restarts behind a kept socket, ${connections} connections, ${seconds} s: ` +
      `${requests} requests, ${failures.length} failed, ${repeated} sent once more; ` +
      `the slowest took ${(slowest / 1000).toFixed(1)} s`,
  );
  return code === 0 ? failures : [...failures, `the service ended with ${code}`];
}
