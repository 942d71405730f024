import { createHash } from 'node:crypto';
import type { Offer, Provider } from '@vielfalt/feed';
import type { Site } from '../../answers/site.js';
import { waitingFields } from '../../desk/changes.js';
import { findPass } from '../../desk/passes.js';
import { wishedOffer } from '../../desk/wished-offer.js';
import type { Visit, VisitSources } from '../../desk/visit.js';
import type { Reply } from '../../http/reply.js';
import { confirmTexts } from '../../languages/words.js';
import type { ConfirmTexts } from '../../languages/texts.js';
import type { AmendableField, Pass, Proposal } from '../../store/papers.js';
import { pageContext, type PageContext } from '../context.js';
import { offerView, type OfferView } from '../offer-view.js';

/** A visit of somebody who speaks for a provider. */
export interface ProviderVisit {
  visit: Visit;
  sources: VisitSources;
  site: Site;
  context: PageContext;
  words: ConfirmTexts;
  provider: Provider;
  pass: Pass;
}

/** An offer of the provider's own, as the directory shows it. */
export interface OwnOffer {
  offer: Offer;
  /** The offer as the provider wishes it: with what waits for the office. */
  wished: Offer;
  view: OfferView;
  /** Tells one state of what it says from another; it changes with that, but not with a check. */
  fingerprint: string;
  /** Somebody has checked it today. */
  isConfirmed: boolean;
  /** The fields with a new value that waits for the office. */
  waiting: AmendableField[];
}

/** Who visits, by the secret of the address; undefined: it is no pass (any more). */
export async function providerVisit(
  visit: Visit,
  sources: VisitSources,
): Promise<ProviderVisit | undefined> {
  const pass = await findPass(sources.store, visit.name, 'provider', sources.clock());
  if (!pass) return undefined;
  const site = sources.site();
  const provider = await site.answers.provider(pass.subject);
  if (!provider || provider.status === 'retired') return undefined;
  const lang = visit.parameters.get('lang') ?? provider.language;
  const context = pageContext(site, new URLSearchParams(lang === undefined ? {} : { lang }));
  const words = confirmTexts(context.language);
  return { visit, sources, site, context, words, provider, pass };
}

/** The offers that are shown today, by title; not those of other directories, which keep them. */
export async function ownOffers({
  sources: { store },
  site,
  context,
  provider,
}: ProviderVisit): Promise<OwnOffer[]> {
  const cards = await site.answers.within({ provider: [provider.id] }, context.language);
  const ids = cards.map(({ id }) => id);
  const offers = new Map((await site.answers.offers(ids)).map((offer) => [offer.id, offer]));
  const checks = await store.papers('confirmation', ids);
  const proposals = [...(await proposalsOf(provider, store)).values()];
  return cards.flatMap((card) => {
    const offer = offers.get(card.id);
    if (!offer || offer.origin) return [];
    const theirs = proposals.filter((proposal) => proposal.offer === card.id);
    return {
      offer,
      wished: wishedOffer(offer, theirs),
      view: offerView(context, card),
      fingerprint: fingerprintOf({ ...offer, checked: undefined, changed: undefined }),
      isConfirmed: checks.get(card.id)?.on === site.date,
      waiting: theirs.flatMap(waitingFields),
    };
  });
}

/** All that a provider has proposed, by id. */
export async function proposalsOf(
  { id }: Pick<Provider, 'id'>,
  store: Pick<VisitSources['store'], 'papers'>,
): Promise<Map<string, Proposal>> {
  const all = await store.papers('proposal');
  return new Map([...all].filter(([, { provider }]) => provider === id));
}

/** Tells one value from another, in a few letters. */
export function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
}

/**
 * An address of the same link, from any of its pages. It does not name the secret: nothing on these
 * pages does.
 */
export function ownAddress({ visit }: ProviderVisit, query: Record<string, string> = {}): string {
  const lang = visit.parameters.get('lang');
  return `?${new URLSearchParams({ ...query, ...(lang && { lang }) }).toString()}`;
}

/** Leads on after something was done, so that nothing is sent twice (RFC 9110, 15.4.4). */
export function leadTo(address: string): Reply {
  return { status: 303, body: '', type: 'text/plain', headers: { Location: address } };
}
