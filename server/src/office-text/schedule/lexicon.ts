import { fold } from '@vielfalt/feed';

const list = (words: string) => words.split(/\s+/).filter(Boolean).map(fold);
const numbered = (lines: string, from: number): Map<string, number> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line, index) => list(line).map((word) => [word, index + from] as const)),
  );

const ENGLISH_DAYS = numbered(
  `mo mon monday mondays
   tu tue tues tuesday tuesdays
   wed wednesday wednesdays
   th thu thur thurs thursday thursdays
   fr fri friday fridays
   sa sat saturday saturdays
   su sun sunday sundays`,
  0,
);

/** 0 Monday to 6 Sunday. */
export const WEEKDAYS = new Map([
  ...numbered(
    `montag montags montagen mo mon
     dienstag dienstags dienstagen di
     mittwoch mittwochs mittwochen mi
     donnerstag donnerstags donnerstagen do don
     freitag freitags freitagen fr fre
     samstag samstags samstagen sonnabend sonnabends sa sam
     sonntag sonntags sonntagen so son`,
    0,
  ),
  ...ENGLISH_DAYS,
]);

/** The weekdays' names that English does not have. */
export const GERMAN_DAYS = new Set([...WEEKDAYS.keys()].filter((word) => !ENGLISH_DAYS.has(word)));

/** The two-letter codes of OpenStreetMap's opening hours that German does not share. */
export const ENGLISH_CODES = new Set(['tu', 'th', 'su']);

export const MONTHS = numbered(
  `januar jänner jan january
   februar feb febr february
   märz mrz march
   april apr
   mai may
   juni jun june
   juli jul july
   august aug
   september sep sept
   oktober okt october oct
   november nov
   dezember dez december dec`,
  1,
);

/** Ordinals within a month; -1 is the last. */
export const ORDINALS = new Map([
  ...numbered(
    `erste ersten erster erstes erstem first
     zweite zweiten zweiter zweites zweitem second
     dritte dritten dritter drittes drittem third
     vierte vierten vierter viertes viertem fourth
     fünfte fünften fünfter fünftes fünftem fifth`,
    1,
  ),
  ...list('letzte letzten letzter letztes letztem last').map((word) => [word, -1] as const),
]);

export const DAYPARTS = list(
  'morgen morgens vormittag vormittags mittag mittags nachmittag nachmittags abend abends',
);

/** Abbreviations whose full stop does not end a sentence. */
export const SHORT = new Set(
  list('u n v tel bzw ca abspr vereinb inkl einschl jew std evtl ggf max str zus mtl tgl'),
);

/** Words between days and times that say nothing. */
export const FILLERS = new Set(
  list(
    `uhr uhrzeit uhrzeiten h zeit zeiten kurszeit kurszeiten termin termine öffnungszeit
     öffnungszeiten sprechzeit sprechzeiten bürozeit bürozeiten beratungszeit beratungszeiten
     geöffnet offen open opening hours times time jeweils jew immer wöchentlich weekly um von am an
     im jeden jede jeder jedes jedem den dem der die das ist sind wir haben findet finden statt
     zusätzlich zus außerdem sowie und u auch every each on at from the and is are also`,
  ),
);

/**
 * Words about what, where and for whom, which leave the times as they are. Words about registering
 * are not among them: "Anmeldung Mo 9–12" says nothing of when the course is.
 */
const HARMLESS = new Set(
  list(
    `mit für in im ins bei beim zum zur auf ohne per via oben unten hier bitte siehe alle ein eine
     telefonische persönliche anonyme online vor ort digital hybrid
     kostenlos kostenfrei frei gratis offene offener offenes regulärer reguläre regelmäßig
     angebot angebote kinder jugendliche frauen männer eltern familien senioren erwachsene mütter
     väter anfänger fortgeschrittene geflüchtete neue interessierte gäste herzlich willkommen
     deutsch arabisch englisch türkisch ukrainisch russisch französisch polnisch persisch kurdisch
     with without for in the free drop`,
  ),
);
const HARMLESS_ENDING = new RegExp(
  `(?:${list(
    `beratung sprechstunde sprechstunden kurs kurse gruppe gruppen treff treffen treffpunkt café
     cafe haus zentrum raum saal halle kirche schule bücherei bibliothek straße platz training
     unterricht werkstatt chor betreuung begleitung frühstück stammtisch workshop`,
  ).join('|')})$`,
);
/** Parts of words that speak of times, limits or doubts, whatever their ending. */
const TELLING = new RegExp(
  list(
    `ferien feier winter sommer frühling herbst saison jahr monat woche tag montag pause advent
     weihnacht oster pfingst ramadan block probe schnupper ersatz sonder haupt`,
  ).join('|'),
);

/** Words before a telephone number or a web address. */
export const CONTACT_WORDS = list('tel telefon mobil phone mail email homepage website internet');

/** Says whether a word cannot change when something happens. Unknown words may. */
export function isHarmless(word: string): boolean {
  return (
    HARMLESS.has(word) ||
    HARMLESS.has(word.replace(/n$/, '')) ||
    (HARMLESS_ENDING.test(word) && !TELLING.test(word))
  );
}
