import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { OffersAnswer, QuestionAnswer } from '@vielfalt/feed';
import { desk, SAMPLE, tei } from './dictionary-desk.js';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';
import { folder } from './fixture.js';

describe('the service with a dictionary', () => {
  const changes = {
    ...example(),
    offers: [
      offer(1, { title: 'Tamburinkreis' }),
      offer(2, { title: 'Teppichweben' }),
      offer(3, { title: 'Deutschkurs' }),
    ],
  };

  test('asks it for words that nothing else knows, and names it', async (context) => {
    const { add, place, vielfalt } = desk(context);
    const feed = await startFeed(context, { changes, dictionaries: join(place, 'dictionaries') });
    const titles = async (q: string) =>
      (await feed.offers(`q=${encodeURIComponent(q)}`)).offers.map(({ title }) => title);
    const senses = async (q: string) =>
      (await feed.get(`/v1/question?q=${encodeURIComponent(q)}`)).json<QuestionAnswer>().senses;
    const footer = async () => (await feed.get('/?lang=de')).body.toString();
    const known = await senses('курс німецької мови для дітей');
    assert.deepEqual(await titles('бубони'), []);

    await add();
    await feed.refresh();
    assert.deepEqual(await titles('бубони'), ['Tamburinkreis']);
    assert.deepEqual(await titles('килимарство'), ['Teppichweben']);
    assert.deepEqual(await senses('курс бубонів'), [
      ...(await senses('курс')),
      { asked: 'бубонів', language: 'uk', means: ['Tamburin'] },
    ]);
    // What is known already means what it did.
    assert.deepEqual(await senses('курс німецької мови для дітей'), known);
    const { directory } = (await feed.get('/v1/offers')).json<OffersAnswer>();
    assert.equal(
      directory.attribution,
      'Wörterbücher der Suche: Ukrainian-German sample dictionary (CC BY-SA 4.0)',
    );
    assert.ok(
      (await footer()).includes(
        'Wörterbücher der Suche: <bdi><a href="https://sample.example.org/">Ukrainian-German sample dictionary</a> (<a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>)</bdi>',
      ),
    );
    // A second one of the same name is not named again.
    await vielfalt(['dictionary', 'add', '-', '--language', 'uk'], { stdin: SAMPLE });
    await feed.refresh();
    assert.equal((await footer()).split('Ukrainian-German sample dictionary').length, 2);
    await vielfalt(['dictionary', 'remove', 'uk']);

    // The office's own words win.
    const lexicon = [{ german: 'Teppichweben', words: { uk: ['бубон'] } }];
    await feed.publish({ lexicon });
    assert.deepEqual(await titles('бубони'), ['Teppichweben']);
    await feed.publish({ lexicon: [] });

    await vielfalt(['dictionary', 'remove', 'ukr-deu']);
    await feed.refresh();
    assert.deepEqual(await titles('бубони'), []);
    assert.doesNotMatch(await footer(), /sample dictionary/);
  });

  test('asks all dictionaries of a language, and puts together what they have', async (context) => {
    const { add, place, write, vielfalt } = desk(context, tei({ dubok: 'Kanne' }), 'a.tei');
    write('b.tei', tei({ dubok: 'Tamburin; Kanne', dubokar: 'Gabel', vinkok: 'Teppichweben' }));
    await add('--language', 'sv');
    await vielfalt(['dictionary', 'add', 'b.tei', '--language', 'sv']);
    const feed = await startFeed(context, { changes, dictionaries: join(place, 'dictionaries') });
    const means = async (q: string) =>
      (await feed.get(`/v1/question?q=${q}`))
        .json<QuestionAnswer>()
        .senses.map((sense) => sense.means);
    assert.deepEqual(await means('dubok'), [['Kanne', 'Tamburin']]);
    assert.deepEqual(await means('vinkok'), [['Teppichweben']]);
    const { offers } = await feed.offers('q=dubok');
    assert.deepEqual(
      offers.map(({ title }) => title),
      ['Tamburinkreis'],
    );
  });

  test('does not read German as another language', async (context) => {
    const english = tei({ tombola: 'Verlosung', hang: 'hängen', gazebo: 'Pavillon' });
    const { add, place } = desk(context, english, 'eng-deu.tei');
    const offers = [...changes.offers, offer(4, { title: 'Große Tombola' })];
    const options = { changes: { ...changes, offers }, dictionaries: join(place, 'dictionaries') };
    await add();
    const feed = await startFeed(context, options);
    const senses = async (q: string) =>
      (await feed.get(`/v1/question?q=${encodeURIComponent(q)}`)).json<QuestionAnswer>().senses;
    // It stands in the directory; in a German question short words are no other language's.
    assert.deepEqual(await senses('Tombola'), []);
    assert.deepEqual(
      (await senses('Deutschkurs mit Hang')).filter(({ language }) => language === 'en'),
      [],
    );
    // Its consonants are those of an Arabic word, which is less than the word itself.
    assert.deepEqual((await senses('gazebo'))[0]?.means, ['Pavillon']);
  });

  test('goes on where there is no folder of dictionaries but a file', async (context) => {
    const place = folder(context);
    writeFileSync(join(place, 'dictionaries'), '');
    const feed = await startFeed(context, { changes, dictionaries: join(place, 'dictionaries') });
    await feed.refresh();
    assert.equal((await feed.offers('')).total, 3);
    assert.equal(feed.logged().match(/should be a folder.*/g)?.length, 1, 'said once');
  });

  test('goes on without one that cannot be read', async (context) => {
    const place = folder(context);
    mkdirSync(join(place, 'dictionaries'));
    writeFileSync(join(place, 'dictionaries', 'broken.words'), 'no JSON\n');
    const feed = await startFeed(context, { changes, dictionaries: join(place, 'dictionaries') });
    assert.equal((await feed.offers('')).total, 3);
    assert.match(feed.logged(), /broken\.words/);
  });
});
