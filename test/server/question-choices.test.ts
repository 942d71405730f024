import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { findChoicesIn } from '../../server/src/languages/choices.js';

const find = findChoicesIn(defaultVocabulary, 'de');
/** A Saturday. */
const TODAY = '2026-11-28';

const chosen = (q: string) =>
  find(q, TODAY).map(({ asked, name, value }) => `${name}=${value} ${asked}`);

/** What questions offer, one filter behind another, each with the words that it takes. */
function offers(name: string, table: Record<string, string[]>): void {
  it(name, () => {
    for (const [q, expected] of Object.entries(table)) assert.deepEqual(chosen(q), expected, q);
  });
}

describe('words of a question that could be a filter', () => {
  offers('places, as they are written in every script and with endings', {
    'Deutschkurs Witten': ['place=witten Witten'],
    'Deutschkurs in Witten': ['place=witten in Witten'],
    'курси Швельм': ['place=schwelm Швельм'],
    فيتن: ['place=witten فيتن'],
    'دورة ألمانية في فيتن': ['place=witten في فيتن'],
    "Witten'de almanca kursu": ["place=witten Witten'de"],
    'almanca kursu Wittende': ['place=witten Wittende'],
    'курси німецької у Віттені': ['place=witten у Віттені'],
    'курсы в Виттене': ['place=witten в Виттене'],
    'course near HATTINGEN': ['place=hattingen near HATTINGEN'],
  });

  offers('districts and postal codes; a town with its district is one', {
    'Sport Herbede': ['place=witten-herbede Herbede'],
    'Kita 58452': ['place=witten 58452'],
    'Treff Witten-Annen': ['place=witten-annen Witten-Annen'],
    'Treff Annen, Witten': ['place=witten-annen Annen, Witten'],
  });

  offers('no street, and no district that is usually another word', {
    'Wittener Straße 5': [],
    'Witten Straße': [],
    'Hilfe am Ende des Monats': [],
    'Schmerzen im Nacken': [],
    'wie viel Lohn': [],
    'Deutschkurs in Ende': ['place=herdecke-ende in Ende'],
    Schnee: ['place=witten-schnee Schnee'],
  });

  offers('days and times', {
    'Sport heute': ['day=sa heute'],
    'morgen Abend': ['day=su morgen', 'time=evening Abend'],
    'Guten Morgen': [],
    'abends Deutsch lernen': ['time=evening abends'],
    'Beratung jetzt offen': ['day=sa jetzt offen'],
    'am Wochenende schwimmen': ['day=sa,su am Wochenende'],
    'Sprachcafé ab 18 Uhr': ['time=18:00-24:00 ab 18 Uhr'],
    'yoga on Saturday morning': ['day=sa on Saturday', 'time=morning morning'],
    'Cumartesi sabah': ['day=sa Cumartesi', 'time=morning sabah'],
    'у суботу ввечері': ['day=sa у суботу', 'time=evening ввечері'],
    'يوم السبت مساءً': ['day=sa يوم السبت', 'time=evening مساءً'],
    'صباح الخير': [],
  });

  offers('audiences, where they are meant', {
    'Beratung für Frauen': ['audience=women für Frauen'],
    'Beratung für die Mütter': ['audience=parents für die Mütter'],
    'Senioren Sport': ['audience=seniors Senioren'],
    'Jugendliche boxen': ['audience=youth Jugendliche'],
    'Deutschkurs mit Kindern': ['audience=families mit Kindern'],
    'Schwimmen nur für Frauen': ['women=yes nur für Frauen'],
    'kadınlar için spor': ['audience=women kadınlar için'],
    'курс для жінок': ['audience=women для жінок'],
    'гурток для дітей': ['audience=children для дітей'],
    'دورة للنساء': ['audience=women للنساء'],
    'course for women': ['audience=women for women'],
    Frauenberatung: [],
    'Frauen-Café': [],
    'Frauen- und Mädchentreff': [],
    'Hilfe mit dem Jobcenter': [],
    'Mein Sohn ist 7 Jahre alt': ['age=7 7 Jahre alt'],
    'seit 7 Jahren hier': [],
  });

  offers('languages that are spoken, not those that are taught', {
    'Beratung auf Türkisch': ['spoken=tr auf Türkisch'],
    'arabischsprachige Beratung': ['spoken=ar arabischsprachige'],
    'Beratung in arabischer Sprache': ['spoken=ar in arabischer Sprache'],
    'counselling in Turkish': ['spoken=tr in Turkish'],
    'Türkçe danışma': ['spoken=tr Türkçe'],
    'استشارة بالعربية': ['spoken=ar بالعربية'],
    'консультація українською': ['spoken=uk українською'],
    'Deutschkurs auf Arabisch': ['spoken=ar auf Arabisch'],
    Deutschkurs: [],
    'Deutsch lernen': [],
    Deutsch: [],
    'Kurs Arabisch': [],
    'learn Turkish': [],
    'almanca kursu': [],
    'українська школа': [],
    Türkisch: ['spoken=tr Türkisch'],
  });

  offers('what it costs, and how it is', {
    'Sport gratis': ['free=yes gratis'],
    'безкоштовні курси': ['free=yes безкоштовні'],
    'ücretsiz kurs': ['free=yes ücretsiz'],
    'دورة مجانية': ['free=yes مجانية'],
    'Deutschkurs mit Kinderbetreuung': ['childcare=yes mit Kinderbetreuung'],
    Kinderbetreuung: [],
    'Beratung mit Dolmetscher': ['interpreters=yes mit Dolmetscher'],
    'консультація з перекладачем': ['interpreters=yes з перекладачем'],
    'tercümanlı danışma': ['interpreters=yes tercümanlı'],
    'استشارة مع مترجم': ['interpreters=yes مع مترجم'],
    'gute Beispiele Sprachcafé': ['practice=yes gute Beispiele'],
    'добрі приклади': ['practice=yes добрі приклади'],
    'best practice homework': ['practice=yes best practice'],
    'conversation practice': [],
    'Online-Kurs Mathe': ['online=yes Online-'],
    'Deutschkurs B1': ['level=B1 B1'],
    'Treff rollstuhlgerecht': ['stepfree=yes rollstuhlgerecht'],
  });

  offers('in French', {
    "cours d'allemand à Witten le samedi": ['place=witten à Witten', 'day=sa le samedi'],
    'cours gratuit pour les femmes': ['free=yes gratuit', 'audience=women pour les femmes'],
    'conseil en arabe': ['spoken=ar en arabe'],
    "cours d'arabe": [],
    "aide le matin avec garde d'enfants": [
      'time=morning le matin',
      "childcare=yes avec garde d'enfants",
    ],
    'sport pour enfants à Hattingen': [
      'audience=children pour enfants',
      'place=hattingen à Hattingen',
    ],
    "rendez-vous aujourd'hui": ["day=sa aujourd'hui"],
    'sortie en fauteuil roulant': ['stepfree=yes en fauteuil roulant'],
    'mon fils a 7 ans': ['age=7 a 7 ans'],
    'en Allemagne depuis 7 ans': [],
    'consultation en ligne avec interprète': [
      'online=yes en ligne',
      'interpreters=yes avec interprète',
    ],
    'rue de Witten': [],
  });

  offers('in Persian', {
    'کلاس آلمانی در ویتن': ['place=witten در ویتن'],
    'ورزش برای زنان رایگان': ['audience=women برای زنان', 'free=yes رایگان'],
    'مشاوره به زبان عربی': ['spoken=ar به زبان عربی'],
    'کلاس فارسی': [],
    'دوره آلمانی روز شنبه صبح': ['day=sa روز شنبه', 'time=morning صبح'],
    'مشاوره با مترجم': ['interpreters=yes با مترجم'],
    'برنامه برای کودکان فردا': ['audience=children برای کودکان', 'day=su فردا'],
    'صبح بخیر': [],
    'پسرم ۷ ساله است': ['age=7 ۷ ساله'],
    'آنلاین با نگهداری از کودکان': ['online=yes آنلاین', 'childcare=yes با نگهداری از کودکان'],
    'شنا فقط برای زنان': ['women=yes فقط برای زنان'],
  });

  offers('in Kurmanji', {
    'kursa almanî li Witten': ['place=witten li Witten'],
    'kursa belaş ji bo jinan': ['free=yes belaş', 'audience=women ji bo jinan'],
    'şêwirmendî bi kurdî': ['spoken=ku bi kurdî'],
    'fêrbûna tirkî': [],
    'werzîş ji bo zarokan roja şemiyê': ['audience=children ji bo zarokan', 'day=sa roja şemiyê'],
    'kurs êvarê': ['time=evening êvarê'],
    'kurs bi lênêrîna zarokan': ['childcare=yes bi lênêrîna zarokan'],
    'doktor bi wergêr': ['interpreters=yes bi wergêr'],
    'roja înê li Schwelm': ['day=fr roja înê', 'place=schwelm li Schwelm'],
    'cihê bê derence': ['stepfree=yes bê derence'],
    'êvar baş': [],
    'Kurs in Annen': ['place=witten-annen in Annen'],
  });

  offers('in Polish, Romanian and Bulgarian', {
    'kurs niemieckiego w Witten w sobotę': ['place=witten w Witten', 'day=sa w sobotę'],
    'darmowe zajęcia dla kobiet': ['free=yes darmowe', 'audience=women dla kobiet'],
    'porady po arabsku': ['spoken=ar po arabsku'],
    'dobry wieczór': [],
    'curs de germană în Witten sâmbătă': ['place=witten în Witten', 'day=sa sâmbătă'],
    'gratuit pentru femei': ['free=yes gratuit', 'audience=women pentru femei'],
    'consiliere în arabă': ['spoken=ar în arabă'],
    'copil de 6 luni': [],
    'курс по немски във Витен в събота': ['place=witten във Витен', 'day=sa в събота'],
    'безплатно за жени': ['free=yes безплатно', 'audience=women за жени'],
    'консултация на арабски': ['spoken=ar на арабски'],
    'две недели': [],
  });

  it('say where they stand, and no two take the same words', () => {
    const q = 'безкоштовний  курс для жінок у Швельмі, Witten, Witten und für Kinder';
    const found = find(q, TODAY);
    assert.deepEqual(
      found.map(({ name }) => name),
      ['free', 'audience', 'place', 'place', 'audience'],
    );
    let last = 0;
    for (const { asked, start, end } of found) {
      assert.equal(q.slice(start, end), asked);
      assert.ok(start >= last);
      last = end;
    }
  });

  it('are none in a directory whose vocabulary does not have them', () => {
    const empty = { topic: [], audience: [], kind: [], place: [], language: [] };
    const found = findChoicesIn(empty, 'de')('mit Kindern in Witten auf Türkisch gratis', TODAY);
    assert.deepEqual(
      found.map(({ name }) => name),
      ['free'],
    );
  });
});

describe('what finds them', () => {
  it('is not made again for a revision whose vocabulary is the same', () => {
    const again = () => structuredClone(defaultVocabulary);
    const made = findChoicesIn(again(), 'de');
    assert.equal(findChoicesIn(again(), 'de'), made);
    assert.notEqual(findChoicesIn({ ...again(), topic: [] }, 'de'), made);
    assert.notEqual(findChoicesIn(again(), 'en'), made);
  });
});
