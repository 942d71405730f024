import { brought } from '../intl.js';
import { present } from './list.js';

/** The words by which dates and lists are written in a language that platforms do not know. */
export interface BroughtWords {
  /** The weekdays, from Monday on. */
  days: string[];
  today: string;
  tomorrow: string;
  and: string;
}

/**
 * Makes dates and lists of a locale be written with a language's own words, months by their
 * numbers: `pêncşem, 1.10.2026`.
 */
export function bringWords(tag: string, words: BroughtWords): void {
  class DateTimeFormat {
    readonly #days: string[] = [];
    readonly #numbers: Intl.DateTimeFormat | undefined;

    constructor(locale: string, options: Intl.DateTimeFormatOptions) {
      const { weekday, day, month, year, dateStyle, timeZone } = options;
      if (weekday) this.#days = words.days;
      if (!month && !dateStyle) return;
      this.#numbers = new Intl.DateTimeFormat(locale, {
        ...((day ?? dateStyle) && { day: 'numeric' }),
        month: 'numeric',
        ...((year ?? dateStyle) && { year: 'numeric' }),
        timeZone,
      });
    }

    format(moment: number): string {
      const name = this.#days[(new Date(moment).getUTCDay() + 6) % 7];
      return present([name, this.#numbers?.format(moment)]).join(', ');
    }
  }
  class RelativeTimeFormat {
    format(days: number): string {
      return days ? words.tomorrow : words.today;
    }
  }
  class ListFormat {
    format(items: string[]): string {
      const last = items.slice(-2).join(` ${words.and} `);
      return [...items.slice(0, -2), last].join(', ');
    }
  }
  brought.set(tag, { DateTimeFormat, RelativeTimeFormat, ListFormat });
}
