import area from '../../data/area.json' with { type: 'json' };
import audience from '../../data/audience.json' with { type: 'json' };
import firstWeeks from '../../data/first-weeks.json' with { type: 'json' };
import kind from '../../data/kind.json' with { type: 'json' };
import language from '../../data/language.json' with { type: 'json' };
import placesWithoutAreas from '../../data/place.json' with { type: 'json' };
import topic from '../../data/topic.json' with { type: 'json' };
import type { FirstStep } from '../model/directory.js';
import type { Vocabulary } from '../model/vocabulary.js';

const areas: Record<string, unknown> = area;
const place = placesWithoutAreas.map((term) => ({
  ...term,
  ...(areas[term.id] !== undefined && { area: areas[term.id] }),
}));

/**
 * The vocabulary a directory of the Ennepe-Ruhr-Kreis starts with: labels in German, English,
 * Arabic, Turkish, Ukrainian, Polish, Romanian, Bulgarian, Russian, French, Persian and Kurmanji,
 * synonyms as people type them, places with a point in WGS 84 degrees. Within a list, parents come
 * before their children; the order is the one to show. The areas of the towns are drawn by hand round
 * our own points: they are schematic, and no town's border.
 *
 * Asserted, since TypeScript takes the keys that some terms lack for keys set to `undefined`; the
 * schema is checked by a test.
 */
export const defaultVocabulary = {
  topic,
  audience,
  kind,
  place,
  language,
} as unknown as Vocabulary;

/**
 * The steps of the page for newly arrived families, where an office has none of its own: school,
 * German, health, residence, housing, advice, people. Asserted for the same reason.
 */
export const defaultFirstWeeks = firstWeeks as unknown as readonly FirstStep[];
