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
function senses(q: string, own: OwnLexicon, lang?: string) {
  const understand = createUnderstanding(
    german,
    withOwnWords(languages, own, () => forms),
    {
      own: new OwnGerman(own, (word) => forms.stopWords.has(word)),
    },
  );
  return understand(q, lang).map(({ asked, language: tag, means }) => [asked, tag, means]);
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

  test('another language’s word is what they stand for, not what else that is called', () => {
    assert.deepEqual(senses('ЮМС', jmb), [['юмс', 'uk', ['Jugendmigrationsdienst']]]);
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
    assert.deepEqual(senses('Wo ist der Hof?', hof), [['hof', 'de-x-own', means]]);
    assert.deepEqual(senses('Haus am Hof', hof), [['haus am hof', 'de-x-own', means]]);
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

  test('win over what the word is in another language, in any inflection', () => {
    const own = [{ german: 'Schulgarten', words: { uk: ['yard', 'курс'] } }];
    assert.deepEqual(senses('yard', []), [['yard', 'en', ['Garten']]]);
    assert.deepEqual(senses('yard', own), [['yard', 'uk', ['Schulgarten']]]);
    assert.deepEqual(senses('yardку', own), [['yardку', 'uk', ['Schulgarten']]]);
    assert.deepEqual(senses('german course yard', own)[0]?.[1], 'en');
  });

  test('the language of the page decides between two that know a word', () => {
    const own = [{ german: 'Hof', words: { en: ['сад'], uk: ['сад'] } }];
    assert.deepEqual(senses('сад', own, 'en')[0]?.[1], 'en');
    assert.deepEqual(senses('сад', own, 'uk')[0]?.[1], 'uk');
    assert.deepEqual(senses('довідка', [], 'en')[0]?.[1], 'uk');
    const guessed = [{ german: 'Glocke', words: { uk: ['дзвір'] } }];
    assert.deepEqual(senses('dzvir dzvir dzvir yard yards', guessed, 'uk')[0]?.[1], 'en');
  });

  const forms: [own: string, typed: string[]][] = [
    ['Drachis', ['Drachi', 'drachis']],
    ['Muddi', ['Muddis']],
    ['Käseigel', ['Käseigeln', 'Kaeseigel', 'Käse-Igel', 'Käse Igel']],
    ['Ü30', ['Ü-30', 'ü 30', 'UE30']],
    ['Ü-30', ['Ü30']],
    ['KIEZ', ['K.I.E.Z.', 'k i e z', 'K-I-E-Z']],
    ['K.I.E.Z.', ['KIEZ', 'kiez']],
    ['KI-Büro', ['kibuero', 'KI Büros', 'Kibüro']],
    ['Cafeklatsch', ['Cafe Klatsch', 'Café-Klatsch']],
    ['Cafe Klatsch', ['Cafeklatsch', 'café klatsch']],
    ['Schülerclub', ['Schüler*innenclub', 'Schülerinnen-Club', 'Schüler:innen-Club']],
    ['Schüler*innenclub', ['Schülerclub', 'Schülerinnenclub']],
    ['Haus St. Anna', ['Haus Sankt Anna', 'haus st anna']],
    ['Tür-an-Tür', ['Tür an Tür', 'türantür']],
  ];
  for (const [word, all] of forms) {
    test(`${word} is found by ${all.join(', ')}`, () => {
      const own = [{ german: 'Ziegenkäse', words: { de: [word] } }];
      for (const q of all) {
        const found = senses(`Wo ist ${q}?`, own).map(([, tag, means]) => [tag, means]);
        assert.deepEqual(found, [['de-x-own', ['Ziegenkäse']]], q);
      }
    });
  }

  test('short words are not found in others', () => {
    const own = [{ german: 'Ziegenkäse', words: { de: ['KIS', 'im Takt', 'Haus am Hof'] } }];
    for (const q of ['KI', 'Taktik', 'Haus', 'Haushof', 'am Hof']) {
      assert.deepEqual(senses(q, own), [], q);
    }
  });

  test('one word that means a thousand is looked for as the first four', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => ({
      german: `Kurshilfe wq${at}`,
      words: { de: ['JMB'], uk: ['ЮМС'] },
    }));
    const four = many.slice(0, 4).map(({ german: head }) => head);
    assert.deepEqual(senses('JMB', many), [['jmb', 'de-x-own', four]]);
    assert.deepEqual(senses('ЮМС', many), [['юмс', 'uk', four]]);
  });

  test('of a German word with a thousand others, each leads to it, and it to the first four', () => {
    const others = Array.from({ length: 1_000 }, (_, at) => `Kurshilfe wq${at}`);
    const own = [{ german: 'Ziegenkäse', words: { de: others } }];
    assert.deepEqual(senses('Ziegenkäse', own)[0]?.[2], others.slice(0, 4));
    assert.deepEqual(senses('Kurshilfe wq99', own), [
      ['kurshilfe wq99', 'de-x-own', ['Ziegenkäse']],
    ]);
  });
});
