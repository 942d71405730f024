import { occurrences, upcoming, type Recurrence, type Schedule } from '@vielfalt/feed';

/** When what is repeated begins on the days from one to another. */
export function starts(
  times: Recurrence[],
  from: string,
  to: string,
  rest: Partial<Schedule> = {},
) {
  return occurrences({ ...rest, times }, undefined, from, to).map(({ start }) => start);
}

/** The first to begin on the date or later. */
export function nextDate(schedule: Schedule, date: string) {
  return upcoming(schedule, undefined, date).find(({ start }) => start >= date)?.start;
}
