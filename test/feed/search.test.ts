import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createIndex, partOf, type FieldName, type SearchDocument } from '@vielfalt/feed/search';
import { searchOver } from './fixtures.js';

function offer(id: string, title: string, text: string, topics = ''): SearchDocument {
  return {
    id,
    fields: [
      { text: title, field: 'title' },
      { text: topics, field: 'topic' },
      { text, field: 'text' },
    ],
  };
}

const OFFERS: SearchDocument[] = [
  offer(
    'german',
    'Deutschkurs für Anfängerinnen',
    'Wir lernen zweimal in der Woche Lesen, Schreiben und Sprechen. Mit Kinderbetreuung.',
    'Sprache lernen, Deutsch, اللغة الألمانية, німецька мова, Almanca',
  ),
  offer(
    'homework',
    'Hausaufgabenhilfe in der Grundschule',
    'Ehrenamtliche sitzen neben den Kindern und erklären Mathematik und Deutsch.',
    'Schule',
  ),
  offer(
    'tutoring',
    'Lernwerkstatt am Nachmittag',
    'Hilfe bei den Hausaufgaben und beim Lernen für Klassenarbeiten.',
    'Schule',
  ),
  offer(
    'sewing',
    'Nähkurs im Stadtteilzentrum',
    'Maschinen und Stoffe sind da. Wir nähen Taschen und ändern Kleidung.',
    'Handarbeit',
  ),
  offer(
    'breakfast',
    'Frühstück für alle',
    'Jeden Dienstag decken wir den Tisch; wer mag, bringt etwas mit.',
    'Begegnung',
  ),
  offer(
    'swimming',
    'Schwimmkurs für Frauen',
    'Eine Trainerin zeigt, wie man sicher schwimmt. Das Bad ist für andere geschlossen.',
    'Sport, Bewegung',
  ),
  offer(
    'football',
    'Offenes Fußballtraining',
    'Sport ohne Vereinsmitgliedschaft, für Jugendliche ab zwölf.',
    'Sport, Bewegung',
  ),
  offer(
    'advice',
    'Migrationsberatung',
    'Wir helfen beim Umgang mit Ämtern, bei Anträgen und Briefen.',
    'Beratung, استشارة, консультація, Danışmanlık',
  ),
  offer(
    'women',
    'Treffpunkt für Mütter',
    'Austausch über das Leben mit kleinen Kindern.',
    'Begegnung, kadınlar için buluşma, مَدْرَسَة, жінки та сім’я',
  ),
  offer(
    'choir',
    'Singen im Chor',
    'Lieder aus vielen Ländern. Notenkenntnisse sind nicht nötig. Mieten muss niemand etwas.',
    'Musik',
  ),
  offer(
    'tenants',
    'Mieterberatung',
    'Fragen zu Miete, Nebenkosten und Wohnungssuche.',
    'Beratung, Wohnen',
  ),
];

const search = searchOver(OFFERS);

/** The ids that answer, best first. */
function found(q: string): string[] {
  return [...search(q)].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

function finds(q: string, ...ids: string[]) {
  assert.deepEqual(found(q).slice(0, ids.length).sort(), [...ids].sort(), q);
}

function findsOnly(q: string, ...ids: string[]) {
  assert.deepEqual(found(q).sort(), [...ids].sort(), q);
}

test('a word finds what has it and nothing else', () => {
  findsOnly('Sport', 'swimming', 'football');
  findsOnly('chor', 'choir');
  findsOnly('Mathematik', 'homework');
  findsOnly('Grundschule', 'homework');
  findsOnly('Trompete');
});

test('a title outdoes a description', () => {
  assert.equal(found('Deutschkurs')[0], 'german');
  assert.deepEqual(found('Mieten'), ['tenants', 'choir']);
});

test('umlauts may be written as two letters or as one', () => {
  for (const q of ['Nähkurs', 'Naehkurs', 'nahkurs', 'NÄHKURS']) finds(q, 'sewing');
  for (const q of ['Frühstück', 'Fruehstueck', 'fruhstuck']) findsOnly(q, 'breakfast');
  for (const q of ['Fußball', 'Fussball']) findsOnly(q, 'football');
  finds('Muetter', 'women');
});

test('typos', () => {
  for (const q of ['Deutschkrus', 'Deutshkurs', 'Deuschkurs']) finds(q, 'german');
  for (const q of ['Schwimkurs', 'Schwimmkrus']) finds(q, 'swimming');
  finds('Migratonsberatung', 'advice');
  finds('Hausafgabenhilfe', 'homework');
  finds('Früstück', 'breakfast');
  finds('Spotr', 'swimming', 'football');
  finds('Matematik', 'homework');
});

test('a short word is no other short word with one letter changed', () => {
  const few = searchOver([
    offer('live', 'Leben in Deutschland', ''),
    offer('offer', 'Wir bieten Kaffee', ''),
    offer('short', 'Kurz erklärt', ''),
  ]);
  assert.equal(few('lesen').size, 0);
  assert.equal(few('mieten').size, 0);
  assert.equal(few('kurs').size, 0);
  assert.equal(few('58256').size, 0);
});

test('numbers have no typos', () => {
  const towns = searchOver([offer('a', '58256', ''), offer('b', '58255', '')]);
  assert.deepEqual([...towns('58256').keys()], ['a']);
});

test('beginnings, while somebody is still typing', () => {
  finds('deutschk', 'german');
  finds('migr', 'advice');
  finds('schw', 'swimming');
});

test('parts of compounds', () => {
  finds('hilfe', 'homework', 'tutoring');
  findsOnly('Beratung', 'advice', 'tenants');
  finds('training', 'football');
  finds('aufgaben', 'homework', 'tutoring');
});

test('what a word holds by accident is not part of it', () => {
  const few = searchOver([
    offer('transport', 'Transport von Möbeln', 'Für alle Interessen, mit Akzeptanz'),
    offer('garden', 'Unser Garten', 'Starten Sie hier'),
  ]);
  for (const q of ['Sport', 'Essen', 'Tanz', 'Art']) assert.equal(few(q).size, 0, q);
});

test('inflected forms', () => {
  finds('Mietern', 'tenants');
  finds('Kurse', 'german', 'sewing', 'swimming');
  finds('schwimmen', 'swimming');
  finds('nähen', 'sewing');
  finds('Deutschkurse', 'german');
  finds('Deutschkursen', 'german');
});

test('compounds that are written apart, and words that the text has apart', () => {
  findsOnly('hausaufgaben hilfe', 'homework', 'tutoring');
  findsOnly('hausaufgabenhilfe', 'homework', 'tutoring');
  findsOnly('Hilfe bei den Hausaufgaben', 'homework', 'tutoring');
  finds('deutsch kurs', 'german');
  finds('deutsch kus', 'german');
  finds('fuß ball training', 'football');
});

test('hyphens part and join', () => {
  const group = searchOver([offer('group', 'Eltern-Kind-Gruppe', '')]);
  for (const q of ['Elternkindgruppe', 'Eltern Kind Gruppe', 'Eltern-Kind-Grupe', 'gruppe']) {
    assert.equal(group(q).size, 1, q);
  }
});

test('what has all words comes before what has some, and nothing has to have all', () => {
  assert.deepEqual(found('Sport Frauen'), ['swimming', 'football']);
  finds('Sport Mathematik', 'swimming', 'football', 'homework');
  findsOnly('Sport Trompete', 'swimming', 'football');
});

test('what has only words that nearly everything has does not answer', () => {
  const many = Array.from({ length: 20 }, (_, n) => offer(`course-${n}`, `Kurs ${n}`, ''));
  const courses = searchOver([...many, offer('sewing', 'Nähkurs', ''), offer('sew', 'Nähen', '')]);
  assert.deepEqual([...courses('Kurs Nähen').keys()].sort(), ['sew', 'sewing']);
});

test('whole questions: what is asked for counts, not how', () => {
  finds('Wo kann ich schwimmen lernen?', 'swimming', 'german');
  finds('Wer hilft mir bei der Wohnungssuche?', 'tenants');
  finds('Gibt es einen Deutschkurs mit Kinderbetreuung', 'german');
  finds('Where can I find Beratung?', 'advice', 'tenants');
});

test('stop words alone are looked for as they are', () => {
  finds('für alle', 'breakfast');
});

test('nothing is asked', () => {
  assert.equal(search('').size, 0);
  assert.equal(search(' – ?! ').size, 0);
});

test('Arabic, with and without vowel signs, article and variants of letters', () => {
  findsOnly('الألمانية', 'german');
  findsOnly('الالمانيه', 'german');
  findsOnly('ألمانية', 'german');
  findsOnly('مدرسة', 'women');
  findsOnly('استشارة', 'advice');
});

test('Ukrainian, with any apostrophe and with a typo', () => {
  findsOnly("сім'я", 'women');
  findsOnly('сімя', 'women');
  findsOnly('Німецька', 'german');
  findsOnly('консультацыя', 'advice');
});

test('Turkish, with and without dots', () => {
  for (const q of ['danışmanlık', 'DANIŞMANLIK', 'danismanlik']) findsOnly(q, 'advice');
  findsOnly('kadınlar', 'women');
  findsOnly('KADINLAR', 'women');
  findsOnly('almanca', 'german');
});

test('the very title comes first', () => {
  assert.equal(found('Treffpunkt für Mütter')[0], 'women');
  const two = searchOver([
    offer('longer', 'Café International am Markt', ''),
    offer('exact', 'Café International', ''),
  ]);
  const scores = two('cafe international');
  assert.ok((scores.get('exact') ?? 0) > (scores.get('longer') ?? 0));
});

test('a title that a question names comes before texts that say more of its words', () => {
  const two = searchOver([
    offer('named', 'Lernen mit Freunden', ''),
    offer('words', 'Freunde: lernen, anmelden, kosten', 'Lernen, lernen, lernen! Kosten, Freunde.'),
  ]);
  const scores = two('Was kostet die Anmeldung bei Lernen mit Freunden?');
  assert.ok((scores.get('named') ?? 0) > (scores.get('words') ?? 0));
});

test('a typo never outdoes a sound hit, wherever that stands', () => {
  const both = searchOver([
    offer('typo', 'Beratungs', ''),
    offer('sound', 'Etwas', 'Auch eine Beratnng.'),
  ]);
  const scores = both('Beratnng');
  assert.equal(scores.size, 2, 'and is not kept back because of one');
  assert.ok((scores.get('sound') ?? 0) > (scores.get('typo') ?? 0));
});

test('what says too little of a question is no answer', () => {
  const long = 'Wir treffen uns und reden, essen, lachen und spielen miteinander. '.repeat(20);
  const both = searchOver([
    offer('course', 'Nähkurs', ''),
    ...Array.from({ length: 10 }, (_, n) => offer(`other ${n}`, 'Frühstück', 'Für alle.')),
    offer('aside', 'Treffpunkt', `${long} Einmal war ein Nähkurs da.`),
  ]);
  assert.deepEqual([...both('Nähkurs').keys()], ['course']);
});

const VOCABULARY = [
  ...new Set(OFFERS.flatMap(({ fields }) => fields.flatMap(({ text }) => text.split(/[\s,.;]+/)))),
].filter(Boolean);

/** A word, perhaps with a letter lost, doubled or swapped. */
const word = fc
  .tuple(fc.constantFrom(...VOCABULARY), fc.nat(12), fc.constantFrom(0, 0, 1, 2, 3))
  .map(([text, at, how]) => {
    const [before, here, rest] = [text.slice(0, at), text.slice(at, at + 2), text.slice(at + 2)];
    if (how === 1) return before + here.slice(1) + rest;
    if (how === 2) return before + here.slice(0, 1) + here + rest;
    if (how === 3) return before + [...here].reverse().join('') + rest;
    return text;
  });

const documents = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    fields: fc.array(
      fc.record({
        text: fc.array(word, { maxLength: 8 }).map((all) => all.join(' ')),
        field: fc.constantFrom<FieldName>('text', 'topic', 'title'),
      }),
      { maxLength: 3 },
    ),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test('over a part of a directory scores are those over the whole', () => {
  fc.assert(
    fc.property(
      documents,
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.func(fc.boolean()),
      (all, asked, isLoaded) => {
        const q = asked.join(' ');
        const index = createIndex(all);
        const some = all.filter(({ id }) => isLoaded(id)).reverse();
        const whole = searchOver(all, index)(q);
        const ids = some.map(({ id }) => id);
        const here = searchOver(some, partOf(index, ids))(q);
        for (const id of ids) assert.equal(here.get(id), whole.get(id), q);
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever is typed, scores are positive numbers of at most four decimals', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (q) => {
      for (const score of search(q).values()) {
        assert.ok(score > 0 && Number.isFinite(score));
        assert.equal(score, Math.round(score * 1e4) / 1e4);
      }
    }),
  );
});
