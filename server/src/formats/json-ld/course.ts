import { primary } from '@vielfalt/feed';
import type { OfferEntry, FormatContext } from '../entry.js';
import type { Rule } from '../times.js';
import { organizationOf } from './organization.js';
import { schemaPlaces } from './place.js';
import { ruleAhead, scheduleOf, whenOf } from './schedule.js';
import { audiencesOf, isAccessibleForFree, keywordsOf, languagesOf, priceOf } from './terms.js';
import { withoutUnknowns, type Thing } from './thing.js';

/** https://schema.org/Course with the one CourseInstance that the record is about. */
export function courseOf(entry: OfferEntry, source: FormatContext): Thing {
  const { offer, texts } = entry;
  const { level, taught } = offer;
  const language = taught && source.view.terms.language[primary(taught)]?.label;
  return withoutUnknowns({
    '@type': 'Course',
    name: texts.title,
    description: texts.description ?? texts.summary,
    provider: organizationOf(entry, source),
    offers: priceOf(entry),
    isAccessibleForFree: isAccessibleForFree(offer),
    audience: audiencesOf(entry, source),
    inLanguage: languagesOf(offer),
    keywords: keywordsOf(offer, source),
    teaches: language,
    educationalLevel: level?.reached ?? level?.needed,
    coursePrerequisites: level?.needed,
    hasCourseInstance: instanceOf(entry, source),
  });
}

function instanceOf(entry: OfferEntry, source: FormatContext): Thing {
  const { offer } = entry;
  const { rules, isSeries, span, next } = whenOf(entry, source);
  const isOnSite = Boolean(offer.locations?.length);
  return withoutUnknowns({
    '@type': 'CourseInstance',
    courseMode: offer.online ? (isOnSite ? 'Blended' : 'Online') : isOnSite ? 'Onsite' : undefined,
    ...span,
    // A series that began long ago would be taken for over, so it begins with its next date.
    ...(isSeries ? next && { startDate: next.startDate } : next),
    courseSchedule: rules
      .flatMap((rule) => ruleAhead(rule, entry, source) ?? [])
      .map((rule) => forGoogle(scheduleOf(rule, source), rule)),
    location: schemaPlaces(entry, source),
    inLanguage: languagesOf(offer),
  });
}

/** Google reads a course's frequency as a word, and its length as so many weeks or months. */
function forGoogle(schedule: Thing, { freq, interval, first, until }: Rule): Thing {
  if (interval !== 1) return schedule;
  const days =
    until === undefined
      ? undefined
      : (Date.parse(until) - Date.parse(first.start.slice(0, 10))) / 86_400_000;
  const length = freq === 'WEEKLY' ? 7 : 365.25 / 12;
  return {
    ...schedule,
    repeatFrequency: freq === 'WEEKLY' ? 'Weekly' : 'Monthly',
    ...(days !== undefined && { repeatCount: Math.floor(days / length) + 1 }),
  };
}
