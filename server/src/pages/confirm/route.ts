import { confirmRecords } from '../../desk/changes.js';
import type { Visit, VisitRoute, VisitSources } from '../../desk/visit.js';
import { Problem } from '../../http/problem.js';
import type { Reply } from '../../http/reply.js';
import { badLinkPage } from './bad-link-page.js';
import { changePage, receiveChange } from './change-page.js';
import { donePage } from './done-page.js';
import { gonePage, receiveGone } from './gone-page.js';
import { isOpen, listPage, listFingerprint } from './list-page.js';
import {
  leadTo,
  ownAddress,
  ownOffers,
  providerVisit,
  type OwnOffer,
  type ProviderVisit,
} from './provider-visit.js';
import { receiveStop, stopPage } from './stop-page.js';

const HOUR = 3_600_000;
/** The links that are none which one network may try in an hour. */
const MOST_MISSES = 30;
/** The forms that one provider may send in an hour. */
const MOST_FORMS = 600;

/** `/confirm/{secret}`: what the directory shows of a provider, for it to confirm or to correct. */
export const confirmRoute: VisitRoute = { path: '/confirm/:name', reply };

async function reply(visit: Visit, sources: VisitSources): Promise<Reply> {
  const { limits, clock } = sources;
  const now = clock();
  const misses = `confirm misses ${visit.network}`;
  const visited = await providerVisit(visit, sources);
  if (!visited) {
    // A right secret is never refused: it cannot be guessed, and its network may be a whole town's.
    const isAllowed = limits.take(misses, MOST_MISSES, HOUR, now);
    return badLinkPage(visit, sources, isAllowed ? 404 : 429);
  }
  if (visit.method === 'GET') return show(visited);
  if (!limits.take(`confirm forms ${visited.provider.id}`, MOST_FORMS, HOUR, now)) {
    const retry = { 'Retry-After': '3600' };
    throw new Problem(429, 'So many forms are taken within an hour; try again later.', {}, retry);
  }
  return receive(visited);
}

/** The offer that the address names, where it is one of the provider's own. */
function named(
  { visit }: ProviderVisit,
  parameter: string,
  offers: readonly OwnOffer[],
): OwnOffer | undefined {
  const slug = visit.parameters.get(parameter);
  return offers.find(({ offer }) => offer.slug === slug);
}

async function show(visited: ProviderVisit): Promise<Reply> {
  const { parameters } = visited.visit;
  if (parameters.has('stop')) return stopPage(visited);
  const offers = await ownOffers(visited);
  const changed = named(visited, 'change', offers);
  if (changed) return changePage(changed, visited);
  const gone = named(visited, 'gone', offers);
  if (gone) return gonePage(gone, visited);
  const done = await donePage(parameters.get('done') ?? '', offers, visited);
  if (done) return done;
  const isMissed = parameters.has('change') || parameters.has('gone');
  const { goneOffer } = visited.context.texts.trouble;
  return listPage(visited, offers, isMissed ? { note: goneOffer } : {});
}

/** Does what a form asks for: only that, and only where it is still what the form was about. */
async function receive(visited: ProviderVisit): Promise<Reply> {
  const { parameters } = visited.visit;
  if (parameters.has('stop')) return receiveStop(visited);
  const offers = await ownOffers(visited);
  if (parameters.has('all')) return confirmAll(offers, visited);
  const right = named(visited, 'right', offers);
  if (right) return confirmOne(right, offers, visited);
  const changed = named(visited, 'change', offers);
  if (changed) return receiveChange(changed, visited);
  const gone = named(visited, 'gone', offers);
  if (gone) return receiveGone(gone, visited);
  return listPage(visited, offers, { hasChanged: true });
}

async function confirmAll(offers: readonly OwnOffer[], visited: ProviderVisit): Promise<Reply> {
  if (visited.visit.form.get('seen') !== listFingerprint(offers)) {
    return listPage(visited, offers, { hasChanged: true });
  }
  await confirm(offers.filter(isOpen), visited);
  return leadTo(ownAddress(visited, { done: 'all' }));
}

async function confirmOne(
  own: OwnOffer,
  offers: readonly OwnOffer[],
  visited: ProviderVisit,
): Promise<Reply> {
  if (visited.visit.form.get('seen') !== own.fingerprint) {
    return listPage(visited, offers, { hasChanged: true });
  }
  if (isOpen(own)) await confirm([own], visited);
  return leadTo(`${ownAddress(visited)}#offer-${own.offer.slug}`);
}

async function confirm(
  offers: readonly OwnOffer[],
  { sources, provider }: ProviderVisit,
): Promise<void> {
  if (offers.length === 0) return;
  const ids = offers.map(({ offer }) => offer.id);
  const now = sources.clock();
  await confirmRecords(sources.store, { provider: provider.id, offers: ids, now });
  await sources.refresh();
}
