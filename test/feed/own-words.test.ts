import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OwnLexicon } from '@vielfalt/feed';
import {
  Lexicon,
  OwnGerman,
  createUnderstanding,
  readConcepts,
  withOwnWords,
  type GermanData,
  type LanguageData,
} from '@vielfalt/feed/meaning';

const forms: Omit<LanguageData, 'tag' | 'concepts'> = {
  stopWords: new Set(['wo', 'ist', 'der', 'де']),
  endings: ['и', 'ку', 'ка', 's'],
  beginnings: [],
  latin: new Map([...'дзвір'].map((letter, at) => [letter, 'dzvir'[at] ?? ''])),
};

function language(tag: string, lexicon: string[]): GermanData {
  return { tag, concepts: readConcepts(lexicon), asides: new Set(), ...forms };
}

const german = language('de', ['Jugendamt: Jugendbehörde', 'Zeugnis:', 'Treff: Café']);
const languages = [
  language('en', ['Garten: yard', 'Kurs: course', 'Deutschkurs: german course']),
  language('uk', ['Zeugnis: довідка; атестат', 'Kurs: курс']),
].map((data) => new Lexicon(data));

/** What a question means with words of the office's own: what is asked, in which language, and what it means. */
function senses(q: string, own: OwnLexicon) {
  const understand = createUnderstanding(
    german,
    withOwnWords(languages, own, () => forms),
    {
      own: new OwnGerman(own, (word) => forms.stopWords.has(word)),
    },
  );
  return understand(q).map(({ asked, language: tag, means }) => [asked, tag, means]);
}

describe('words of the office’s own', () => {
  const jmb = [{ german: 'Jugendmigrationsdienst', words: { de: ['JMB'], uk: ['ЮМС'] } }];

  test('an abbreviation is what it stands for, and the other way round', () => {
    assert.deepEqual(senses('JMB', jmb), [['jmb', 'de-x-own', ['Jugendmigrationsdienst']]]);
    assert.deepEqual(senses('Jugendmigrationsdienst', jmb), [
      ['jugendmigrationsdienst', 'de', ['JMB']],
    ]);
    assert.deepEqual(senses('JMB', []), []);
  });

  test('another language’s word is what they stand for, with what else that is called', () => {
    assert.deepEqual(senses('ЮМС', jmb), [['юмс', 'uk', ['Jugendmigrationsdienst', 'JMB']]]);
  });

  test('a German one stands in a question of any language', () => {
    const found = senses('курс JMB', jmb);
    assert.deepEqual(found, [
      ['курс', 'uk', ['Kurs']],
      ['jmb', 'de-x-own', ['Jugendmigrationsdienst']],
    ]);
  });

  test('names of several words, without the article, in the genitive', () => {
    const hof = [{ german: 'Kulturzentrum Lindenhof', words: { de: ['der Hof', 'Haus am Hof'] } }];
    const means = ['Kulturzentrum Lindenhof'];
    assert.deepEqual(senses('Wo ist der Hof?', hof), [
      ['hof', 'de-x-own', [...means, 'Haus am Hof']],
    ]);
    assert.deepEqual(senses('Haus am Hof', hof), [
      ['haus am hof', 'de-x-own', [...means, 'der Hof']],
    ]);
    assert.deepEqual(senses('Kulturzentrum Lindenhofs', hof)[0]?.[2], ['der Hof', 'Haus am Hof']);
  });

  test('win where both know a word, in any inflection', () => {
    const own = [{ german: 'Bescheinigung', words: { uk: ['довідка'] } }];
    assert.deepEqual(senses('довідка', []), [['довідка', 'uk', ['Zeugnis']]]);
    assert.deepEqual(senses('довідка', own), [['довідка', 'uk', ['Bescheinigung']]]);
    assert.deepEqual(senses('довідку', own), [['довідку', 'uk', ['Bescheinigung']]]);
    assert.deepEqual(senses('атестат', own), [['атестат', 'uk', ['Zeugnis']]]);
  });

  test('win for a German word too, and add to what another is called', () => {
    const own = [
      { german: 'Bürgertreff', words: { de: ['Treff'] } },
      { german: 'Jugendamt', words: { de: ['FB 51'] } },
    ];
    assert.deepEqual(senses('Treff', own), [['treff', 'de-x-own', ['Bürgertreff']]]);
    assert.deepEqual(senses('Jugendamt', own), [['jugendamt', 'de', ['FB 51', 'jugendbehorde']]]);
    assert.deepEqual(senses('FB 51', own), [['fb 51', 'de-x-own', ['Jugendamt', 'jugendbehorde']]]);
  });

  test('a longer phrase of the known ones stays', () => {
    const own = [{ german: 'Speisekarte', words: { en: ['german'] } }];
    assert.deepEqual(senses('german course', own), [['german course', 'en', ['Deutschkurs']]]);
  });

  test('in Latin letters', () => {
    const own = [{ german: 'Glocke', words: { uk: ['дзвір'] } }];
    assert.deepEqual(senses('dzvir', own), [['dzvir', 'uk', ['Glocke']]]);
  });
});
