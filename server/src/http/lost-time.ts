/**
 * Begins to measure how long the thread has been at work without a processor, because other programs
 * had it, in milliseconds. Waiting for something else is not work.
 */
export type LostTime = () => () => number;

export const measureLostTime: LostTime = () => {
  const loop = performance.eventLoopUtilization();
  const usage = process.cpuUsage();
  return () => {
    const { active } = performance.eventLoopUtilization(loop);
    const { user, system } = process.cpuUsage(usage);
    return Math.max(0, active - (user + system) / 1000);
  };
};
