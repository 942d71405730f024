import { EXIT } from './usage.js';

/** Somebody has broken the command off; the message says what came of it. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
  readonly code = EXIT.interrupted;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Lets somebody break work off by Ctrl+C, or as services are stopped. A second time ends the command
 * at once, whatever it does.
 * @param outcome what then came of the work
 * @param work calls `check` now and then, which throws where it is to end
 * @throws InterruptedError
 */
export async function interruptible<Result>(
  outcome: string,
  work: (check: () => void) => Promise<Result>,
): Promise<Result> {
  let isBrokenOff = false;
  const breakOff = () => {
    isBrokenOff = true;
    for (const signal of SIGNALS) process.off(signal, breakOff);
  };
  for (const signal of SIGNALS) process.on(signal, breakOff);
  try {
    return await work(() => {
      if (isBrokenOff) throw new InterruptedError(outcome);
    });
  } finally {
    for (const signal of SIGNALS) process.off(signal, breakOff);
  }
}
