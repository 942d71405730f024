import type { Card } from '../model/wire.js';
import type { FirstOffers, ProfessionalsAnswer } from '../model/wire-professionals.js';
import type { Query, Request } from '../query/query.js';
import { PROFESSIONALS } from '../terms/professionals.js';
import type { SetView } from './set-view.js';

/** How many offers are named. */
const MOST = 6;

/** The offers for those who help, as `GET /v1/professionals` has them; the rest only a service knows. */
export function firstOffers(
  { query, lock }: Request,
  { answer }: Pick<SetView, 'answer'>,
): Pick<ProfessionalsAnswer, 'practice' | 'offers' | 'newest'> {
  const found = (more: Query) => {
    const all = { ...query, ...more, limit: Number.MAX_SAFE_INTEGER };
    return answer({ query: all, lock }).offers;
  };
  const practice = found({ practice: true, sort: 'checked' });
  const named = found({ audience: [PROFESSIONALS] }).filter(({ audiences }) => audiences?.length);
  const time = ({ changed = '' }: Card) => new Date(changed).getTime();
  const newest = found({})
    .filter((card) => time(card) > 0)
    .sort((a, b) => time(b) - time(a) || a.order - b.order);
  const first = (offers: Card[]): FirstOffers => ({
    total: offers.length,
    offers: offers.slice(0, MOST),
  });
  return {
    ...(practice.length > 0 && { practice: first(practice) }),
    ...(named.length > 0 && { offers: first(named) }),
    newest: first(newest),
  };
}
