import { hasEnded, toPublicOffer, WITHIN, type Card, type PublicOffer } from '@vielfalt/feed';
import type { PageContext } from '../context.js';
import { isLockBroken, readPageRequest, type PageRequest } from '../page-request.js';

/** The most offers of a list: its address and its sheet have an end. */
export const MOST_MARKED = 30;

/** A slug or id. */
const NAME = /^(?=.{1,120}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a parameter is one that the page looks at. */
export function isShortlistParameter(name: string): boolean {
  return name === 'lang' || name === 'offers' || name.startsWith(WITHIN);
}

/** What an address of marked offers asks for. */
export interface ShortlistRequest extends PageRequest {
  /** The slugs or ids as they are written, each once. */
  names: string[];
}

/** Marked offers as the directory has them. */
export interface FoundOffers {
  /** The slugs of all that the directory knows, each once, in the order of the address. */
  known: string[];
  /** Tells whether more have been asked for. */
  isCut: boolean;
  shown: { card: Card; offer: PublicOffer }[];
  /** The titles of those that have ended or left the directory. */
  gone: string[];
  /** The names of those outside the lock. */
  outside: string[];
  /** The names that nothing has and that could be an offer's. */
  unknown: string[];
  /** The number of other words: anybody can write some into an address, so no sheet repeats them. */
  unnamed: number;
}

/** Reads `offers`, names with commas or one after the other, and the lock. */
export function readShortlist(parameters: URLSearchParams, context: PageContext): ShortlistRequest {
  const fence = [...parameters].filter(([name]) => name.startsWith(WITHIN));
  const written = parameters.getAll('offers').flatMap((text) => text.split(','));
  const names = [...new Set(written.map((name) => name.trim()).filter(Boolean))];
  return {
    ...readPageRequest(new URLSearchParams(fence), context),
    names,
  };
}

/** Finds each of the offers, and says what became of the others. */
export async function findMarked(
  asked: ShortlistRequest,
  { site, language }: PageContext,
): Promise<FoundOffers> {
  const { answers, date } = site;
  const lists = { known: [], shown: [], gone: [], outside: [], unknown: [] };
  const found: FoundOffers = { ...lists, isCut: false, unnamed: 0 };
  const isBroken = isLockBroken(asked);
  for (const name of asked.names) {
    const offer = await answers.offer(name);
    if (!offer) {
      if (NAME.test(name) && found.unknown.length < MOST_MARKED) found.unknown.push(name);
      else found.unnamed++;
      continue;
    }
    if (found.known.includes(offer.slug)) continue;
    if (found.known.length === MOST_MARKED) {
      found.isCut = true;
      break;
    }
    found.known.push(offer.slug);
    if (hasEnded(offer, date)) {
      found.gone.push(offer.title);
    } else {
      const card = isBroken
        ? undefined
        : await answers.card(offer.id, asked.request.lock, language);
      if (card) found.shown.push({ card, offer: toPublicOffer(offer) });
      else found.outside.push(offer.slug);
    }
  }
  return found;
}
