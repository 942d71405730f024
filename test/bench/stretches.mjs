import { readFileSync } from 'node:fs';

/** Looks at each turn of the event loop how much this thread has worked since the last one. */
export function watchStretches() {
  const began = worked();
  let last = began;
  let longest = 0;
  let isOver = false;
  const look = () => {
    const now = worked();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setTimeout(look, 1);
  };
  setTimeout(look, 1);
  return {
    end() {
      isOver = true;
      look();
      return { total: (last - began).toFixed(0), longest: longest.toFixed(0) };
    },
  };
}

/** The processor time of this process's main thread, in milliseconds; elsewhere, the time. */
function worked() {
  if (process.platform !== 'linux') return performance.now();
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}
