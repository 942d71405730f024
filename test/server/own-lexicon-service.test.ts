import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OwnLexicon, QuestionAnswer } from '@vielfalt/feed';
import { example, offer, provider } from './example.js';
import { startFeed } from './feed-harness.js';
import { LEXICON } from './own-lexicon-office.js';

describe('in the running service', () => {
  const changes = {
    ...example(),
    providers: [
      provider(1, { name: 'Kulturzentrum Lindenhof' }),
      provider(2, { name: 'Jugendmigrationsdienst Beispiel' }),
    ],
    offers: [offer(1, { title: 'Nähtreff' }), offer(2, { provider: provider(2).id })],
  };

  test('words count with the next revision, and are gone with the one after', async (context) => {
    const feed = await startFeed(context, { changes });
    const titles = async (q: string) =>
      (await feed.offers(`q=${encodeURIComponent(q)}`)).offers.map(({ title }) => title);
    const means = async (q: string) =>
      (await feed.get(`/v1/question?q=${encodeURIComponent(q)}`))
        .json<QuestionAnswer>()
        .senses.flatMap((sense) => sense.means);
    assert.deepEqual(await titles('двір'), []);
    await feed.publish({ lexicon: LEXICON });
    assert.deepEqual(await titles('двір'), ['Nähtreff']);
    assert.deepEqual(await titles('wo ist der Hof'), ['Nähtreff']);
    assert.deepEqual(await titles('مركز الشباب'), ['Angebot 2']);
    assert.deepEqual(await titles('JMB'), ['Angebot 2']);
    assert.equal((await means('JMB'))[0], 'Jugendmigrationsdienst');
    await feed.publish({ lexicon: [] });
    assert.deepEqual(await titles('JMB'), []);
    assert.deepEqual(await means('двір'), []);
  });

  test('what the office says wins, and else the language that is asked for', async (context) => {
    const feed = await startFeed(context, { changes });
    const means = async (q: string, lang: string) =>
      (await feed.get(`/v1/question?${new URLSearchParams({ q, lang }).toString()}`))
        .json<QuestionAnswer>()
        .senses.map((sense) => [sense.language, sense.means[0]]);
    assert.deepEqual(await means('сад', 'de'), [['ru', 'Garten']]);
    assert.equal((await means('сад', 'uk'))[0]?.[0], 'uk');
    const lexicon: OwnLexicon = [
      { german: 'Nähtreff', words: { uk: ['сад'], tr: ['sohbet', 'ders'], kmr: ['nan'] } },
    ];
    await feed.publish({ lexicon });
    for (const [q, tag] of [
      ['сад', 'uk'],
      ['sohbet', 'tr'],
      ['ders', 'tr'],
      ['nan', 'kmr'],
    ] as const) {
      assert.deepEqual(await means(q, 'de'), [[tag, 'Nähtreff']], q);
      const found = await feed.offers(new URLSearchParams({ q, lang: 'de' }).toString());
      assert.equal(found.offers[0]?.title, 'Nähtreff', q);
    }
  });

  test('lists are searched in the language that they are asked for in', async (context) => {
    const feed = await startFeed(context, { changes });
    await feed.publish({
      lexicon: [
        { german: 'Nähtreff', words: { uk: ['лава'] } },
        { german: 'Angebot', words: { ru: ['лава'] } },
      ],
    });
    const titles = async (lang: string) =>
      (await feed.offers(new URLSearchParams({ q: 'лава', lang }).toString())).offers.map(
        ({ title }) => title,
      );
    assert.deepEqual(await titles('uk'), ['Nähtreff']);
    assert.deepEqual(await titles('uk-UA'), ['Nähtreff']);
    assert.deepEqual(await titles('ru'), ['Angebot 2']);
  });

  test('a word with thousands of meanings keeps nobody waiting', async (context) => {
    const feed = await startFeed(context, { changes });
    const lexicon: OwnLexicon = Array.from({ length: 9_000 }, (_, at) => ({
      german: `Kurshilfe wq${at}`,
      words: { de: ['JMB'], uk: ['ЮМС'] },
    }));
    await feed.publish({ lexicon });
    for (const q of ['JMB', 'ЮМС']) {
      const answer = await feed.get(`/v1/question?q=${encodeURIComponent(q)}`);
      assert.equal(answer.json<QuestionAnswer>().senses[0]?.means.length, 4);
      assert.ok(answer.body.length < 2_000, q);
    }
  });
});
