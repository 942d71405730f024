import type { DirectoryHead } from '@vielfalt/feed';
import { defaultFeed } from '../store/default-feed.js';
import { FeedClient } from '../store/feed-client.js';
import { FeedError } from '../store/feed-error.js';
import { askNetwork } from '../store/networks.js';
import { knownAttributes } from '../store/odd-attributes.js';
import { lockOf } from '../store/options.js';
import { askOffer, askProvider } from '../store/records.js';
import { tryAddress } from '../store/trial.js';
import { lockWithIds } from '../store/whole-address.js';
import { written } from './attribute-symptoms.js';
import type { Symptom } from './symptom.js';
import { policySymptoms } from './policy-symptoms.js';

/** Values of switches that are the opposite of the only one. */
const NO = /^(no|nein|false|0)$/i;

/** What an element's feed has said when it was asked as the element asks it. */
export interface FeedHealth {
  symptoms: Symptom[];
  /** The feed's address; absent where the element names none that is valid. */
  base?: string;
  /** The directory's name, where it has answered. */
  title?: string;
  /** The number of offers inside the lock; absent for an element that shows one record. */
  total?: number;
  /** The version of the directory's own script; absent where that cannot be had. */
  version?: string;
}

/** The element whose directory an element shows: another, or itself. */
function ownerOf(element: Element): Element {
  if (element.localName === 'vielfalt-directory') return element;
  const root = element.getRootNode() as Document | ShadowRoot;
  const named = root.getElementById(element.getAttribute('for') ?? '');
  const isAlone = element.hasAttribute('feed') && !knownAttributes(element).includes('topic');
  const around = isAlone ? null : element.closest('vielfalt-directory');
  return named ?? around ?? element;
}

/** Why no answer has come that could be read. */
async function whyNot({ href }: URL, code: string): Promise<Symptom[]> {
  const address = href.replace(/\?.*/, '');
  const { isThere, answer } = await tryAddress(href);
  if (!answer) {
    // The policy says so itself.
    if (policySymptoms(address).length > 0) return [];
    return [{ kind: isThere ? 'cors' : 'unreachable', values: { address } }];
  }
  const { ok, status, type } = answer;
  if (!ok) return [{ kind: 'status', values: { address, status } }];
  return [{ kind: 'foreign', values: { address, type, code } }];
}

/** The one record that an element names: what it is, and its name or address. */
function recordOf(element: Element): [kind: string, name: string] | undefined {
  const kind = element.localName.split('-')[1] ?? '';
  const name = element.localName.endsWith('-card') && element.getAttribute(kind);
  return name ? [kind, name] : undefined;
}

interface Found {
  directory: DirectoryHead;
  total?: number;
}

/** Asks as the element does. Rejects as the client does. */
async function ask(element: Element, owner: Element, client: FeedClient): Promise<Found> {
  const lock = lockWithIds(
    lockOf((name) => owner.getAttribute(name)),
    client,
  );
  const [kind, name = ''] = recordOf(element) ?? [];
  const options = { lang: undefined };
  if (kind === 'offer') return askOffer(client, name, owner === element ? {} : lock, options);
  if (kind === 'provider') return askProvider(client, name, options);
  if (kind === 'network') return askNetwork(client, name, options);
  const found = await client.offers({ query: { limit: 1 }, lock });
  const start = owner.getAttribute('start');
  if (!start) return found;
  const { readQuery } = await import('../later.js');
  await client.offers({ query: { ...readQuery(start).query, limit: 1 }, lock });
  return found;
}

/** What an error between an element and its feed comes from. */
async function reasons(error: unknown, element: Element, client: FeedClient): Promise<Symptom[]> {
  const feed = client.base.href;
  const { refusedBy } = await import('../later.js');
  const refused = refusedBy(error);
  if (refused[0]) {
    return refused.map(({ parameter, value, nearest }): Symptom => {
      const code = written(parameter.replace('within.', ''), value);
      return value.includes('://')
        ? { kind: 'address', values: { code, feed } }
        : { kind: 'value', values: { code }, nearest: NO.test(value) ? undefined : nearest };
    });
  }
  const record = recordOf(element);
  if (record && error instanceof FeedError && [404, 410].includes(error.status ?? 0)) {
    const code = written(...record);
    // An address of the directory's own would have been asked for, and the answer has a body.
    return error.body === undefined
      ? [{ kind: 'address', values: { code, feed } }]
      : [{ kind: 'value', values: { code } }];
  }
  return whyNot(new URL('v1/offers?limit=1', client.base), 'feed');
}

function readVersion(json: unknown): string | undefined {
  const { version } = Object(json) as { version?: unknown };
  return typeof version === 'string' ? version : undefined;
}

/** Asks an element's feed as the element does. Never rejects. */
export async function feedHealth(element: Element): Promise<FeedHealth> {
  const owner = ownerOf(element);
  const feed = owner.getAttribute('feed') || element.getAttribute('feed') || defaultFeed();
  const client = FeedClient.at(feed);
  if (!client) return { symptoms: [{ kind: 'feed', values: { code: written('feed', feed) } }] };
  const base = client.base.href;
  const version = await client.ask('widget/v1/integrity.json', readVersion).catch(() => undefined);
  const known = { base, ...(version && { version }) };
  try {
    const { directory, total } = await ask(element, owner, client);
    const found = { title: directory.title, ...(total !== undefined && { total }) };
    return { symptoms: [], ...known, ...found };
  } catch (error) {
    return { symptoms: await reasons(error, element, client), ...known };
  }
}
