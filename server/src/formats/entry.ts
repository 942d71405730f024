import {
  toPublicOffer,
  translated,
  type Card,
  type Offer,
  type OfferTexts,
  type PublicOffer,
  type ProviderHead,
} from '@vielfalt/feed';
import { languageKey } from '../languages/words.js';
import type { WordedTerms } from '../answers/reference.js';
import type { Site } from '../answers/site.js';
import type { Slices } from '../slices.js';

/** The source of every format: the directory on a day, in a language. */
export interface FormatContext {
  site: Site;
  view: WordedTerms;
}

/** An offer in the requested language. */
export interface OfferEntry {
  /** Its public part: addresses on request and private names are not in it. */
  offer: PublicOffer;
  card: Card;
  provider: ProviderHead | undefined;
  /** Texts in the requested language where the offer has them, otherwise in its own. */
  texts: OfferTexts & { title: string };
  /** The language that most of the texts are in. */
  language: string;
  /** Tells whether a machine translated them. */
  isMachineMade: boolean;
  /** The offer's page. */
  url: string;
}

/**
 * The entries of some cards, in their order.
 * @param cards in the language of `view`
 * @throws where there is no such offer: a card comes from the same revision
 */
export async function offerEntries(
  context: FormatContext,
  cards: readonly Card[],
  slices: Slices,
): Promise<OfferEntry[]> {
  const found = await context.site.answers.offers(cards.map(({ id }) => id));
  const offers = new Map(found.map((offer) => [offer.id, offer]));
  return slices.map(cards, (card) => {
    const offer = offers.get(card.id);
    if (!offer) throw new Error(`Card ${card.id} is of another revision.`);
    return entryOf(context, card, offer);
  });
}

/** The entry of a card. @param found the same offer, as it is stored */
export function entryOf({ site, view }: FormatContext, card: Card, found: Offer): OfferEntry {
  const { reference } = site;
  const offer = toPublicOffer(found);
  const own = reference.directory.language;
  const translation = translated(offer, own, view.lang);
  return {
    offer,
    card,
    provider: reference.providers.byId(card.provider),
    texts: {
      ...ownTexts(offer),
      ...translation?.texts,
      title: translation?.texts.title ?? offer.title,
    },
    language: translation?.language ?? offer.language ?? own,
    isMachineMade: translation?.by === 'machine',
    url: pageUrl({ site, view }, `/offers/${card.slug}`),
  };
}

/** The address of a page, in the requested language. */
export function pageUrl({ site, view }: FormatContext, path: string): string {
  const isOwn = languageKey(view.lang) === languageKey(site.reference.directory.language);
  if (site.pagePath) return site.baseUrl + site.pagePath(path, '', isOwn ? undefined : view.lang);
  return `${site.baseUrl}${path}${isOwn ? '' : `?lang=${view.lang}`}`;
}

function ownTexts(offer: PublicOffer): OfferTexts {
  const { summary, description, bring, eligibility, schedule, cost, registration, practice } =
    offer;
  const all = {
    ...{ summary, description, bring },
    eligibility: eligibility?.text,
    schedule: schedule?.text,
    cost: cost?.text,
    registration: registration?.text,
    practiceReason: practice?.reason,
    practicePeople: practice?.needs?.people,
    practiceMoney: practice?.needs?.money,
    practiceRooms: practice?.needs?.rooms,
    practicePartners: practice?.needs?.partners,
    practiceResults: practice?.results,
  };
  const present = Object.entries(all).filter(([, text]) => text !== undefined);
  return Object.fromEntries(present);
}
