// An invented directory of any size, made of the demo's: its vocabulary, its offers' fields, and texts
// put together anew of its own. The same for each size and seed.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { demoDirectory } from '../../../demo/directory.mjs';
import { pick, randomFrom, wordOf } from './words.mjs';

/** A fifth of all offers are there. */
const LARGEST = 'witten';
/** The share of offers that have translations, as they come. */
const TRANSLATED = 0.2;
const SOURCE = 'scale';

/** Sentences that any offer might say, with room for words. */
const FILLERS = [
  (word) => `Wir beginnen mit einer ${word()} und enden beim ${word()}.`,
  (word) => `Wer mag, bringt etwas für die ${word()} mit.`,
  (word) => `Der Weg führt am ${word()} vorbei, gegenüber liegt das ${word()}.`,
  (word) => `Gefördert wird das von der ${word()} und dem ${word()}.`,
  (word) => `Bei Regen treffen wir uns im ${word()}.`,
  (word) => `Ansprechbar ist auch das Team vom ${word()}.`,
  (word) => `Im Anschluss gibt es einen ${word()} für alle, die bleiben können.`,
];

const sentencesOf = (text = '') => text.split(/(?<=[.!?])\s+/).filter(Boolean);

/** What the demo has to put together. */
function materials(date) {
  const demo = demoDirectory(date);
  const offers = demo.offers.filter(({ status }) => status !== 'retired' && status !== 'draft');
  const places = demo.vocabulary.place;
  const towns = [...new Set(offers.flatMap(({ locations = [] }) => locations.map((at) => at.town)))]
    .filter((town) => town && town !== LARGEST)
    .sort();
  const centres = new Map();
  for (const { locations = [] } of offers) {
    for (const at of locations) if (at.town && at.lat) centres.set(at.town, at);
  }
  return {
    demo,
    offers,
    translated: offers.filter(({ translations }) => translations),
    plain: offers.filter(({ translations }) => !translations),
    sentences: offers.flatMap(({ description }) => sentencesOf(description)),
    summaries: offers.flatMap(({ summary }) => summary ?? []),
    titles: offers.map(({ title }) => title),
    ...{ towns, centres },
    districtsOf: new Map(
      [LARGEST, ...towns].map((town) => [
        town,
        places.filter(({ parent }) => parent === town).map(({ id }) => id),
      ]),
    ),
  };
}

/** A place in a town, near its centre. */
function placeIn(random, town, { centres, districtsOf }) {
  const { lat, lng } = centres.get(town);
  const around = (middle, reach) => Number((middle + (random() - 0.5) * reach).toFixed(5));
  const district = pick(random, districtsOf.get(town));
  return {
    street: `${wordOf(random)}weg ${1 + Math.floor(random() * 90)}`,
    town,
    ...(district && { district }),
    ...{ lat: around(lat, 0.06), lng: around(lng, 0.09) },
  };
}

const townOf = (random, { towns }) => (random() < 0.2 ? LARGEST : pick(random, towns));

function provider(number, seed, all) {
  const random = randomFrom(seed + 7_919 * number);
  const { logo: _, networks: __, slug: ___, id: ____, ...base } = pick(random, all.demo.providers);
  return {
    ...base,
    source: SOURCE,
    record: `p${number}`,
    name: `${base.name} ${wordOf(random)}`.slice(0, 150),
    address: placeIn(random, townOf(random, all), all),
  };
}

/** Times of another hour, where both ends stay on their day. */
function moved(schedule, random) {
  const by = Math.floor(random() * 5) - 2;
  const hour = (moment) => Number(moment.slice(11, 13)) + by;
  const fits = (moment) =>
    !moment || (moment.length > 10 && hour(moment) >= 6 && hour(moment) < 23);
  const to = (moment) =>
    `${moment.slice(0, 11)}${String(hour(moment)).padStart(2, '0')}${moment.slice(13)}`;
  if (!schedule?.times) return schedule;
  return {
    ...schedule,
    times: schedule.times.map((time) =>
      [time.dtstart, time.dtend].every(fits) && !time.rdate && !time.exdate
        ? { ...time, dtstart: to(time.dtstart), ...(time.dtend && { dtend: to(time.dtend) }) }
        : time,
    ),
  };
}

function offer(number, { seed, providers }, all) {
  const random = randomFrom(seed + 104_729 * (number + 1));
  const word = () => wordOf(random);
  const hasTranslations = random() < TRANSLATED;
  const {
    practice,
    id: _,
    slug: __,
    ...base
  } = pick(random, hasTranslations ? all.translated : all.plain);
  const isLargest = random() < 0.2;
  const town = isLargest ? LARGEST : pick(random, all.towns);
  const rest = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
    pick(random, all.sentences),
  );
  const own = sentencesOf(base.description).filter(() => random() < 0.6);
  const title = random() < 0.3 ? base.title : `${pick(random, all.titles)}: ${word()}`;
  return {
    ...base,
    source: SOURCE,
    record: `o${number}`,
    // A few providers have many offers, most have few.
    provider: `p${Math.floor(providers * random() ** 1.5)}`,
    title: title.slice(0, 180),
    summary: `${random() < 0.5 ? (base.summary ?? '') : pick(random, all.summaries)} ${word()}.`
      .trim()
      .slice(0, 290),
    description: [...own, ...rest, pick(random, FILLERS)(word), pick(random, FILLERS)(word)].join(
      ' ',
    ),
    ...(base.locations && { locations: [{ ...base.locations[0], ...placeIn(random, town, all) }] }),
    ...(base.schedule && { schedule: moved(base.schedule, random) }),
    ...(base.age?.from && {
      age: { ...base.age, from: Math.max(0, base.age.from - (number % 3)) },
    }),
    ...(random() < 0.02 && practice && { practice }),
  };
}

function* json(size, { seed, date }) {
  const all = materials(date);
  const { directory, vocabulary } = all.demo;
  const ratio = all.demo.offers.length / all.demo.providers.length;
  const providers = Math.ceil(size / ratio);
  const head = { vielfalt: 1, directory, vocabulary, sources: [{ id: SOURCE, name: 'Messung' }] };
  yield `${JSON.stringify(head).slice(0, -1)},\n"providers": [`;
  for (let number = 0; number < providers; number++) {
    yield `${number ? ',\n' : '\n'}${JSON.stringify(provider(number, seed, all))}`;
  }
  yield '],\n"offers": [';
  for (let number = 0; number < size; number++) {
    yield `${number ? ',\n' : '\n'}${JSON.stringify(offer(number, { seed, providers }, all))}`;
  }
  yield ']}\n';
}

/**
 * Writes a directory of so many offers, one after the other, as `vielfalt import` reads it.
 *
 * @param {string} file
 * @param {number} size the number of offers
 * @param {{ seed?: number, date?: string }} [options]
 */
export async function writeDirectory(file, size, { seed = 1, date = '2026-11-23' } = {}) {
  const parts = Readable.from(joined(json(size, { seed, date })));
  await pipeline(parts, createWriteStream(file));
}

/** Fewer, larger parts. */
function* joined(parts, least = 1 << 18) {
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < least) continue;
    yield text;
    text = '';
  }
  yield text;
}
