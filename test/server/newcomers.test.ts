import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkTerms, parseRequest, termHeads, type FirstStep } from '@vielfalt/feed';
import { DirectoryRecord } from '@vielfalt/feed/schemas';
import { defaultFirstWeeks, defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { checkFirstWeeks } from '../../server/src/validation/check-directory.js';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';
import { linksTo, visit } from './page-harness.js';

const STEPS: FirstStep[] = [
  {
    label: { de: 'Deutsch lernen', ar: 'تعلّم الألمانية' },
    about: { de: 'Kurse für alle.' },
    query: 'topic=language',
  },
  { label: { de: 'Rat in Ihrer Sprache' }, query: 'kind=course', ownLanguage: true },
  { label: { de: 'Bewegung' }, query: 'topic=sport' },
];

/** A directory with steps of its own, and a course in Arabic after many others. */
function withSteps(firstWeeks: FirstStep[] = STEPS) {
  const changes = example();
  const course = { topics: ['language'], kind: 'course', locations: [{ town: 'witten' }] };
  return {
    ...changes,
    directory: { ...changes.directory, firstWeeks },
    offers: [
      ...changes.offers,
      ...[10, 11, 12].map((n) => offer(n, { title: `Ein Kurs ${n}`, ...course })),
      offer(13, {
        ...{ title: 'Zuletzt', spoken: [{ language: 'ar' }], ...course },
      }),
    ],
  };
}

describe('the page for newly arrived families', () => {
  it('leads through the steps in the office’s order', async (test) => {
    const feed = await startFeed(test, { changes: withSteps() });
    const page = await visit(feed, '/newcomers');
    assert.equal(page.status, 200);
    assert.match(
      page.text,
      /1\. Deutsch lernen Kurse für alle\..*Alle 5 Angebote ansehen 2\. Rat in Ihrer Sprache.*3\. Bewegung/,
    );
    assert.deepEqual(linksTo(page, /Alle 5 Angebote/)[0], '/?topic=language');
    assert.doesNotMatch(page.text, /Zuletzt/);
  });

  it('takes Kurdish offers for those in the language of a Kurmanji page', async (test) => {
    const changes = withSteps();
    const { directory, offers, vocabulary } = changes;
    const kurdish = offers.map((each) =>
      each.title === 'Zuletzt' ? { ...each, spoken: [{ language: 'ku' }] } : each,
    );
    const feed = await startFeed(test, {
      changes: {
        ...changes,
        directory: { ...directory, languages: ['kmr'] },
        vocabulary: {
          ...vocabulary,
          language: [...vocabulary.language, { id: 'ku', label: { de: 'Kurdisch', kmr: 'Kurdî' } }],
        },
        offers: kurdish,
      },
    });
    const page = await visit(feed, '/newcomers?lang=kmr');
    assert.deepEqual(linksTo(page, /Vê pêşniyarê/), ['/?kind=course&spoken=ku&lang=kmr']);
    assert.match(page.text, /Zuletzt .* Kurdî /);
  });

  it('names offers in the reader’s language first, and of some steps these alone', async (test) => {
    const feed = await startFeed(test, { changes: withSteps() });
    const page = await visit(feed, '/newcomers?lang=ar');
    const slugs = [...page.html.matchAll(/href="\/offers\/([a-z0-9-]+)/g)].map(([, slug]) => slug);
    assert.equal(slugs[0], 'offer-13');
    assert.equal(slugs[3], 'offer-13', 'the only one of the second step');
    assert.deepEqual(linksTo(page, /مشاهدة العرض الوحيد/), ['/?kind=course&spoken=ar&lang=ar']);
    assert.match(page.html, /<span lang="de" dir="ltr">Rat in Ihrer Sprache<\/span>/);
    assert.match(page.text, /Zuletzt Verein 1 e\. V\. · دورة · Witten Arabisch /, 'and says so');
    assert.doesNotMatch((await visit(feed, '/newcomers')).text, /Witten Arabisch/);
  });

  it('keeps to a town and to its lock', async (test) => {
    const feed = await startFeed(test, { changes: withSteps() });
    const town = await visit(feed, '/newcomers?place=hattingen');
    assert.match(town.text, /· Hattingen/);
    assert.doesNotMatch(town.text, /Ein Kurs/);
    const elsewhere = await visit(feed, '/newcomers?place=hattingen&within.topic=language');
    assert.match(
      elsewhere.text,
      /Kurse für alle\. Zurzeit gibt es hier keine Angebote\. Alle Orte: Alle 5/,
    );
    assert.deepEqual(
      linksTo(elsewhere, /Alle 5 Angebote/)[0],
      '/?topic=language&within.topic=language',
    );
    assert.deepEqual(linksTo(elsewhere, /^Alle Angebote$/), ['/?within.topic=language']);
    for (const more of ['', '&place=witten', '&place=county', '&vielfalt.place=witten']) {
      const locked = await visit(feed, `/newcomers?within.place=hattingen${more}`);
      assert.doesNotMatch(locked.text, /Ein Kurs|Deutschkurs|Zuletzt/, more);
    }
    const broken = await visit(feed, '/newcomers?within.place=nowhere');
    assert.equal(broken.status, 400);
    assert.doesNotMatch(broken.text, /Deutsch lernen/);
  });

  it('is one link away from the directory, for the same town', async (test) => {
    const feed = await startFeed(test, { changes: withSteps() });
    const page = await visit(feed, '/?place=witten&q=kurs');
    assert.deepEqual(linksTo(page, /^Neu hier: die ersten Wochen$/), ['/newcomers?place=witten']);
  });

  it('leaves steps of our own out that a directory has no words for', async (test) => {
    const feed = await startFeed(test);
    const { text } = await visit(feed, '/newcomers');
    assert.match(text, /1\. Deutsch lernen/);
    assert.doesNotMatch(text, /Wohnung/);
    const { directory } = (await feed.get('/v1/offers')).json<{ directory: object }>();
    assert.ok(!('firstWeeks' in directory), 'cards need none of it');
  });
});

describe('the steps that an office writes', () => {
  const faults = (query: string) => {
    const { directory, vocabulary } = withSteps([{ label: { de: 'Schritt' }, query }]);
    return [...checkFirstWeeks(directory, vocabulary)].map(({ path, reason }) => {
      assert.equal(path, 'directory.firstWeeks[0].query');
      return reason;
    });
  };

  it('ask for offers by what the vocabulary has', () => {
    assert.deepEqual(faults('topic=language,sport&free=yes'), []);
    assert.deepEqual(faults('topic=langauge'), ['is wrong: the directory has no topic "langauge"']);
    assert.deepEqual(faults('topics=language'), ['is wrong: there is no parameter "topics"']);
    assert.deepEqual(faults('topic=language&lang=ar'), ['says more than which offers help']);
    assert.deepEqual(faults('within.topic=language'), ['says more than which offers help']);
  });

  it('are right in our own', () => {
    const { directory } = withSteps([...defaultFirstWeeks]);
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      DirectoryRecord,
    );
    assert.ok(validate(directory), JSON.stringify(validate.errors));
    assert.deepEqual([...checkFirstWeeks(directory, defaultVocabulary)], []);
    const terms = termHeads(defaultVocabulary, 'de', 'de');
    const languages = ['de', 'en', 'ar', 'tr', 'uk', 'pl', 'ro', 'bg', 'ru', 'fr', 'fa', 'kmr'];
    for (const { label, about = {}, query } of defaultFirstWeeks) {
      assert.deepEqual(Object.keys(label), languages);
      assert.deepEqual(Object.keys(about), languages);
      const { request } = parseRequest(new URLSearchParams(query));
      assert.deepEqual(checkTerms(request, terms, new Set()), []);
    }
  });
});
