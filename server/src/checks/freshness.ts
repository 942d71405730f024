import { CHECK_DAYS, hasEnded } from '@vielfalt/feed';
import { daysBetween } from '@vielfalt/feed/wording';
import { lastDayIn } from '../office-text/index.js';
import { aboutRecord } from './finding.js';
import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';

/** How long a check holds for what professionals are told to learn from, in days. */
const PRACTICE_DAYS = 2 * CHECK_DAYS;

/** Offers that are over, also those whose dates are text, and records that nobody has looked at for long. */
export function* checkFreshness({
  offers,
  providers,
  networks,
  today,
  directory,
}: Inspected): Generator<Finding> {
  for (const offer of offers) {
    if (offer.status === 'published' && hasEnded(offer, today)) {
      const { validTo } = offer.schedule ?? {};
      yield {
        kind: 'ended',
        ...aboutRecord(offer),
        field: validTo === undefined ? 'schedule.times' : 'schedule.validTo',
        value: validTo ?? '',
        remedy: 'Its last day is over. Write its new dates, or set status to ended.',
      };
    }
    const { text = '', times, byAppointment, anyTime } = offer.schedule ?? {};
    const isTextAlone = !times && !byAppointment && !anyTime && !hasEnded(offer, today);
    const last = isTextAlone ? lastDayIn(text, directory.timeZone) : undefined;
    if (offer.status === 'published' && last !== undefined && last < today) {
      yield {
        kind: 'ended',
        ...aboutRecord(offer),
        ...{ field: 'schedule.text', value: text },
        remedy: `Its times are kept as text, and the last day in it (${last}) is over, so it is listed still. Write its new dates, write them so that they can be read, or set status to ended.`,
      };
    }
    const { on } = offer.checked ?? {};
    if (offer.practice && (!on || daysBetween(on, today) > PRACTICE_DAYS)) {
      yield {
        kind: 'old-practice',
        ...aboutRecord(offer),
        ...{ field: 'checked.on', value: on ?? '' },
        remedy:
          'Ask whether it still runs as its practice says, and write the day in checked.on; or take its practice out.',
      };
    }
    if (!offer.checked) {
      yield {
        kind: 'never-checked',
        ...aboutRecord(offer),
        ...{ field: 'checked.on', value: '' },
        remedy: 'Ask the provider whether it is so, and write the day in checked.on.',
      };
    }
  }
  for (const record of [...offers, ...providers, ...networks]) {
    if (!record.checked || daysBetween(record.checked.on, today) <= CHECK_DAYS) continue;
    yield {
      kind: 'check-overdue',
      ...aboutRecord(record),
      ...{ field: 'checked.on', value: record.checked.on },
      remedy: 'Ask the provider whether it is still so, and write the day in checked.on.',
    };
  }
}
