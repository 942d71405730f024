import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Term } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { readAddress, readLanguages, TermFinder } from '../../../server/src/office-text/index.js';

const topics = new TermFinder(defaultVocabulary.topic);
const places = new TermFinder(defaultVocabulary.place);
const languages = new TermFinder(defaultVocabulary.language);

test('a term is found by id, label and synonym in any spelling', () => {
  for (const text of [
    'language',
    'Deutsch lernen',
    'DEUTSCH LERNEN',
    'Learning German',
    'Sprachförderung',
    'Sprachfoerderung',
    'Sprachkurse',
    'Deutsch-Kurs',
    'Deutschkurs (abends)',
  ]) {
    assert.equal(topics.find(text), 'language', text);
  }
  assert.equal(topics.find('Fallschirmspringen'), undefined);
  assert.equal(topics.find(''), undefined);
});

test('every label of the vocabulary finds its own term', () => {
  for (const list of Object.values(defaultVocabulary)) {
    const finder = new TermFinder(list);
    for (const term of list as Term[]) assert.equal(finder.find(term.id), term.id);
    for (const term of list as Term[]) {
      const found = finder.find(term.label['de'] ?? '');
      assert.ok(found === term.id || found === undefined, `${term.id}: ${found}`);
    }
  }
});

test('a name that several terms have finds none, unless one is above the others', () => {
  const terms: Term[] = [
    { id: 'sport', label: { de: 'Sport' } },
    { id: 'yoga', label: { de: 'Yoga' }, parent: 'sport', synonyms: { de: ['Bewegung'] } },
    {
      id: 'dance',
      label: { de: 'Tanz' },
      parent: 'sport',
      synonyms: { de: ['Bewegung', 'Musik'] },
    },
    { id: 'choir', label: { de: 'Chor' }, synonyms: { de: ['Musik'] } },
    { id: 'old', label: { de: 'Turnen' }, replacedBy: 'sport' },
  ];
  const finder = new TermFinder(terms);
  assert.equal(finder.find('Bewegung'), undefined);
  assert.equal(finder.find('Musik'), undefined);
  assert.equal(finder.find('Turnen'), 'sport');
});

test('a near term is proposed by shared words, compounds and typing errors, else none', () => {
  for (const [text, id] of [
    ['Deutschlehrnen', 'language'],
    ['Ehrenamt und Engagement', 'volunteering'],
    ['Integrationskurs für Eltern', 'integration-course'],
    ['Anreise und Schule', 'school'],
  ] as const) {
    assert.equal(topics.nearest(text)?.id, id, text);
  }
  assert.equal(topics.nearest('Xylophon'), undefined);
  assert.equal(topics.nearest(''), undefined);
});

test('what only looks alike is not near', () => {
  for (const [list, texts] of [
    [places, 'Waiblingen,Hagen,Nordstadt,Neustadt,Altstadt,Wittenberg,Herne,Mitte,Zentrum'],
    [topics, 'Ankunft,Mobilität,Müll,Rentenberatung,Notfall,Finanzen,Essen,Verkehr,coffee'],
    [topics, 'Der Landkreis stellt sich vor,Wichtiges zum Leben im Landkreis'],
  ] as const) {
    for (const text of texts.split(',')) assert.equal(list.nearest(text), undefined, text);
  }
  for (const [list, text, id] of [
    [places, 'Hatingen', 'hattingen'],
    [places, 'Sprokhövel', 'sprockhoevel'],
    [topics, 'Schwimen', 'swimming'],
    [topics, 'Sprachkurse A1', 'language'],
    [topics, 'Wohnen und Leben', 'housing'],
  ] as const) {
    assert.equal(list.nearest(text)?.id, id, text);
  }
});

test('languages with their remarks; the unknown are named', () => {
  assert.deepEqual(
    readLanguages('Deutsch, Arabisch (nach Absprache), ukr. und Elbisch', languages),
    {
      spoken: [{ language: 'de' }, { language: 'ar', note: 'nach Absprache' }, { language: 'uk' }],
      unknown: ['Elbisch'],
    },
  );
  assert.deepEqual(
    readLanguages('de / EN / Deutsch / frz.', languages).spoken.map(({ language }) => language),
    ['de', 'en', 'fr'],
  );
});

describe('an address in one cell', () => {
  const witten = { postalCode: '58452', town: 'witten' };
  for (const [text, location, complete] of [
    ['Musterstr. 3, 58452 Witten', { street: 'Musterstr. 3', ...witten }, true],
    ['Musterstr. 3 58452 Witten', { street: 'Musterstr. 3', ...witten }, true],
    ['D-58452 Witten; Musterweg 3 a-c', { street: 'Musterweg 3 a-c', ...witten }, true],
    ['Musterstraße 3 in Witten', { street: 'Musterstraße 3', town: 'witten' }, true],
    [
      'Haus X, Raum 12\nAm Markt 1\n58285 Gevelsberg-Silschede',
      {
        name: 'Haus X, Raum 12',
        street: 'Am Markt 1',
        postalCode: '58285',
        town: 'gevelsberg',
        district: 'gevelsberg-silschede',
      },
      true,
    ],
    ['Witten (Annen)', { town: 'witten', district: 'witten-annen' }, true],
    ['Witten, OT Annen', { town: 'witten', district: 'witten-annen' }, true],
    ['Witten (Irgendwo)', { town: 'witten' }, false],
    ['12345 Nirgendheim', { postalCode: '12345', locality: 'Nirgendheim' }, true],
    ['Stadtbücherei', { name: 'Stadtbücherei' }, false],
    ['', {}, true],
  ] as const) {
    test(JSON.stringify(text), () => {
      assert.deepEqual(readAddress(text, places), { location, complete });
    });
  }
});
