import type { HolidayCalendar } from '../model/directory.js';
import type { Card } from '../model/wire.js';
import { hasEnded } from '../time/occurrences.js';
import { upcoming } from '../time/upcoming.js';
import { rhythm } from '../wording/timetable.js';
import type { DetailWording } from '../wording/words.js';

/**
 * The cards as they are on a day: what has ended is no longer there, what goes on says when next and, in
 * words, when it comes round.
 *
 * @param date a local date of the directory's zone
 * @param words those of the cards' language; without them nothing is said in words
 */
export function cardsOn(
  date: string,
  cards: Card[],
  calendar: HolidayCalendar | undefined,
  words?: DetailWording,
): Card[] {
  return cards
    .filter((card) => !hasEnded(card, date))
    .map((card) => {
      const { schedule } = card;
      if (!schedule) return card;
      const next = upcoming(schedule, calendar, date);
      const usual = words && rhythm(schedule, date, words);
      return {
        ...card,
        ...(next.length > 0 && { upcoming: next }),
        ...(usual && { rhythm: usual }),
      };
    });
}
