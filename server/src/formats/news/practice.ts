import { sayMonth } from '@vielfalt/feed/wording';
import { v5 } from 'uuid';
import { textsFor } from '../../languages/words.js';
import type { OfferEntry } from '../entry.js';
import type { NewsSubject } from './news.js';

/** What good practices tell those who would do the same elsewhere. */
export const PRACTICE_NEWS: NewsSubject = {
  page: '/practice',
  title: ({ site, view }) =>
    `${textsFor(view.lang).practicePages.title} – ${site.reference.directory.title}`,
  entryId: (offer) => `urn:uuid:${v5('practice', offer)}`,
  summary: ({ texts }) => texts.practiceReason,
  text: practiceText,
};

/** Why, what it takes, what came of it and whom to ask, with headings in the entry's language. */
function practiceText({ offer, texts, language }: OfferEntry): string {
  const { details, tag } = textsFor(language);
  const { practice: words } = details;
  const { since, ask = {} } = offer.practice ?? {};
  const { role, name, phone, email, web } = ask;
  const told = [
    [words.reason, texts.practiceReason],
    [words.people, texts.practicePeople],
    [words.money, texts.practiceMoney],
    [words.rooms, texts.practiceRooms],
    [words.partners, texts.practicePartners],
    [words.since, since && sayMonth(since, tag)],
    [words.results, texts.practiceResults],
    [words.ask, [role, name, phone, email, web].filter(Boolean).join(', ')],
  ];
  return told.flatMap(([heading, text]) => (text ? `${heading}: ${text}` : [])).join('\n\n');
}
