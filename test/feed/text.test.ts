import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, words } from '@vielfalt/feed';

function same(...spellings: string[]) {
  const [first, ...others] = spellings.map(fold);
  for (const other of others) assert.equal(other, first, spellings.join(' / '));
}

test('an umlaut, its two letters and its bare letter are one', () => {
  same('Nähkurs', 'Naehkurs', 'nahkurs', 'NA\u0308HKURS');
  same('Frühstück', 'Fruehstueck', 'fruhstuck');
  same('Öffnungszeiten', 'Oeffnungszeiten');
  same('Häuser', 'Haeuser');
  same('Übung', 'Uebung');
  same('Straße', 'Strasse', 'STRASSE', 'STRAẞE');
});

test('ue after a vowel or q is no umlaut', () => {
  assert.equal(fold('neue Bauern Quelle treue'), 'neue bauern quelle treue');
  same('Bäuerin', 'Baeuerin');
});

test('accents of other Latin languages fall', () => {
  same('Café', 'cafe');
  same('Łódź', 'lodz');
  same('Türkçe', 'turkce');
  same('Kurmancî', 'Kurmanci');
  same('Đorđe', 'Dorde');
});

test('dotted and dotless i are one, in both cases', () => {
  same('İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul');
  same('kadın', 'KADIN', 'kadin');
});

test('Arabic: vowel signs, tatweel and variants of a letter', () => {
  same('مَدْرَسَة', 'مدرسة', 'مدرسه', 'مـدرسـة');
  same('أطفال', 'اطفال');
  same('إسلام', 'اسلام');
  same('آلة', 'الة');
  same('مستشفى', 'مستشفي');
});

test('Persian letters and digits as Arabic ones', () => {
  same('کودک', 'كودك');
  same('فارسی', 'فارسي');
  same('می‌خواهم', 'میخواهم');
  same('۱۲۳', '١٢٣', '123');
});

test('Ukrainian: letters with a diacritic, with and without apostrophe', () => {
  same("сім'я", 'сім’я', 'сімʼя', 'СІМЯ');
  same('ґанок', 'ганок');
  same('їжа', 'іжа');
});

test('scripts whose vowels are marks keep them', () => {
  assert.notEqual(fold('कि'), fold('का'));
});

test('invisible characters fall: soft hyphens do not part a word', () => {
  assert.deepEqual(words('Haus\u00adaufgaben\u200b'), ['hausaufgaben']);
});

test('words of any script, without punctuation', () => {
  assert.deepEqual(words('Deutsch-Kurs (A1), 2× pro Woche!'), [
    'deutsch',
    'kurs',
    'a1',
    '2',
    'pro',
    'woche',
  ]);
  assert.deepEqual(words('курси німецької, Sprach­café'), ['курси', 'німецькоі', 'sprachcafe']);
  assert.deepEqual(words(' – '), []);
});

test('folding twice changes nothing more', () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."aäeoöuüqßxAEOU İıéьґʼ'ةىک٣e\u0308"),
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.oneof(letters, fc.string({ unit: 'grapheme' })), (text) => {
      assert.equal(fold(fold(text)), fold(text));
    }),
    { numRuns: 3000 },
  );
});
