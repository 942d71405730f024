import { hasEnded, toPublicOffer, WITHIN, type Card, type PublicOffer } from '@vielfalt/feed';
import type { PageContext } from '../context.js';
import { isLockBroken, readPageRequest, type PageRequest } from '../page-request.js';

/** The most offers of a list: its address and its sheet have an end. */
export const MOST_MARKED = 30;

/** Whether a parameter is one that the page looks at. */
export function isShortlistParameter(name: string): boolean {
  return name === 'lang' || name === 'offers' || name.startsWith(WITHIN);
}

/** What an address of marked offers asks for. */
export interface ShortlistRequest extends PageRequest {
  /** The slugs or ids as they are written, each once. */
  names: string[];
  /** Tells whether more have been asked for. */
  isCut: boolean;
}

/** Marked offers as the directory has them. */
export interface FoundOffers {
  shown: { card: Card; offer: PublicOffer }[];
  /** The titles of those that have ended or left the directory. */
  gone: string[];
  /** The names of those outside the lock. */
  outside: string[];
  /** The names that nothing has. */
  unknown: string[];
}

/** Reads `offers`, names with commas or one after the other, and the lock. */
export function readShortlist(parameters: URLSearchParams, context: PageContext): ShortlistRequest {
  const fence = [...parameters].filter(([name]) => name.startsWith(WITHIN));
  const written = parameters.getAll('offers').flatMap((text) => text.split(','));
  const names = [...new Set(written.map((name) => name.trim()).filter(Boolean))];
  return {
    ...readPageRequest(new URLSearchParams(fence), context),
    names: names.slice(0, MOST_MARKED),
    isCut: names.length > MOST_MARKED,
  };
}

/** Finds each of the offers, and says what became of the others. */
export async function findMarked(
  asked: ShortlistRequest,
  { site, language }: PageContext,
): Promise<FoundOffers> {
  const { answers, date } = site;
  const found: FoundOffers = { shown: [], gone: [], outside: [], unknown: [] };
  const isBroken = isLockBroken(asked);
  for (const name of asked.names) {
    const offer = await answers.offer(name);
    if (!offer) {
      found.unknown.push(name);
    } else if (hasEnded(offer, date)) {
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
