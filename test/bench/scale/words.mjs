/** Numbers from 0 to 1, the same for each seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FIRST =
  `Abend Altstadt Apfel Bach Bahnhof Berg Bewegungs Bilder Blumen Brücken Buch Bürger Chor
  Dorf Eltern Familien Farben Feld Ferien Fest Film Freizeit Freundschafts Frühlings Garten Gemeinde
  Geschichten Gespräch Gesundheits Hafen Handwerks Haus Herbst Hof Holz Jugend Kanal Kinder Kirch
  Klang Kräuter Küchen Kultur Lern Lese Licht Markt Mehrzweck Mittags Morgen Mühlen Musik Nachbar
  Näh Park Platz Probe Quartiers Reise Ruhr Schreib Schul See Senioren Silber Sommer Spiel Sprach
  Stadtteil Straßen Tal Tanz Tee Theater Turm Ufer Vereins Vorlese Wald Wasser Werk Wiesen Winter
  Wochen Zeichen Zukunfts Zentral`.split(/\s+/);
const LAST = `abend angebot anleitung aktion ausflug austausch bank begleitung bereich besuch bühne
  café dienst ecke feier fahrt fest forum frühstück führung garten gespräch gruppe halle haus helfer
  hilfe hof initiative insel kasten keller kiste klub kreis kurs laden laube mappe markt mobil nachmittag
  netz ort pate pause plan platz probe programm projekt raum reihe runde saal schule schrank stelle
  stube stunde tag tisch treff übung verein verleih vormittag wagen werkstatt wiese woche zeit zentrum
  zimmer zirkel`.split(/\s+/);
const ENDINGS = ['', 's', 'n', 'en', 'e', 'er'];

/** A German compound by its rank: the more often it is met, the lower. There is no last one. */
function compound(rank) {
  const last = LAST[rank % LAST.length];
  let rest = Math.floor(rank / LAST.length);
  // Mixed, so that frequent words do not all begin alike.
  const first = FIRST[(rest * 37 + rank * 11) % FIRST.length];
  rest = Math.floor(rest / FIRST.length);
  const ending = ENDINGS[rest % ENDINGS.length];
  rest = Math.floor(rest / ENDINGS.length);
  const middle = rest > 0 ? FIRST[rest % FIRST.length].toLowerCase() : '';
  return `${first}${middle}${last}${ending}`;
}

/**
 * A word as a directory's texts would bring it: few come often, and among more texts there are always
 * some that nobody has written before.
 */
export const wordOf = (random) => compound(Math.floor(20 * (random() ** -2 - 1)) % 2 ** 31);

export const pick = (random, list) => list[Math.floor(random() * list.length)];
