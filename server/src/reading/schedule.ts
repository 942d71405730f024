import type { Schedule } from '@vielfalt/feed';

export function readSchedule(
  text: string,
  options: { from: string },
): { schedule: Schedule; complete: boolean } {
  void options;
  return { schedule: text ? { text } : {}, complete: !text };
}
