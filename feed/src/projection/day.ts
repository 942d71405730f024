import type { HolidayCalendar } from '../model/directory.js';
import type { Card } from '../model/wire.js';
import { hasEnded } from '../time/occurrences.js';
import { upcoming } from '../time/upcoming.js';

/**
 * The cards as they are on a day: ended ones are gone, the others have their next dates.
 *
 * @param date a local date of the directory's zone
 */
export function cardsOn(
  date: string,
  cards: Card[],
  calendar: HolidayCalendar | undefined,
): Card[] {
  return cards
    .filter((card) => !hasEnded(card, date))
    .map((card) => {
      const next = card.schedule ? upcoming(card.schedule, calendar, date) : [];
      return next.length > 0 ? { ...card, upcoming: next } : card;
    });
}
