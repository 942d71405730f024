import type { Schedule } from '@vielfalt/feed';
import { note, LONGEST_NOTE } from './note.js';
import { outline, type Outline } from './schedule/outline.js';
import { seriesOf } from './schedule/series.js';
import { tokenize } from './schedule/tokens.js';
import { wallClock } from './schedule/wall-clock.js';

/** Outlines by text: the same times occur in many rows of a table. They are never changed. */
const outlines = new Map<string, Readonly<Outline>>();
const MOST_OUTLINES = 5_000;

/**
 * Reads times as offices write them, in German and English: "Mo–Do 9–12 Uhr, 14–16:30", "jeden
 * 1. Dienstag im Monat, 15 Uhr (nicht in den Ferien)", "nach Vereinbarung".
 *
 * If anything remains that the schedule's own members do not say, the whole text is kept as its
 * `text`, and `complete` is false. Times, closed days and validity stand beside it only where every
 * word that remains is known to change no time (what, where, for whom, how to register); any other
 * word, figure or mark may ("nicht", "Juli", "oder", an unknown name), and then the text stands
 * alone. `byAppointment` and `anyTime` are set where their own clause is clear. Nothing is guessed:
 * a date without its year, a weekday without a time, "jeden zweiten Dienstag", every other week
 * without a first date, "9:00, 11:00" (two times, or from one to the other?), and series that
 * overlap on one day remain text. Dates without a time of day are whole days.
 *
 * @param options.from the local date on which a series without a first day begins
 * @param options.timeZone the directory's: moments that programs wrote (`…T08:00:00Z`) are read in it
 */
export function readSchedule(
  text: string,
  { from, timeZone }: { from: string; timeZone: string },
): { schedule: Schedule; complete: boolean } {
  const kept = note(text);
  if (!kept) return { schedule: {}, complete: true };
  if (text.length > LONGEST_NOTE) return { schedule: { text: kept }, complete: false };
  const said = outlineOf(wallClock(kept, timeZone));
  const times = said.doubtful ? undefined : seriesOf(said, from);
  const complete = times !== undefined && !said.more;
  const { validity } = said;
  return {
    schedule: {
      ...(times?.length && { times }),
      ...(times && said.closed.size > 0 && { closed: [...said.closed] }),
      ...(said.byAppointment && { byAppointment: true }),
      ...(said.anyTime && { anyTime: true }),
      ...(times && validity?.from && { validFrom: validity.from }),
      ...(times && validity?.to && { validTo: validity.to }),
      ...(!complete && { text: kept }),
    },
    complete,
  };
}

function outlineOf(text: string): Readonly<Outline> {
  const known = outlines.get(text);
  if (known) return known;
  const read = outline(tokenize(text));
  if (outlines.size >= MOST_OUTLINES) outlines.clear();
  outlines.set(text, read);
  return read;
}
