import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import {
  addDays,
  type Card,
  type OffersAnswer,
  type ProfessionalsAnswer,
  type QueryProblem,
} from '@vielfalt/feed';
import {
  StaticFeed,
  type StaticDictionary,
  type StaticIndex,
  type StaticSearch,
} from '@vielfalt/feed/static';
import { importFile, openStore } from '@vielfalt/server';
import { demoDirectory } from '../../demo/directory.mjs';
import { SiteSource } from '../../server/src/answers/site-source.js';
import type { Site } from '../../server/src/answers/site.js';
import { Publisher } from '../../server/src/answers/publisher.js';
import { createAsk, type AskService } from '../../server/src/static/ask.js';
import { dataFiles } from '../../server/src/static/data.js';
import { locksFor } from '../../server/src/static/locks.js';
import { MONDAY_NOON } from './example.js';

const DAY = 86_400_000;

/** What a static feed has refused. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problems: QueryProblem[] = [],
  ) {
    super(String(status));
  }
}

let publisher: Publisher;
let files: Map<string, string>;
/** The time at which both are asked. */
let now = MONDAY_NOON;
let asked: string[];

function siteAt(): Site {
  return new SiteSource(publisher, () => now, undefined).now();
}

const service: AskService = (address) => {
  const site = siteAt();
  const rest = {
    logos: undefined,
    parts: undefined,
    isStopping: () => false,
    lostSince: () => undefined,
    preparingFails: () => false,
    isInStore: () => false,
  };
  return createAsk({ ...rest, widgetFiles: new Map(), site: () => site })(address);
};

/** A visitor's feed that has asked nothing yet. */
function openFeed(): StaticFeed {
  asked = [];
  const read = (path: string) => {
    const text = files.get(path);
    if (text === undefined) throw new Refusal(404);
    asked.push(path);
    return JSON.parse(text) as unknown;
  };
  return new StaticFeed(read('v1/offers') as StaticIndex, {
    load: async (path) => read(path),
    now: () => now,
    refuse: (status, problems) => new Refusal(status, problems),
  });
}

before(async () => {
  const store = await openStore('sqlite::memory:');
  await importFile(store, demoDirectory('2026-11-23'), { now });
  publisher = new Publisher(store, () => now);
  await publisher.check();
  const site = siteAt();
  const locks = await locksFor(['place=witten', 'topic=language&place=witten'], site);
  files = new Map();
  for await (const { path, body } of dataFiles({ site, ask: service, locks, lexicon: [] })) {
    files.set(path, String(body));
  }
  await store.close();
});

const shown = ({ offers }: Pick<OffersAnswer, 'offers'>) =>
  offers.map(({ id, translation, upcoming, rhythm }: Card) => ({
    ...{ id, translation: translation?.language },
    ...{ upcoming, rhythm },
  }));

/** What counts of an answer, from the service and from the files. */
async function both(path: string): Promise<[service: OffersAnswer, files: OffersAnswer]> {
  const { body } = await service(`/${path}`);
  const answer = await openFeed().answer(path);
  return [body as OffersAnswer, answer as OffersAnswer];
}

const SAME: [what: string, query: string][] = [
  ['the whole directory', 'limit=100'],
  ['a lock', 'within.place=witten'],
  ['a lock of several', 'within.place=witten,hattingen&within.audience=women'],
  ['a narrower lock than any set has', 'within.place=witten-annen&topic=sport'],
  ['where it happens', 'within.at=witten&sort=title&page=2'],
  ['a provider, and a choice', 'within.provider=vhs-huegelland&day=mo,tu&free=yes'],
  ['another language', 'within.place=witten&lang=ar&limit=100'],
  ['a language that nobody has texts in', 'within.place=witten&lang=xx'],
  ['a misspelt word', 'within.place=witten&q=Deutschkrus'],
  [
    'a question in Arabic',
    'within.place=witten&q=%D8%AF%D9%88%D8%B1%D8%A9%20%D9%84%D8%BA%D8%A9%20%D8%A3%D9%84%D9%85%D8%A7%D9%86%D9%8A%D8%A9&lang=ar',
  ],
  [
    'a question in Ukrainian on a German page',
    'q=%D0%BA%D1%83%D1%80%D1%81%D0%B8%20%D0%BD%D1%96%D0%BC%D0%B5%D1%86%D1%8C%D0%BA%D0%BE%D1%97',
  ],
  ['words that are a filter', 'q=kostenlos%20Sport%20Witten'],
];

describe('a static feed answers as the service does', () => {
  for (const [what, query] of SAME) {
    it(what, async () => {
      const [expected, found] = await both(`v1/offers?${query}`);
      assert.equal(found.total, expected.total);
      assert.deepEqual(shown(found), shown(expected));
      assert.deepEqual(found.facets, expected.facets);
    });
  }

  it('on another day, without what has ended', async (test) => {
    const before = now;
    test.after(() => (now = before));
    const [today] = await both('v1/offers?limit=100&sort=next');
    now += 40 * DAY;
    const [expected, found] = await both('v1/offers?limit=100&sort=next');
    assert.notDeepEqual(shown(expected), shown(today));
    assert.equal(found.total, expected.total);
    assert.deepEqual(shown(found), shown(expected));
    const date = addDays('2026-12-01', 30);
    for (const { upcoming = [] } of found.offers) {
      for (const { start, end } of upcoming) assert.ok((end ?? start) > date, start);
    }
  });

  it('what a question means', async () => {
    for (const q of ['Deutschkrus in Witten', 'курси німецької', 'قطر بيتزا', 'xyzzy']) {
      const path = `v1/question?${String(new URLSearchParams({ q, 'within.place': 'witten' }))}`;
      const { body } = await service(`/${path}`);
      assert.deepEqual(await openFeed().answer(path), JSON.parse(JSON.stringify(body)), q);
    }
  });

  it('one offer, by slug and by id, in a language', async () => {
    const [{ offers }] = await both('v1/offers?limit=3&lang=en');
    for (const { id, slug } of offers) {
      const { body } = await service(`/v1/offers/${slug}?lang=en`);
      const { offer, card, provider } = body as Record<string, unknown>;
      for (const name of [id, slug]) {
        const found = (await openFeed().answer(`v1/offers/${name}?lang=en`)) as object;
        assert.deepEqual(
          JSON.parse(JSON.stringify({ ...found, directory: 0, terms: 0 })),
          JSON.parse(JSON.stringify({ offer, card, provider, directory: 0, terms: 0 })),
        );
      }
    }
  });

  it('providers, networks and the map', async () => {
    const [first] = await siteAt().answers.networks();
    const network = first?.network.slug ?? '';
    for (const path of [
      'v1/providers/vhs-huegelland?lang=uk',
      `v1/networks/${network}?lang=en`,
      'v1/points?within.place=witten&topic=sport',
      'v1/areas?lang=de',
    ]) {
      const { body } = await service(`/${path}`);
      const found = (await openFeed().answer(path)) as object;
      const without = (answer: object) =>
        JSON.parse(JSON.stringify({ ...answer, directory: 0, terms: 0 })) as unknown;
      assert.deepEqual(without(found), without(body as object), path);
    }
  });
});

describe('for those who help', () => {
  it('are the same offers as the service has; the rest is left out', async () => {
    for (const query of ['', '?place=witten', '?within.topic=language&lang=uk']) {
      const path = `v1/professionals${query}`;
      const ids = ({ offers, practice, newest }: ProfessionalsAnswer) =>
        [offers, practice, newest].map(
          (each) => each && [each.total, each.offers.map(({ id }) => id)],
        );
      const { body } = await service(`/${path}`);
      const found = (await openFeed().answer(path)) as ProfessionalsAnswer;
      assert.deepEqual(ids(found), ids(body as ProfessionalsAnswer), path);
      assert.equal(found.missing ?? found.networks, undefined);
    }
  });
});

describe('a lock of a static feed', () => {
  it('leaves out what its file has besides', async () => {
    const inside = new Set(
      (await siteAt().answers.within({ place: ['witten-annen'] }, 'de')).map(({ id }) => id),
    );
    const feed = openFeed();
    const { offers, total } = (await feed.answer(
      'v1/offers?within.place=witten-annen&limit=100',
    )) as OffersAnswer;
    assert.ok(total > 0);
    assert.ok(offers.every(({ id }) => inside.has(id)));
    const all = await siteAt().answers.within({}, 'de');
    const outside = all.find(({ id }) => !inside.has(id));
    await assert.rejects(
      feed.answer(`v1/offers/${outside?.slug}?within.place=witten-annen`),
      ({ status }: Refusal) => status === 404,
    );
  });

  it('that is not understood shows nothing, and says what was meant', async () => {
    await assert.rejects(openFeed().answer('v1/offers?within.place=wittn'), (error: Refusal) => {
      assert.equal(error.status, 400);
      assert.equal(error.problems[0]?.parameter, 'within.place');
      assert.equal(error.problems[0].nearest, 'witten');
      return true;
    });
  });

  it('is answered from the whole directory where its own file has gone meanwhile', async () => {
    const path = `v1/sets/${fileOf()}.json`;
    const lost = files.get(path) ?? '';
    const lock = 'v1/offers?within.place=witten&within.topic=language';
    const before = (await openFeed().answer(lock)) as OffersAnswer;
    files.delete(path);
    try {
      const { total, offers } = (await openFeed().answer(lock)) as OffersAnswer;
      assert.deepEqual([total, offers], [before.total, before.offers]);
    } finally {
      files.set(path, lost);
    }
  });

  it('has a search of no other words than its offers have', () => {
    const read = (path: string) => JSON.parse(files.get(path) ?? '') as StaticSearch;
    const { dictionary, parts } = read(`v1/search/${fileOf()}.json`);
    const { words } = JSON.parse(
      files.get(`v1/search/words-${dictionary}.json`) ?? '',
    ) as StaticDictionary;
    for (const { places } of parts) {
      assert.ok(places.length < words.split(' ').length / 2);
      assert.ok(places.every((each) => each.length > 0));
    }
  });

  it('is answered from its own file, and no search is loaded before words are asked', async () => {
    const feed = openFeed();
    await feed.answer('v1/offers?within.place=witten&within.topic=language');
    assert.deepEqual(
      asked,
      ['v1/offers', 'v1/words/de.json', 'v1/sets/place=witten&topic=language.json'].map((path) =>
        path.replace('place=witten&topic=language', fileOf()),
      ),
    );
    await feed.answer('v1/offers?within.place=witten&within.topic=language&topic=sport');
    assert.equal(asked.length, 3);
  });
});

/** The name of the file of the lock that two names make, in their own order. */
function fileOf(): string {
  const path = [...files.keys()].find((each) => /sets\/(?=.*place=witten)(?=.*topic=)/.test(each));
  return /sets\/(.*)\.json/.exec(path ?? '')?.[1] ?? '';
}
