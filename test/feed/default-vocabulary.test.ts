import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Vocabulary } from '@vielfalt/feed/schemas';
import type { Term, VocabularyList } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';

/** The languages in which people's other words for a term are known besides its label. */
const TYPED = ['de', 'en', 'ar', 'tr', 'uk'] as const;
const LANGUAGES = [...TYPED, 'pl', 'ro', 'bg', 'ru', 'fr', 'fa', 'kmr'] as const;
const LISTS = Object.keys(defaultVocabulary) as VocabularyList[];
const ROOT = 'ennepe-ruhr-kreis';

/** Degrees (WGS 84) around the Ennepe-Ruhr-Kreis. */
const COUNTY = { south: 51.22, north: 51.47, west: 7.08, east: 7.48 };

const SCRIPTS: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  // Persian has letters of its own for k and y, which look alike.
  fa: /^(?=.*\p{Script=Arabic})[^كيى]+$/u,
  uk: /\p{Script=Cyrillic}/u,
  bg: /\p{Script=Cyrillic}/u,
  ru: /\p{Script=Cyrillic}/u,
};

function parentOf(terms: readonly Term[], term: Term): Term | undefined {
  return terms.find(({ id }) => id === term.parent);
}

/** A place below a town: it keeps its German name where no other is in use. */
function isDistrict(list: VocabularyList, term: Term): boolean {
  return list === 'place' && term.id !== ROOT && term.parent !== ROOT;
}

function duplicates(values: readonly string[]): string[] {
  const lower = values.map((value) => value.toLocaleLowerCase('de'));
  return lower.filter((value, index) => lower.indexOf(value) !== index);
}

test('the default vocabulary follows the published schema', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(Vocabulary);
  assert.ok(validate(defaultVocabulary), JSON.stringify(validate.errors, undefined, 2));
});

for (const list of LISTS) {
  const terms: readonly Term[] = defaultVocabulary[list];

  describe(`the list ${list}`, () => {
    test('names every term in all languages, districts at least in German', () => {
      for (const term of terms) {
        const needed = isDistrict(list, term) ? ['de'] : LANGUAGES;
        const missing = needed.filter((language) => !term.label[language]);
        assert.deepEqual(missing, [], `${term.id} lacks labels`);
      }
    });

    test('writes labels of other scripts in their own, none with stray spaces', () => {
      for (const term of terms) {
        for (const [language, label] of Object.entries(term.label)) {
          assert.equal(label, label.trim(), `${term.id} in ${language}`);
          const script = SCRIPTS[language];
          if (script) assert.match(label, script, `${term.id}: ${label}`);
        }
      }
    });

    test('uses each id once', () => {
      assert.deepEqual(duplicates(terms.map(({ id }) => id)), []);
    });

    test('puts every parent before its children, so that there is no cycle', () => {
      const seen = new Set<string>();
      for (const { id, parent } of terms) {
        if (parent !== undefined) assert.ok(seen.has(parent), `${id} comes before ${parent}`);
        seen.add(id);
      }
    });

    test('shows no label twice in a language', () => {
      for (const language of LANGUAGES) {
        const labels = terms.flatMap(({ label }) => label[language] ?? []);
        assert.deepEqual(duplicates(labels), [], `twice in ${language}`);
      }
    });

    test('repeats neither a synonym nor the label among the synonyms', () => {
      for (const term of terms) {
        for (const [language, words] of Object.entries(term.synonyms ?? {})) {
          const all = [...words, term.label[language] ?? []].flat();
          assert.deepEqual(duplicates(all), [], `${term.id} in ${language}`);
        }
      }
    });
  });
}

describe('the words people type', () => {
  for (const list of ['topic', 'audience', 'kind'] as const) {
    test(`every ${list} has at least three German and two further synonyms per language`, () => {
      for (const term of defaultVocabulary[list]) {
        for (const language of TYPED) {
          const found = term.synonyms?.[language]?.length ?? 0;
          const least = language === 'de' ? 3 : 2;
          assert.ok(found >= least, `${term.id} has ${found} in ${language}`);
        }
      }
    });
  }
});

describe('the places', () => {
  const places = defaultVocabulary.place;

  test('lie inside the county', () => {
    for (const { id, lat, lng } of places) {
      assert.ok(lat !== undefined && lng !== undefined, `${id} has no point`);
      assert.ok(lat >= COUNTY.south && lat <= COUNTY.north, `${id}: latitude ${lat}`);
      assert.ok(lng >= COUNTY.west && lng <= COUNTY.east, `${id}: longitude ${lng}`);
    }
  });

  test('have one root with nine towns, each with districts named after it', () => {
    assert.deepEqual(
      places.filter(({ parent }) => parent === undefined).map(({ id }) => id),
      [ROOT],
    );
    const towns = places.filter(({ parent }) => parent === ROOT);
    assert.equal(towns.length, 9);
    for (const town of towns) {
      const districts = places.filter(({ parent }) => parent === town.id);
      assert.ok(districts.length > 0, `${town.id} has no districts`);
      for (const { id } of districts) assert.ok(id.startsWith(`${town.id}-`), id);
    }
  });

  test('are at most three levels deep', () => {
    for (const place of places) {
      const town = parentOf(places, place);
      const county = town && parentOf(places, town);
      assert.equal(county?.parent, undefined, place.id);
    }
  });
});

describe('the areas of the towns', () => {
  const places = defaultVocabulary.place;
  const drawn = places.filter(({ area }) => area);
  const positions = (place: (typeof places)[number]) =>
    new Set((place.area ?? []).flat().map((position) => position.join()));

  test('are there for each of them, and lie round its middle', () => {
    assert.deepEqual(
      drawn.map(({ id }) => id),
      places.filter(({ parent }) => parent === ROOT).map(({ id }) => id),
    );
    for (const { id, area = [], lat = 0, lng = 0 } of drawn) {
      let crossings = 0;
      for (const ring of area) {
        assert.deepEqual(ring[0], ring.at(-1), `${id} is not closed`);
        for (const [index, [x = 0, y = 0]] of ring.entries()) {
          const [fromX = 0, fromY = 0] = ring[index - 1] ?? [x, y];
          const isBeside = y > lat !== fromY > lat;
          if (isBeside && lng < ((fromX - x) * (lat - y)) / (fromY - y) + x) crossings++;
        }
      }
      assert.equal(crossings % 2, 1, `${id} lies outside its area`);
    }
  });

  test('touch: each town has corners in common with a neighbour', () => {
    for (const town of drawn) {
      const own = positions(town);
      const isNeighbour = (other: (typeof places)[number]) =>
        other !== town && [...positions(other)].filter((corner) => own.has(corner)).length > 1;
      assert.ok(drawn.some(isNeighbour), town.id);
    }
  });
});
