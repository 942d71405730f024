// What is asked of every home and every peer: of the demo's own words and of everyday ones.
import { demoDirectory } from '../../../demo/directory.mjs';
import { pick, randomFrom } from './words.mjs';

const EVERYDAY =
  `deutsch lernen; fahrrad reparieren; hilfe beim ausfüllen; schwimmen für kinder; wohnung
  suchen; arbeit finden; hausaufgaben; beratung schulden; kochen; nähen lernen; gitarre; spielen mit
  baby; tanzen; wandern; möbel gebraucht; kleidung; essen kostenlos; computer; handy hilfe; bewerbung
  schreiben; arzt; schwanger; führerschein; ausbildung; kita platz; fußball mädchen; yoga; lesen;
  garten; anwalt asyl; trauer; sucht; spaziergang senioren; chor; theater; malen; schach; rente;
  einbürgerung; dolmetscher`
    .split(';')
    .map((each) => each.trim().replace(/\s+/g, ' '));

/** A word as somebody types it in a hurry: two letters the wrong way round, or one left out. */
function misspelt(random, word) {
  const at = 1 + Math.floor(random() * (word.length - 3));
  return random() < 0.5
    ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    : word.slice(0, at) + word.slice(at + 1);
}

const shuffled = (random, list) =>
  list
    .map((each) => [random(), each])
    .sort(([one], [other]) => one - other)
    .map(([, each]) => each);

/** No two are alike, so that no answer is one that has been given before. */
export function questionsOf({ date, count, seed = 1 }) {
  const random = randomFrom(seed);
  const { offers, vocabulary } = demoDirectory(date);
  const titles = offers.map(({ title }) => title);
  const words = [...new Set(titles.flatMap((title) => title.match(/\p{L}{6,}/gu) ?? []))];
  const arabic = offers.flatMap(({ translations }) => translations?.ar?.texts.title ?? []);
  const phrases = titles.map((title) => title.split(/\s+/).slice(0, 3).join(' '));
  const share = (part) => Math.ceil(count * part);
  const texts = [
    ...shuffled(random, phrases).slice(0, share(0.3)),
    ...shuffled(random, EVERYDAY).slice(0, share(0.3)),
    ...shuffled(random, words)
      .slice(0, share(0.25))
      .map((word) => misspelt(random, word)),
  ].map((q) => ({ q, lang: 'de' }));
  const inArabic = shuffled(random, arabic)
    .slice(0, share(0.15))
    .map((q) => ({ q, lang: 'ar' }));
  const towns = [...new Set(offers.flatMap(({ locations = [] }) => locations.flatMap(townOf)))];
  const points = offers.flatMap(({ locations = [] }) => locations.filter(({ lat }) => lat));
  const pairs = vocabulary.topic.flatMap(({ id }) => towns.map((place) => ({ topic: id, place })));
  return {
    facets: shuffled(random, pairs).slice(0, count),
    near: Array.from({ length: count }, () => {
      const { lat, lng } = pick(random, points);
      const beside = (degrees) => Number((degrees + (random() - 0.5) / 50).toFixed(4));
      return { lat: beside(lat), lng: beside(lng), km: 3 + Math.floor(random() * 8) };
    }),
    words: shuffled(random, [...texts, ...inArabic]),
  };
}

const townOf = ({ town }) => town ?? [];
