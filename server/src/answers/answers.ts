import {
  networkMatching,
  nextFrom,
  similar,
  type ComparedCard,
  type Query,
  type Request,
  type SimilarCard,
  type TermCounts,
} from '@vielfalt/feed';
import { answerOrdinals, type ScoredOffers } from '../columns/answer.js';
import { countBits, hasBit, keepBits, ordinalsOf, type Bits } from '../columns/bits.js';
import type { DayColumns } from '../columns/day.js';
import { fittingOf, keeping, offersFitting } from '../columns/filter.js';
import { countPerProvider } from '../columns/per-provider.js';
import { newestOf } from '../columns/order.js';
import { countTerms, offersLike, termTraits } from '../columns/terms.js';
import { searchLanguage } from '../languages/languages.js';
import { Slices } from '../slices.js';
import { entriesOf } from './axes.js';
import { countAcross } from './cross-counts.js';
import type { DirectoryAnswers } from './port.js';
import type { ReferenceData } from './reference.js';
import type { AnswerSource } from './source.js';

/** Counted once for each day: answers are opened anew for each request. */
const termCounts = new WeakMap<DayColumns, TermCounts>();

/** The number of offers that are looked into at once. */
const AT_ONCE = 500;

function* parts(ordinals: ArrayLike<number>): Generator<Uint32Array> {
  const all = Uint32Array.from(ordinals);
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.subarray(from, from + AT_ONCE);
}

/** Answers from columns, wherever cards and records lie. */
export function createAnswers(reference: ReferenceData, source: AnswerSource): DirectoryAnswers {
  const { revision, date } = source;

  /** What a query's words find. The language of the page may have no view of its own. */
  async function found({ q, lang }: Query): Promise<ScoredOffers | undefined> {
    if (!q) return undefined;
    const words = lang ?? reference.view(lang).lang;
    return source.found(q, source.understand(q, searchLanguage(words) ?? ''), lang);
  }

  /** The offers that a request leaves, its words included. */
  async function left({ query, lock }: Request, day: DayColumns): Promise<Bits> {
    const some = keeping(offersFitting(lock, day), fittingOf(query, day));
    const words = await found(query);
    if (words) keepBits(some, words.offers);
    return some;
  }

  return {
    revision,
    date,
    async answer(request, next = nextFrom(date)) {
      const { lang } = request.query;
      const day = await source.day();
      const words = await found(request.query);
      const answering = answerOrdinals(request, day, words, next);
      const { total, page, facets } = await new Slices().run(answering);
      return { total, offers: await source.cards(page, lang), facets };
    },
    async *cards(request, next = nextFrom(date)) {
      const day = await source.day();
      const words = await found(request.query);
      const { page } = await new Slices().run(answerOrdinals(request, day, words, next));
      for (const some of parts(page)) yield* await source.cards([...some], request.query.lang);
    },
    async newest({ query, lock }, limit) {
      const day = await source.day();
      const newest = newestOf(await left({ query, lock }, day), day.offers);
      const { page = 1 } = query;
      const shown = newest.slice((page - 1) * limit, page * limit);
      return { total: newest.length, offers: await source.cards(shown, query.lang) };
    },
    count: async (request) => countBits(await left(request, await source.day())),
    async within(lock, lang, limit) {
      const inside = ordinalsOf(offersFitting(lock, await source.day()));
      return source.cards([...inside.slice(0, limit)], lang);
    },
    searchData: (cards, lang) => source.searchData(cards, lang),
    async question(q, lang, lock) {
      const senses = source.understand(q, lang);
      if (!q) return { senses, words: [], hasOffers: false };
      const inside = offersFitting(lock, await source.day());
      const words = await source.wordsFound(q, senses, inside);
      const { offers } = await source.found(q, senses, lang);
      return { senses, words, hasOffers: offers.some((some, at) => some & (inside[at] ?? 0)) };
    },
    async crossCounts(axes, { query: { q: _, ...query }, lock }) {
      const { terms } = reference.view(undefined);
      const day = await source.day();
      const entries = axes.map((axis) => entriesOf(axis, day, { terms, query }));
      return new Slices().run(countAcross(await left({ query, lock }, day), entries));
    },
    async similar(wanted, lock, lang) {
      const { terms } = reference.view(lang);
      const day = await source.day();
      const { tree } = day.offers;
      let counts = termCounts.get(day);
      if (!counts) termCounts.set(day, (counts = countTerms(day)));
      const candidates = offersFitting(lock, day);
      keepBits(candidates, offersLike(wanted, day.offers));
      const context = { terms, tree, traits: termTraits(tree), counts };
      const slices = new Slices();
      let best: SimilarCard<ComparedCard>[] = [];
      // The best of all are among the best of each part.
      for (const some of parts(ordinalsOf(candidates))) {
        const compared = await source.compared(some, wanted);
        best = similar(wanted, [...best.map(({ card }) => card), ...compared], context);
        await slices.pause();
      }
      const cards = await source.cards(
        best.map(({ card }) => card.order),
        lang,
      );
      return best.flatMap(({ reason }, at) => {
        const card = cards[at];
        return card ? [{ card, reason }] : [];
      });
    },
    async card(id, lock, lang) {
      const ordinal = await source.ordinalOf(id);
      if (ordinal === undefined || !hasBit(offersFitting(lock, await source.day()), ordinal))
        return undefined;
      const [card] = await source.cards([ordinal], lang);
      return card;
    },
    async networks(...queries) {
      const { tree } = (await source.day()).offers;
      const members = source.networks.flatMap((listed) =>
        listed.members.flatMap((member) => ('provider' in member ? member.provider : [])),
      );
      const providers = reference.providers.some(members);
      const context = { tree, providers, addressOf: source.addressOf };
      const tests = queries.map((query) => networkMatching(query, context));
      return source.networks.filter((listed) => tests.every((fits) => fits(listed)));
    },
    offer: (name) => source.offer(name),
    offers: (ids) => source.offers(ids),
    provider: (name) => source.provider(name),
    providers: () => source.providers(),
    offersPerProvider: async () => countPerProvider(await source.day()),
    network: (name) => source.network(name),
    listed: (kind) => source.listed(kind),
    records: (since, page, limit) => source.records(since, page, limit),
    tombstones: (since) => source.tombstones(since),
  };
}
