import {
  cardsOn,
  checkTerms,
  createAnswerer,
  nextFrom,
  searchFields,
  termTree,
  localTime,
  parseRequest,
  toPublicOffer,
  type Answerer,
  type DirectoryData,
  type DirectoryHead,
  type OfferAnswer,
  type OffersAnswer,
  type PointsAnswer,
  type ProfessionalsAnswer,
  type QueryProblem,
  type QuestionAnswer,
  type Request,
  type SetAnswer,
} from '@vielfalt/feed';
import {
  createIndex,
  createSearch,
  partOf,
  stemText,
  toSearchData,
  type SearchIndex,
} from '@vielfalt/feed/search';
import { areas, cards, directory, offers, providerHeads, terms } from './fake-directory.js';

/** By language: a feed answers from what it has made once. */
const directories = new Map<
  string,
  DirectoryData & { answer: Answerer; directory: DirectoryHead; index: SearchIndex }
>();

/** How an answer is spoiled, to see what elements make of it. */
type Spoil = (answer: Response) => Response | Promise<Response>;

/**
 * A feed in the page: takes the place of `fetch` and answers with the contract's own functions, so
 * that what elements show here is what a server would have said.
 */
export class FakeFeed {
  readonly address = 'https://feed.example/';
  /** Paths and queries that were asked for, in order. */
  readonly asked: string[] = [];
  /** Parameters that this feed is too old to know. */
  unknown: string[] = [];
  /** Whether the locked set may be had. */
  offersSet = true;
  /** What this feed says of a question; feeds of an earlier version say the senses alone. */
  question: (q: string) => Omit<QuestionAnswer, 'senses'> & Partial<QuestionAnswer> = () => ({});
  /** What this feed has for professionals; absent: it is of an earlier version. */
  professionals: ((request: Request) => ProfessionalsAnswer) | undefined;
  /** Whether its vocabulary has shapes of places. */
  hasAreas = true;
  #spoil: Spoil | undefined;
  #gate: Promise<void> | undefined;
  #fetch = globalThis.fetch;

  install(): this {
    globalThis.fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.origin !== new URL(this.address).origin) return this.#fetch(input, init);
      this.asked.push(url.pathname + url.search);
      await this.#gate;
      init?.signal?.throwIfAborted();
      const answer = this.#answer(url);
      return this.#spoil ? this.#spoil(answer) : answer;
    };
    return this;
  }

  remove() {
    globalThis.fetch = this.#fetch;
  }

  /** From now on every answer is spoiled; without `spoil`, none. */
  fail(spoil?: Spoil) {
    this.#spoil = spoil;
  }

  /** Holds answers back until the returned function is called. */
  hold(): () => void {
    let open = () => {};
    this.#gate = new Promise((resolve) => (open = resolve));
    return open;
  }

  /** What is asked from now on is answered at once. */
  release() {
    this.#gate = undefined;
  }

  /** Requests for pages of offers. */
  get pages(): string[] {
    return this.asked.filter((path) => /^\/v1\/offers(\?|$)/.test(path));
  }

  #answer({ pathname, searchParams, search }: URL): Response {
    const unknown = this.unknown.filter((name) => searchParams.has(name));
    const { request, problems } = parseRequest(searchParams);
    const slugs = new Set(Object.values(providerHeads).flatMap(({ id, slug }) => [id, slug]));
    const wrong: QueryProblem[] = [
      ...problems,
      ...unknown.map((parameter) => ({
        parameter,
        value: searchParams.get(parameter) ?? '',
        detail: `there is no parameter "${parameter}"`,
      })),
      ...checkTerms(request, terms('de'), slugs),
    ];
    if (wrong.length > 0) {
      return json(
        { type: 'about:blank', title: 'Bad request', status: 400, detail: '', problems: wrong },
        400,
      );
    }
    const { lang = 'de' } = request.query;
    if (pathname === '/v1/question') {
      return json({ senses: [], ...this.question(request.query.q ?? '') });
    }
    if (pathname === '/v1/professionals' && this.professionals) {
      return json(this.professionals(request));
    }
    if (pathname === '/v1/points') return json(this.#points(request, lang));
    if (pathname === '/v1/areas') {
      return json({ directory, areas: this.hasAreas ? areas : {}, terms: terms(lang) });
    }
    if (pathname === '/v1/offers') return json(this.#page(request, lang, search));
    if (pathname === '/v1/offers/set') return json(this.#set(request, lang));
    const slug = /^\/v1\/offers\/([a-z0-9-]+)$/.exec(pathname)?.[1];
    const offer = slug === undefined ? undefined : this.#offer(slug, request, lang);
    return offer
      ? json(offer)
      : json({ type: 'about:blank', title: 'Not found', status: 404 }, 404);
  }

  #all(lang: string) {
    let known = directories.get(lang);
    if (!known) {
      const date = localTime(Date.now(), directory.timeZone).date;
      const data = {
        directory: { ...directory, date },
        offers: cardsOn(date, cards(lang), undefined),
        providers: providerHeads,
        terms: terms(lang),
      };
      const tree = termTree(data.terms);
      const source = { ...data, tree, language: directory.language };
      const index = createIndex(
        data.offers.map((card) => ({ id: card.id, fields: searchFields(card, source) })),
      );
      const titles = new Map(data.offers.map(({ id, title }) => [id, [stemText(title)]]));
      const search = createSearch(index, {
        titlesOf: (id) => titles.get(id) ?? [],
        isStopWord: () => false,
      });
      const answer = createAnswerer(data, (q) => search(q), nextFrom(data.directory.date));
      known = { ...data, directory, index, answer };
      directories.set(lang, known);
    }
    return known;
  }

  #page(request: Request, lang: string, search: string): OffersAnswer {
    const { providers, terms, answer } = this.#all(lang);
    const set = new URLSearchParams(search);
    for (const name of [...set.keys()]) {
      if (!name.startsWith('within.') && name !== 'lang') set.delete(name);
    }
    return {
      directory,
      ...answer(request),
      providers,
      terms,
      links: {
        self: `/v1/offers${search}`,
        ...(this.offersSet && { set: `/v1/offers/set?${set}` }),
      },
    };
  }

  #points({ query, lock }: Request, lang: string): PointsAnswer {
    const { providers, terms, answer } = this.#all(lang);
    const found = answer({ query: { ...query, limit: 1000 }, lock }).offers;
    return {
      directory,
      offers: found.map(({ slug, title, provider: id }) => {
        const provider = providers[id]?.name;
        return { slug, title, ...(provider !== undefined && { provider }) };
      }),
      points: found.flatMap(({ locations = [] }, index) =>
        locations.flatMap(({ lat, lng, town, name, street }) =>
          lat === undefined || lng === undefined
            ? []
            : {
                ...{ lat, lng, offers: [index] },
                ...(town && { town }),
                ...(name && { name }),
                ...(street && { street }),
              },
        ),
      ),
      terms,
    };
  }

  #set({ lock }: Request, lang: string): SetAnswer {
    const { answer, index, ...data } = this.#all(lang);
    const { offers } = answer({ query: { limit: 1000 }, lock });
    const part = partOf(
      index,
      offers.map(({ id }) => id),
    );
    return { ...data, offers, search: toSearchData(part, ['der']) };
  }

  #offer(slug: string, { lock }: Request, lang: string): OfferAnswer | undefined {
    const { answer, terms } = this.#all(lang);
    const inside = answer({ query: { limit: 1000 }, lock }).offers;
    const card = inside.find((each) => each.slug === slug || each.id === slug);
    const offer = offers.find(({ id }) => id === card?.id);
    const provider = offer && providerHeads[offer.provider];
    if (!card || !offer || !provider) return undefined;
    return { directory, offer: toPublicOffer(offer), card, provider, terms };
  }
}

function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  });
}
