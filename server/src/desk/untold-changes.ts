import { localTime } from '@vielfalt/feed';
import { standingOf } from '../importing/amend.js';
import type { Amendment } from '../store/papers.js';
import type { Store } from '../store/store.js';

/** An accepted change to an offer that the table does not say yet. */
export interface UntoldChange extends Pick<Amendment, 'field' | 'before' | 'after' | 'by'> {
  source: string;
  /** The offer's own key there. */
  record: string;
  title: string;
  /** The local day on which it was accepted. */
  on: string;
}

/**
 * Lists what whoever keeps the table has to write into it, in the order of source and record key.
 * Changes that sleep are not among it.
 * @throws StoreError
 */
export function untoldChanges(store: Store): Promise<UntoldChange[]> {
  return store.change(async (transaction) => {
    const zone = (await transaction.head())?.directory.timeZone ?? 'UTC';
    const amendments = [...(await transaction.papers('amendment')).values()];
    const ids = [...new Set(amendments.map(({ offer }) => offer))];
    const papers = await transaction.papers('imported', ids);
    const offers = await transaction.records('offer', ids);
    const imported = new Map(offers.map((offer) => [offer.id, papers.get(offer.id) ?? offer]));
    const changes = amendments.flatMap((amendment) => {
      const { offer: id, field, before, after, by, at } = amendment;
      const offer = imported.get(id);
      if (!offer || standingOf(offer, amendment) !== 'stands') return [];
      const { source, record, title } = offer;
      const on = localTime(Date.parse(at), zone).date;
      return [{ source, record, title, field, before, after, by, on }];
    });
    return { result: changes.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)) };
  });
}

function placeOf({ source, record, field }: UntoldChange): string {
  return [source, record, field].join('\u0000');
}
