import type { OfferTexts } from '../model/offer.js';
import { sayMonth } from '../wording/details.js';
import { either, type Said } from '../wording/said.js';
import { contactItems, passageOf, type DetailedOffer, type Row, type RowItem } from './details.js';
import type { PresentedOffer } from './view.js';

type PracticeText = keyof OfferTexts & `practice${string}`;

/** Why an offer is good practice, where it is. */
export function practiceReason({ card, preference }: PresentedOffer): Said | undefined {
  return either(card, preference, card.practice?.reason, card.translation?.texts.practiceReason);
}

/**
 * Everything that an offer tells those who would do the same elsewhere; of one that is not at hand in
 * full no more than the reason. Nothing where it is no good practice.
 */
export function practiceRows(view: DetailedOffer): Row[] {
  const { card, offer, preference, locale } = view;
  const { practice: words } = locale.details;
  const { needs = {}, since, results, ask = {} } = offer?.practice ?? {};
  const translated = offer?.translations?.[card.translation?.language ?? '']?.texts;
  const passages = (said: Said | undefined): RowItem[] => {
    const passage = passageOf(said, view);
    return passage ? [{ passage }] : [];
  };
  const said = (text: string | undefined, name: PracticeText) =>
    passages(either(card, preference, text, translated?.[name]));
  const needed: [heading: string, items: RowItem[]][] = [
    [words.people, said(needs.people, 'practicePeople')],
    [words.money, said(needs.money, 'practiceMoney')],
    [words.rooms, said(needs.rooms, 'practiceRooms')],
    [words.partners, said(needs.partners, 'practicePartners')],
  ];
  const all: [label: string, items: RowItem[]][] = [
    [words.reason, passages(practiceReason(view))],
    [
      words.needs,
      needed.flatMap(([strong, items]): RowItem[] =>
        items.length ? [{ group: [{ line: [{ strong }] }, ...items] }] : [],
      ),
    ],
    [words.since, since ? [{ line: [sayMonth(since, locale.tag)] }] : []],
    [words.results, said(results, 'practiceResults')],
    [words.ask, contactItems(ask, locale)],
  ];
  return all.flatMap(([label, items]) => (items.length ? { label, items } : []));
}
