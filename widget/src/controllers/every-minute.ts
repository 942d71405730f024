import type { ReactiveController } from 'lit';

const acts = new Set<() => void>();
let isTicking = false;

function tick() {
  if (!document.hidden) for (const act of acts) act();
}

/**
 * Does something each minute while an element is in the page, and at once when the page is shown
 * again, so that "open now" stays true. All elements share one timer.
 */
export function everyMinute(act: () => void): ReactiveController {
  return {
    hostConnected() {
      acts.add(act);
      if (isTicking) return;
      isTicking = true;
      setInterval(tick, 60_000);
      document.addEventListener('visibilitychange', tick);
      // A page that comes back from where the browser has kept it (bfcache).
      addEventListener('pageshow', tick);
    },
    hostDisconnected() {
      acts.delete(act);
    },
  };
}
