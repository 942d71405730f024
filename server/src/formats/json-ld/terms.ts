import { isFree, type PublicOffer } from '@vielfalt/feed';
import type { OfferEntry, FormatContext } from '../entry.js';
import { withoutUnknowns, type Thing } from './thing.js';

const AVAILABILITY = {
  free: 'https://schema.org/InStock',
  'waiting-list': 'https://schema.org/BackOrder',
  full: 'https://schema.org/SoldOut',
};
const GENDERS = { women: 'female', men: 'male' };

/** The price of taking part, where that is known. https://schema.org/Offer */
export function priceOf({ offer, texts, url }: OfferEntry): Thing | undefined {
  const { cost, openings, registration } = offer;
  if (!cost) return undefined;
  const free = isFree(offer);
  return withoutUnknowns({
    '@type': 'Offer',
    category: free ? 'Free' : cost.amount === undefined ? undefined : 'Paid',
    price: free ? 0 : cost.amount,
    priceCurrency: free || cost.amount !== undefined ? (cost.currency ?? 'EUR') : undefined,
    description: texts.cost,
    availability: openings && AVAILABILITY[openings.state],
    url: registration?.web ?? url,
  });
}

/** Says whether it is free, where that is known. */
export function isAccessibleForFree(offer: PublicOffer): boolean | undefined {
  if (isFree(offer)) return true;
  return offer.cost?.free === false || offer.cost?.amount !== undefined ? false : undefined;
}

/** The people it is for. https://schema.org/PeopleAudience */
export function audiencesOf({ offer, texts }: OfferEntry, { view }: FormatContext): Thing[] {
  const { audiences = [], age, only } = offer;
  const limits = {
    suggestedMinAge: age?.from,
    suggestedMaxAge: age?.to,
    suggestedGender: only && GENDERS[only],
    description: texts.eligibility,
  };
  const labels = audiences.flatMap((id) => view.terms.audience[id]?.label ?? []);
  const isLimited = Object.values(limits).some((value) => value !== undefined);
  const types = labels.length === 0 && isLimited ? [undefined] : labels;
  return types.map((audienceType) =>
    withoutUnknowns({ '@type': 'PeopleAudience', audienceType, ...limits }),
  );
}

/** Tags of the languages spoken or taught. */
export function languagesOf({ spoken = [], taught }: PublicOffer): string[] {
  return [...new Set([...(taught ? [taught] : []), ...spoken.map(({ language }) => language)])];
}

/** The labels of its topics. */
export function keywordsOf({ topics = [] }: PublicOffer, { view }: FormatContext): string[] {
  return topics.flatMap((id) => view.terms.topic[id]?.label ?? []);
}
