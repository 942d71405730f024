import {
  translated,
  type Card,
  type OfferTexts,
  type PublicOffer,
  type ProviderHead,
} from '@vielfalt/feed';
import { languageKey } from '../languages/words.js';
import type { View } from '../snapshot/view.js';
import type { Site } from '../answers/site.js';

/** What every format is written from: the directory on a day, in a language. */
export interface FormatContext {
  site: Site;
  view: View;
}

/** An offer in the language asked for. */
export interface OfferEntry {
  /** What everybody may read of it: addresses on request and private names are not in it. */
  offer: PublicOffer;
  card: Card;
  provider: ProviderHead | undefined;
  /** In the language asked for where the offer has them, each else in its own. */
  texts: OfferTexts & { title: string };
  /** The language that most of the texts are in. */
  language: string;
  /** Whether a machine translated them. */
  isMachineMade: boolean;
  /** The offer's page. */
  url: string;
}

/**
 * @param card one of the view's
 * @throws where the snapshot has no such offer: a card comes from the same revision
 */
export function entryOf({ site, view }: FormatContext, card: Card): OfferEntry {
  const { snapshot } = site;
  const found = snapshot.offer(card.id);
  if (!found) throw new Error(`Card ${card.id} is of another revision.`);
  const offer = snapshot.publicOffer(found);
  const own = snapshot.state.directory.language;
  const translation = translated(offer, own, view.lang);
  return {
    offer,
    card,
    provider: snapshot.providers[card.provider],
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

/** The address of a page, in the language asked for. */
export function pageUrl({ site, view }: FormatContext, path: string): string {
  const isOwn = languageKey(view.lang) === languageKey(site.snapshot.state.directory.language);
  return `${site.baseUrl}${path}${isOwn ? '' : `?lang=${view.lang}`}`;
}

function ownTexts(offer: PublicOffer): OfferTexts {
  const { summary, description, bring, eligibility, schedule, cost, registration } = offer;
  const all = {
    ...{ summary, description, bring },
    eligibility: eligibility?.text,
    schedule: schedule?.text,
    cost: cost?.text,
    registration: registration?.text,
  };
  const present = Object.entries(all).filter(([, text]) => text !== undefined);
  return Object.fromEntries(present);
}
