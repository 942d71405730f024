import type { Source } from '../model/file.js';
import type { Network } from '../model/network.js';
import type { Offer } from '../model/offer.js';
import type { Provider } from '../model/provider.js';
import { hasEnded } from '../time/occurrences.js';
import { withoutPrivateDetails } from './private.js';

/**
 * The public part of a record as another directory takes it over: with the licence and attribution of
 * its source. Of an offer that has ended, and of all that has gone, only the name remains.
 * @param date the local date in the directory's zone
 */
export function toSharedRecord<Record extends Offer | Provider | Network>(
  record: Record,
  source: Source | undefined,
  date: string,
): Omit<Record, 'record'> {
  const isOver = 'title' in record ? hasEnded(record, date) : record.status === 'retired';
  const { record: _, ...shown } = isOver ? remainsOf(record) : withoutPrivateDetails(record);
  const licence = shown.licence ?? source?.licence;
  const attribution = shown.attribution ?? source?.attribution;
  return { ...shown, ...(licence && { licence }), ...(attribution && { attribution }) };
}

function remainsOf<Record extends Offer | Provider | Network>(record: Record): Record {
  const { id, slug, source, record: key, status, changed, language, origin } = record;
  const remains = {
    ...{ id, slug, source, record: key },
    ...('title' in record && { provider: record.provider, title: record.title }),
    ...('name' in record && { name: record.name }),
    status: status === 'retired' ? 'retired' : 'ended',
    ...(changed && { changed }),
    ...(language && { language }),
    ...(origin && { origin }),
  };
  // The members that a record of each kind must have.
  return remains as unknown as Record;
}
