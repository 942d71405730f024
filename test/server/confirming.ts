import type { TestContext } from 'node:test';
import type { Offer } from '@vielfalt/feed';
import type { AmendableField, Proposal } from '../../server/src/store/papers.js';
import { uuid } from '../support/records.js';
import { linkFor } from './confirm-harness.js';
import { example, offer, provider } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';

export const DAY = 86_400_000;
export const ONE = uuid(1001);

export const cooking = offer(1, {
  title: 'Kochgruppe',
  description: 'Wir kochen.\n\nAlle essen mit.',
  locations: [{ town: 'witten', street: 'Hauptstraße 1' }],
  cost: { amount: 5, text: '5 € im Monat' },
  registration: { needed: true, text: 'Per Telefon' },
  openings: { state: 'free', on: '2026-11-01' },
  contact: { role: 'Kursbüro', name: 'Kim Muster', phone: '030 23125 118' },
  schedule: {
    times: [
      { dtstart: '2026-09-07T09:00', dtend: '2026-09-07T12:00', freq: 'WEEKLY', byday: ['MO'] },
    ],
  },
});

export const changes = {
  ...example(),
  providers: [provider(1, { name: 'Haus am Park e. V.' }), provider(3, { name: 'Nachbarn e. V.' })],
  offers: [
    cooking,
    offer(2, { title: 'Turnen', status: 'paused' }),
    offer(3, { title: 'Nähen' }),
    offer(4, { title: 'Fremdes', provider: uuid(3) }),
    offer(5, { title: 'Gewesen', status: 'retired' }),
    offer(6, { title: 'Vorbei', status: 'ended' }),
    offer(7, {
      title: 'Von nebenan',
      origin: {
        directory: 'https://other.example/',
        id: uuid(77),
        name: 'Nebenan',
        page: 'https://other.example/offers/von-nebenan',
      },
    }),
  ],
};

export async function start(test: TestContext): Promise<{ feed: Feed; link: string }> {
  const feed = await startFeed(test, { changes });
  return { feed, link: await linkFor(feed) };
}

/** What the feed says of an offer. */
export async function published(feed: Feed, slug = 'offer-1'): Promise<Offer> {
  const { offer: found } = (await feed.get(`/v1/offers/${slug}`)).json<{ offer: Offer }>();
  return found;
}

export async function proposals({ store }: Feed): Promise<(Proposal & { id: string })[]> {
  return [...(await store.papers('proposal'))].map(([id, each]) => ({ id, ...each }));
}

/** Gives a provider's fields the trust to be published at once. */
export function trust({ store }: Feed, fields: AmendableField[]): Promise<void> {
  return store.change(async (transaction) => {
    await transaction.putPapers('trust', new Map([[uuid(1), { fields }]]));
    return { result: undefined, keep: {} };
  });
}
