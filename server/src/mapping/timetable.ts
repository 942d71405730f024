import { splitList } from '../reading/index.js';

/**
 * Times that stand in columns of their own, as one text that can be read: "Mo; Mi", "9:00; 14:00" and
 * "12:00; 16:00" are "Mo 9:00–12:00 Uhr; Mi 14:00–16:00 Uhr". One time counts for all days.
 */
export function timetable({
  days,
  start,
  end,
}: {
  days: string;
  start: string;
  end: string;
}): string {
  const starts = clocks(start);
  const ends = clocks(end);
  const most = Math.max(starts.length, ends.length);
  const names = most > 1 ? splitList(days, [';', '|', ',']) : [days];
  if (most > 1 && names.length !== most) return [days, start, end].filter(Boolean).join(' ');
  return names
    .map((name, index) => {
      const [from, to] = [starts, ends].map((times) => times[index] ?? times[0]);
      const clock = from !== undefined && to !== undefined ? `${from}–${to} Uhr` : '';
      const open = from !== undefined ? `ab ${from} Uhr` : to !== undefined ? `bis ${to} Uhr` : '';
      return [name, clock || open].filter(Boolean).join(' ');
    })
    .join('; ');
}

function clocks(text: string): string[] {
  return splitList(text, [';', '|', ',']).map((time) =>
    time.replace(/\s*(?:Uhr|h)\.?$/i, '').trim(),
  );
}
