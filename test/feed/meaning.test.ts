import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  Lexicon,
  createUnderstanding,
  readConcepts,
  type GermanData,
} from '@vielfalt/feed/meaning';

function language(tag: string, lexicon: string[], more: Partial<GermanData> = {}): GermanData {
  return {
    tag,
    concepts: readConcepts(lexicon),
    stopWords: new Set(),
    endings: [],
    beginnings: [],
    latin: new Map(),
    asides: new Set(),
    ...more,
  };
}

const CYRILLIC = 'к k у u р r с s и i н n і i м m е e ц ts ь - о o ї i';
const latin = new Map(
  [...CYRILLIC.matchAll(/(\S+) (\S+)/g)].map(([, letter = '', written = '']) => [
    letter,
    written.replace('-', ''),
  ]),
);

const german = language('de', ['Kurs: Lehrgang', 'Deutschkurs:', 'Kindergarten: Kita'], {
  stopWords: new Set(['fur', 'mit', 'wo']),
});
const others = [
  language(
    'uk',
    ['Kurs: курс', 'Deutschkurs: курс німецької мови; курс німецької', 'Kind: дитина; діти'],
    {
      stopWords: new Set(['де', 'для', 'є']),
      endings: ['и', 'ів', 'оі', 'еи'],
      latin,
    },
  ),
  language('tr', ['Deutschkurs: almanca kursu', 'Frau: kadın'], {
    stopWords: new Set(['icin']),
    endings: ['lar', 'u', 'lari'],
  }),
];
const understand = createUnderstanding(
  german,
  others.map((data) => new Lexicon(data)),
);

const senses = (q: string) => understand(q).map(({ asked, means }) => [asked, means]);

describe('what a question means', () => {
  test('the longest phrase counts, in any inflection', () => {
    assert.deepEqual(senses('курси німецької'), [['курси німецькоі', ['Deutschkurs']]]);
    assert.deepEqual(senses('курсів'), [['курсів', ['Kurs', 'lehrgang']]]);
  });

  test('a phrase as long as a sentence, its stop words counted', () => {
    const words = ['Arbeitsuchende: persoană în căutarea unui loc de muncă'];
    const stopWords = new Set(['in', 'unui', 'de']);
    const lexicon = new Lexicon(language('ro', words, { stopWords }));
    const romanian = createUnderstanding(german, [lexicon]);
    assert.deepEqual(
      romanian('persoană în căutarea unui loc de muncă').map(({ means }) => means),
      [['Arbeitsuchende'], [], [], []],
    );
  });

  test('its stop words tell nothing', () => {
    const found = new Map(
      understand('де курси для дітей').map(({ asked, means }) => [asked, means]),
    );
    assert.deepEqual(found.get('де'), []);
    assert.deepEqual(found.get('для'), []);
    assert.deepEqual(found.get('дітеи'), ['Kind']);
  });

  test('without the dots and accents that a telephone makes hard', () => {
    assert.deepEqual(senses('ALMANCA KURSU'), [['almanca kursu', ['Deutschkurs']]]);
    assert.deepEqual(senses('kadin'), [['kadin', ['Frau']]]);
  });

  test('another script in Latin letters', () => {
    assert.deepEqual(senses('kursy nimetskoyi'), [['kursy nimetskoyi', ['Deutschkurs']]]);
  });

  test('with German words among them', () => {
    const found = new Map(
      understand('kadınlar Kita Hattingen').map(({ asked, means }) => [asked, means]),
    );
    assert.deepEqual(found.get('kadinlar'), ['Frau']);
  });

  test('a German question stays German, with what else is called so', () => {
    assert.deepEqual(senses('Kita'), [['kita', ['Kindergarten']]]);
    assert.deepEqual(senses('Deutschkurs'), []);
  });

  test('a German word as it is typed, in a phrase and as a verb', () => {
    const concepts = [
      'Krieg: Bürgerkrieg',
      'bekommen: kriegen',
      'begleiten: mitgehen',
      'Bildung und Teilhabe: BuT',
    ];
    const stopWords = new Set(['und']);
    const read = createUnderstanding(language('de', concepts, { stopWords }), []);
    const means = (q: string) => read(q).map(({ asked, means: all }) => [asked, all]);
    assert.deepEqual(means('Krieg'), [['krieg', ['burgerkrieg']]]);
    assert.deepEqual(means('kriegen'), [['kriegen', ['bekommen']]]);
    assert.deepEqual(means('begleitet'), [['begleitet', ['begleiten', 'mitgehen']]]);
    assert.deepEqual(means('Bildung und Teilhabe'), [['bildung und teilhabe', ['but']]]);
  });

  test('who asks counts less than what for, a phrase more, and "go" nothing', () => {
    const own = language('de', ['Sohn:', 'gehen: verlassen', 'Deutschkurs:'], {
      stopWords: new Set(['gehen']),
      asides: new Set(['sohn']),
    });
    const other = ['Sohn: oğlum', 'gehen: gitmek', 'Deutschkurs: almanca kursu'];
    const read = createUnderstanding(own, [new Lexicon(language('tr', other))]);
    const [son, course, go, age] = read('oğlum almanca kursu gitmek 15');
    assert.ok((son?.weight ?? 1) < 1, 'the son');
    assert.ok((course?.weight ?? 1) > 1, 'the phrase');
    assert.deepEqual(go?.means, []);
    assert.ok((age?.weight ?? 1) < 1, 'his age');
  });

  test('nothing known', () => {
    for (const q of ['', '?!', 'xyzzy', '12345']) assert.deepEqual(senses(q), [], q);
  });
});

test('a line without a colon is named', () => {
  assert.throws(() => readConcepts(['Kurs курс']), /"Kurs курс" has no German word/);
});
