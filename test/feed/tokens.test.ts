import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokens } from '@vielfalt/feed/search';
import { searchOver } from './fixtures.js';

const stems = (text: string) => tokens(text).map(({ stem }) => stem);

function finds(title: string, ...questions: string[]) {
  const search = searchOver([
    { id: 'wanted', fields: [{ field: 'title', text: title }] },
    { id: 'other', fields: [{ field: 'title', text: 'Etwas ganz anderes, gute Sache 23, Ohm' }] },
  ]);
  for (const q of questions) assert.deepEqual([...search(q).keys()], ['wanted'], q);
}

test('both genders at once, in every spelling', () => {
  const forms = [
    'Schüler*innen',
    'Schüler:innen',
    'SchülerInnen',
    'Schüler/-innen',
    'Schüler_innen',
  ];
  for (const form of [...forms, 'Schüler(innen)', 'Schülerinnen']) {
    assert.deepEqual(stems(form), stems('Schüler'), form);
  }
  finds('Treff für Ärzt*innen', 'Arzt', 'Ärztinnen', 'Ärzt:innen');
  finds('Hilfe für Schüler', 'Schüler*innen', 'Schüler/-innen');
});

test('streets, however they are written', () => {
  const same = stems('Wiesentaler Straße 7');
  for (const street of ['Wiesentalerstr. 7', 'Wiesentaler Str. 7', 'wiesentalerstrasse 7']) {
    assert.deepEqual(stems(street), same, street);
  }
  finds('Wiesentaler Straße 7', 'Wiesentalerstr. 7', 'wiesentalerstr');
});

test('signs that are part of a name', () => {
  assert.deepEqual(stems('C++ und C#, B1+'), ['c++', 'und', 'c#', 'b1']);
  finds('Programmieren mit C++', 'C++');
});

test('telephone numbers, however they are written', () => {
  const number = '02302 23125 12';
  finds(number, '+49 2302 2312512', '0049 2302/23125-12', '(02302) 23125 12', '023022312512');
});

test('a name that is found nowhere else is no other word', () => {
  const search = searchOver([{ id: 'good', fields: [{ field: 'text', text: 'Eine gute Sache' }] }]);
  assert.equal(search('Gütersloh').size, 0);
});

test('Sorani in both encodings', () => {
  finds('فێربوونی زمانی ئەڵمانی', 'فێربوونی زمانی ئه\u200cڵمانی');
});
