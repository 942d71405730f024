import { nearChoices } from '../meaning/index.js';
import type { NetworkAnswer } from '../model/wire-providers.js';
import type { PointsAnswer } from '../model/wire-map.js';
import type { OfferAnswer, OffersAnswer, ProviderHead, QuestionAnswer } from '../model/wire.js';
import type { ProfessionalsAnswer } from '../model/wire-professionals.js';
import { mapOffer, mapPoints } from '../presentation/index.js';
import { parseRequest } from '../query/codec.js';
import type { Lock, QueryProblem, Request } from '../query/query.js';
import { checkTerms } from '../terms/check.js';
import { nearestTag } from '../terms/heads.js';
import { termTree } from '../terms/tree.js';
import { localTime, type LocalMoment } from '../time/local.js';
import { isAhead, upcoming } from '../time/upcoming.js';
import { rhythm } from '../wording/index.js';
import { firstOffers } from './first-offers.js';
import { createSetSearch, type SetSearch } from './found.js';
import { kept } from './kept.js';
import {
  FILES,
  LAYOUT,
  setKey,
  type StaticDictionary,
  type StaticIndex,
  type StaticOffer,
  type StaticRecord,
  type StaticSearch,
  type StaticSet,
  type StaticWords,
} from './layout.js';
import { MeaningReader, languagesOf } from './meanings.js';
import { offeredChoices } from './offered-choices.js';
import { createSetView, type FoundByWords, type SetView } from './set-view.js';
import { smallestSet } from './sets.js';

/** An id; slugs are none. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a static feed has of its surroundings. */
export interface StaticSource {
  /** Brings a file below the feed's address, as JSON. */
  load(path: string): Promise<unknown>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** The error that a service's refusal would be. @param problems where parameters are wrong */
  refuse(status: number, problems?: QueryProblem[]): Error;
}

/** A set that a request is answered from, in the language asked for. */
interface Opened {
  request: Request;
  /** The language asked for, as the folder names it. */
  lang: string;
  key: string;
  words: StaticWords;
  view: SetView;
  moment: LocalMoment;
}

/** Tells whether an answer is the index of a static feed that this program knows. */
export function isStaticIndex(json: unknown): json is StaticIndex {
  return (Object(json) as Partial<StaticIndex>).staticFeed === LAYOUT;
}

/**
 * Answers as the service would, from a folder of files. It takes the paths that elements ask the
 * service for; a lock holds as it does there, whatever else a file has.
 */
export class StaticFeed {
  readonly #index: StaticIndex;
  readonly #source: StaticSource;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #views = new Map<string, SetView>();
  readonly #searches = new Map<string, Promise<SetSearch>>();
  readonly #meanings: MeaningReader;

  constructor(index: StaticIndex, source: StaticSource) {
    this.#index = index;
    this.#source = source;
    this.#meanings = new MeaningReader({ load: this.#load, index });
  }

  /**
   * The answer to a path with a query: `v1/offers?within.place=witten`.
   * Rejects with what `refuse` makes where the service would refuse.
   */
  async answer(path: string): Promise<unknown> {
    const [address = '', query] = path.split('?');
    const [version, kind = '', name = ''] = address.split('/');
    const parameters = new URLSearchParams(query);
    if (version !== 'v1') return version === 'readyz' ? {} : this.#load(address);
    const slug = decodeURIComponent(name);
    switch (kind) {
      case 'offers':
        return slug ? this.#offer(slug, parameters) : this.#offers(parameters);
      case 'points':
        return this.#points(parameters);
      case 'question':
        return this.#question(parameters);
      case 'providers':
        return this.#provider(slug, parameters);
      case 'networks':
        return this.#network(slug, parameters);
      case 'areas':
        return this.#areas(parameters);
      case 'professionals':
        return this.#professionals(parameters);
      default:
        throw this.#source.refuse(404);
    }
  }

  /** Brings a file once; one that did not come is asked for again. */
  readonly #load = <File>(path: string): Promise<File> =>
    kept(this.#files, path, () => this.#source.load(path)) as Promise<File>;

  get #directory() {
    return this.#index.directory;
  }

  /** The date and time in the directory's zone, not before the day that the files are of. */
  #moment(): LocalMoment {
    const { timeZone, date } = this.#directory;
    const now = localTime(this.#source.now(), timeZone);
    return now.date < date ? { date, time: '00:00' } : now;
  }

  #language(lang: string | undefined): string {
    const { languages } = this.#index;
    return nearestTag(languages, lang ?? '') ?? this.#directory.language;
  }

  /**
   * Opens the smallest set that has what a request asks for.
   * @param besides what is known of the wanted offers
   */
  async #open(parameters: URLSearchParams, besides: Lock = {}): Promise<Opened> {
    const { request, problems } = parseRequest(parameters);
    const lang = this.#language(request.query.lang);
    const words = await this.#load<StaticWords>(FILES.words(lang));
    const [providers, names] = await this.#providers(request);
    const wrong = [...problems, ...checkTerms(request, words.terms, names)];
    if (wrong[0]) throw this.#source.refuse(400, wrong);
    const { provider, ...lock } = request.lock;
    const slugs = provider?.map((each) => providers[each]?.slug ?? each);
    const key = smallestSet(
      this.#index,
      { ...lock, ...(slugs && { provider: slugs }), ...besides },
      termTree(words.terms),
    );
    const moment = this.#moment();
    const open = async (set: string): Promise<Opened> => {
      const view = await this.#view(set, lang, words, moment);
      return { request, lang, key: set, words, moment, view };
    };
    // An index from a cache may name a set that a later export no longer has.
    return open(key).catch((error: unknown) => {
      if (key && (error as { status?: number }).status === 404) return open('');
      throw error;
    });
  }

  /** The providers, by id and with the names that a request may use, where it uses any. */
  async #providers({
    query,
    lock,
  }: Request): Promise<[byId: Record<string, ProviderHead>, names: Set<string>]> {
    if (!query.provider && !lock.provider) return [{}, new Set()];
    const { providers } = await this.#load<{ providers: ProviderHead[] }>(FILES.providers);
    return [
      Object.fromEntries(providers.map((head) => [head.id, head])),
      new Set(providers.flatMap(({ id, slug }) => [id, slug])),
    ];
  }

  async #view(
    key: string,
    lang: string,
    words: StaticWords,
    moment: LocalMoment,
  ): Promise<SetView> {
    const name = [key, lang, moment.date].join(' ');
    const set = await this.#load<StaticSet>(FILES.set(key));
    const known = this.#views.get(name);
    if (known) return known;
    const { date } = moment;
    const now = () => this.#moment();
    const view = createSetView(set, this.#directory, { ...words, lang, date, now });
    this.#views.set(name, view);
    return view;
  }

  #search({ key, lang, view, moment }: Opened): Promise<SetSearch> {
    const name = [key, lang, moment.date].join(' ');
    return kept(this.#searches, name, () => this.#createSearch(key, lang, view));
  }

  async #createSearch(key: string, lang: string, { cards }: SetView): Promise<SetSearch> {
    const search = await this.#load<StaticSearch>(FILES.search(key));
    const dictionary = await this.#load<StaticDictionary>(FILES.dictionary(search.dictionary));
    return createSetSearch({ dictionary, search, cards }, lang);
  }

  /**
   * Reads a question: first in the languages that it is likely to be in, and where that finds nothing
   * inside the lock, in all of its script.
   */
  async #ask(opened: Opened, q: string): Promise<FoundByWords> {
    const { lang: wanted } = opened.request.query;
    const search = await this.#search(opened);
    const page = nearestTag(Object.keys(this.#index.lexicons), wanted ?? opened.lang);
    const isInside = opened.view.inside(opened.request.lock);
    let asked: FoundByWords | undefined;
    for (const isWide of [false, true]) {
      const tags = languagesOf(q, page, this.#index, isWide);
      if (asked?.tags.length === tags.length) break;
      const meanings = await this.#meanings.in(tags, search.isStopWord);
      const senses = meanings.senses(q, page);
      asked = { senses, tags, scores: search.scores(q, senses) };
      if ([...asked.scores.keys()].some(isInside)) break;
    }
    return asked ?? { senses: [], tags: [], scores: new Map() };
  }

  async #answer(opened: Opened, request = opened.request) {
    const { q } = request.query;
    const scores = q ? (await this.#ask(opened, q)).scores : undefined;
    return opened.view.answer(request, scores);
  }

  async #offers(parameters: URLSearchParams): Promise<OffersAnswer> {
    const opened = await this.#open(parameters);
    const { total, offers, facets } = await this.#answer(opened);
    const { words, view } = opened;
    const { providers } = view;
    const directory = this.#directory;
    return { directory, total, offers, providers, terms: words.terms, facets, links: { self: '' } };
  }

  async #professionals(parameters: URLSearchParams): Promise<ProfessionalsAnswer> {
    const { request, view, words } = await this.#open(parameters);
    const { providers } = view;
    const { terms } = words;
    return { directory: this.#directory, ...firstOffers(request, view), providers, terms };
  }

  async #points(parameters: URLSearchParams): Promise<PointsAnswer> {
    const opened = await this.#open(parameters);
    const { query, lock } = opened.request;
    const all = { query: { ...query, limit: Number.MAX_SAFE_INTEGER }, lock };
    const { offers } = await this.#answer(opened, all);
    const { terms } = opened.words;
    const { language } = this.#directory;
    const { providers } = opened.view;
    return {
      directory: this.#directory,
      total: offers.length,
      offers: offers.map((card) => mapOffer(card, { language, providers })),
      points: mapPoints(offers, terms),
      terms,
    };
  }

  async #areas(parameters: URLSearchParams): Promise<unknown> {
    const lang = this.#language(parameters.get('lang') ?? undefined);
    const [areas, { terms }] = await Promise.all([
      this.#load<object>(FILES.areas),
      this.#load<StaticWords>(FILES.words(lang)),
    ]);
    return { directory: this.#directory, areas, terms };
  }

  async #offer(name: string, parameters: URLSearchParams): Promise<OfferAnswer> {
    const slug = await this.#slugOf(name);
    const { offer, provider } = await this.#load<StaticOffer>(FILES.record('offers', slug));
    const { view, words, request } = await this.#open(parameters, { provider: [provider.slug] });
    const card = view.cards.find(({ id }) => id === offer.id);
    if (!card || !view.inside(request.lock)(offer.id)) throw this.#source.refuse(404);
    return { directory: this.#directory, offer, card, provider, terms: words.terms };
  }

  /** The slug of a record that is named by its id or slug. */
  async #slugOf(name: string): Promise<string> {
    if (!UUID.test(name)) return name;
    const slugs = await this.#load<Record<string, string>>(FILES.ids);
    return slugs[name.toLowerCase()] ?? name;
  }

  async #record<Answer extends object>(
    kind: 'providers' | 'networks',
    name: string,
    parameters: URLSearchParams,
  ) {
    const { query } = parseRequest(parameters).request;
    const lang = this.#language(query.lang);
    const slug = await this.#slugOf(name);
    const [{ translated: others = {}, ...own }, { terms, texts }] = await Promise.all([
      this.#load<StaticRecord<Answer>>(FILES.record(kind, slug)),
      this.#load<StaticWords>(FILES.words(lang)),
    ]);
    const answer = { directory: this.#directory, ...own, ...others[lang], terms };
    return { answer, slug, lang, texts };
  }

  async #provider(name: string, parameters: URLSearchParams): Promise<object> {
    const { answer, slug } = await this.#record('providers', name, parameters);
    const key = setKey({ provider: [slug] });
    if (!(key in this.#index.sets)) return { ...answer, offers: 0 };
    const { view } = await this.#open(new URLSearchParams(), { provider: [slug] });
    const lock = { provider: [slug] };
    return { ...answer, offers: view.answer({ query: { limit: 1 }, lock }).total };
  }

  async #network(name: string, parameters: URLSearchParams): Promise<object> {
    const { answer, texts } = await this.#record<NetworkAnswer>('networks', name, parameters);
    const { schedule } = (answer as Pick<NetworkAnswer, 'network'>).network;
    if (!schedule) return { ...answer, upcoming: [] };
    const moment = this.#moment();
    const { calendar } = this.#directory;
    const meetings = upcoming(schedule, calendar, moment.date).filter((each) =>
      isAhead(each, moment),
    );
    const usual = rhythm(schedule, moment.date, texts);
    return { ...answer, upcoming: meetings, ...(usual && { rhythm: usual }) };
  }

  async #question(parameters: URLSearchParams): Promise<QuestionAnswer> {
    if (!parameters.get('q')) return { senses: [], found: [], choices: [] };
    const opened = await this.#open(parameters);
    const { query, lock } = opened.request;
    const { q = '' } = query;
    const { senses, scores, tags } = await this.#ask(opened, q);
    const search = await this.#search(opened);
    const { choices } = await this.#meanings.in(tags, search.isStopWord);
    const isInside = opened.view.inside(lock);
    const answer = {
      senses,
      found: search.words(q, senses, isInside),
      // Where its words stand counts in what was typed, blanks and all.
      choices: offeredChoices(choices(parameters.get('q') ?? '', opened.moment.date), {
        ...opened,
        lock,
      }),
    };
    if ([...scores.keys()].some(isInside)) return answer;
    const near = await this.#meanings.near(search.isStopWord);
    const inside = opened.view.answer({ query: { limit: 1 }, lock });
    return { ...answer, nearest: nearChoices(near(q, senses), inside, lock, opened.words.terms) };
  }
}
