import { PROFESSIONALS, type FirstOffers, type Query, type Request } from '@vielfalt/feed';
import type { Site } from '../../answers/site.js';

/** How many offers are named. */
const MOST = 6;

/**
 * Offers that name those who help as their audience; those for everyone are in the directory.
 * Nothing where its vocabulary has no such audience.
 */
export async function findForProfessionals(
  { answers, moment, reference }: Site,
  { query, lock }: Request,
): Promise<FirstOffers | undefined> {
  if (!Object.hasOwn(reference.view(query.lang).terms.audience, PROFESSIONALS)) return undefined;
  const all = { ...query, audience: [PROFESSIONALS], limit: Number.MAX_SAFE_INTEGER };
  const { offers } = await answers.answer({ query: all, lock }, moment.next);
  const named = offers.filter(({ audiences = [] }) => audiences.length > 0);
  return { total: named.length, offers: named.slice(0, MOST) };
}

/** Good practices, those that were checked last; nothing where there is none. */
export async function findPractices(
  { answers }: Site,
  { query, lock }: Request,
): Promise<FirstOffers | undefined> {
  const asked: Query = { ...query, practice: true, sort: 'checked', limit: MOST };
  const { offers, total } = await answers.answer({ query: asked, lock });
  return total > 0 ? { total, offers } : undefined;
}

/** The offers that changed last. */
export function findNewest({ answers }: Site, request: Request): Promise<FirstOffers> {
  return answers.newest(request, MOST);
}
