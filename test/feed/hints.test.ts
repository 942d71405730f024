import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meaningsOf, spansOfStems } from '@vielfalt/feed/hints';
import { tokens } from '@vielfalt/feed/search';

/** What is marked in a text for what somebody has typed. */
function marked(text: string, typed: string): string[] {
  const stems = new Set(tokens(typed).map(({ stem }) => stem));
  return spansOfStems(text, stems).map(([from, to]) => text.slice(from, to));
}

describe('The words of a text as they are written', () => {
  for (const [what, text, typed, found] of [
    ['inflected', 'Beratungen, Beratung!', 'beratung', ['Beratungen', 'Beratung']],
    ['with umlauts', '(Nähen) in Gütersloh', 'naehen gutersloh', ['Nähen', 'Gütersloh']],
    ['in capitals', 'DEUTSCHKURS', 'deutschkurs', ['DEUTSCHKURS']],
    [
      'after letters that folding makes longer',
      'ﬁﬁﬁ ßßß Straßenfest',
      'strassenfest',
      ['Straßenfest'],
    ],
    [
      'for both genders',
      'Für Schüler*innen und Lehrer/-innen',
      'schueler lehrer',
      ['Schüler*innen', 'Lehrer/-innen'],
    ],
    ['with hyphens', 'Ein Deutsch-Kurs', 'deutschkurs', ['Deutsch-Kurs']],
    ['parts of a hyphenated one', 'Eltern-Kind-Gruppe', 'eltern', ['Eltern']],
    ['with soft hyphens', 'Der Deutsch\u00adkurs', 'deutschkurs', ['Deutsch\u00adkurs']],
    ['with accents apart', 'Cafe\u0301 am Markt', 'café', ['Cafe\u0301']],
    ['with signs', 'C++ und C', 'c++', ['C++']],
    ['Arabic, with vowel signs', 'دَوْرَة لغة', 'دورة', ['دَوْرَة']],
    ['Persian, with joiners', 'کلاس خانه\u200cداری', 'خانه\u200cداري', ['خانه\u200cداری']],
    ['Ukrainian, with an apostrophe', "Уся сім'я разом", 'сім’я', ["сім'я"]],
    ['others', 'Sprachcafé', 'deutsch', []],
  ] as const) {
    it(`are found: ${what}`, () => assert.deepEqual(marked(text, typed), [...found]));
  }

  it('stand in what a question means as they were typed', () => {
    const sense = { language: 'uk', means: ['Deutschkurs'] };
    assert.deepEqual(
      meaningsOf('Де є Курси  німецької?', [{ ...sense, asked: 'курси німецькоі' }]),
      [{ asked: 'Курси  німецької', ...sense }],
    );
    assert.deepEqual(
      meaningsOf('Kita', [{ asked: 'kita', language: 'de', means: ['Kindergarten'] }]),
      [],
    );
    assert.deepEqual(meaningsOf('що', [{ asked: 'що', language: 'uk', means: [] }]), []);
  });
});
