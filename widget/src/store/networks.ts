import { encoded, printQuery, readNetworkAnswer, type NetworkAnswer } from '@vielfalt/feed';
import type { FeedClient } from './feed-client.js';
import { askRecord, recordPath, type RecordOptions } from './records.js';

/** One network by slug or id. Rejects as the client does. */
export async function askNetwork(
  client: FeedClient,
  slug: string,
  { lang, signal }: RecordOptions,
): Promise<NetworkAnswer> {
  const path = `${recordPath(client, 'networks', slug)}?${printQuery(lang === undefined ? {} : { lang })}`;
  return askRecord(client, path, readNetworkAnswer, signal);
}

/** The directory's own page about one network. */
export function networkPage({ base }: FeedClient, slug: string): string {
  return new URL(`networks/${encoded(slug)}`, base).href;
}

/** The calendar of its meetings. */
export function networkCalendar({ base }: FeedClient, slug: string): string {
  return new URL(`networks/${encoded(slug)}.ics`, base).href;
}
