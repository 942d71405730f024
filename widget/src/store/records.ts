import {
  encoded,
  printQuery,
  printRequest,
  readOfferAnswer,
  readProviderAnswer,
  type Lock,
  type OfferAnswer,
  type ProviderAnswer,
} from '@vielfalt/feed';
import type { FeedClient } from './feed-client.js';
import { FeedError } from './feed-error.js';
import { idOf, notHere } from './whole-address.js';

/** The options of a request for a single record. */
export interface RecordOptions {
  /** A language tag (BCP 47). */
  lang: string | undefined;
  signal?: AbortSignal;
}

/**
 * The progress of a request for a single record; `gone`: there is none, or none inside the lock.
 */
export type RecordStatus = 'idle' | 'loading' | 'ready' | 'failed' | 'gone';

/**
 * The feed's path of a record.
 *
 * @param name its slug or id, or the address of its page in the directory
 * @throws FeedError 404 where that is an address of another page or directory
 */
export function recordPath(
  client: FeedClient,
  kind: 'offers' | 'providers' | 'networks',
  name: string,
): string {
  const slug = idOf(name, kind, client);
  if (slug === undefined) throw new FeedError(notHere(name, kind, client), { status: 404 });
  return `v1/${kind}/${encoded(slug)}`;
}

/**
 * Asks for a record. Where nothing lies at its path, that may be a folder of files that no element has
 * asked anything yet: then it is asked for once more. Rejects as the client does.
 */
export async function askRecord<Answer>(
  client: FeedClient,
  path: string,
  read: (json: unknown) => Answer | undefined,
  signal?: AbortSignal,
): Promise<Answer> {
  const areFiles = () => client.files !== undefined;
  try {
    return await client.ask(path, read, signal);
  } catch (error) {
    if (areFiles() || !isGone(error)) throw error;
    await client.ask('v1/question', () => undefined, signal).catch(() => undefined);
    if (!areFiles()) throw error;
    return client.ask(path, read, signal);
  }
}

/** One offer by slug or id, where it is inside the lock. Rejects as the client does. */
export async function askOffer(
  client: FeedClient,
  slug: string,
  lock: Lock,
  { lang, signal }: RecordOptions,
): Promise<OfferAnswer> {
  const query = lang === undefined ? {} : { lang };
  const path = `${recordPath(client, 'offers', slug)}?${printRequest({ query, lock })}`;
  return askRecord(client, path, readOfferAnswer, signal);
}

/** One provider by slug or id. Rejects as the client does. */
export async function askProvider(
  client: FeedClient,
  slug: string,
  { lang, signal }: RecordOptions,
): Promise<ProviderAnswer> {
  const path = `${recordPath(client, 'providers', slug)}?${printQuery(lang === undefined ? {} : { lang })}`;
  return askRecord(client, path, readProviderAnswer, signal);
}

/** The directory's own page about one offer. */
export function offerPage({ base }: FeedClient, slug: string): string {
  return new URL(`offers/${encoded(slug)}`, base).href;
}

/** The directory's own page about one provider. */
export function providerPage({ base }: FeedClient, slug: string): string {
  return new URL(`providers/${encodeURIComponent(slug)}`, base).href;
}

/** A file of the feed, such as a logo, by its path; undefined where that leads elsewhere. */
export function fileOf({ base }: FeedClient, path: string): string | undefined {
  const relative = path.replace(/^\/+/, '');
  const address = URL.canParse(relative, base) ? new URL(relative, base) : undefined;
  return address?.origin === base.origin ? address.href : undefined;
}

/** Says whether the feed answered that the record is not, or no longer, there. */
export function isGone(error: unknown): boolean {
  return error instanceof FeedError && (error.status === 404 || error.status === 410);
}
