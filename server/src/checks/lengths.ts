import { aboutRecord } from './finding.js';
import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';

/** The greatest length of a text that is read at a glance, and what to do with a longer one. */
interface Limit {
  characters: number;
  remedy: string;
}

/** Four lines: on a phone a heading has some 35 characters a line. */
const TITLE: Limit = {
  characters: 120,
  remedy: 'A title says what it is; move the rest to the summary.',
};

/** A closed card shows three lines, at most 210 characters; a few more do no harm. */
const SUMMARY: Limit = {
  characters: 300,
  remedy: 'A card shows its beginning only: say it shorter, move the rest to the description.',
};

/** Two printed pages; people looking for an offer read no more. */
const DESCRIPTION: Limit = {
  characters: 5_000,
  remedy: 'Keep what helps to decide, and link to the rest.',
};

/** Finds texts that are valid but too long for the place where they are shown. */
export function* checkLengths({ offers, providers }: Inspected): Generator<Finding> {
  for (const offer of offers) {
    const { title, summary, description, translations = {} } = offer;
    const languages = Object.entries(translations).map(
      ([tag, { texts }]) => [`translations.${tag}.texts.`, texts] as const,
    );
    for (const [prefix, texts] of [['', { title, summary, description }] as const, ...languages]) {
      yield* tooLong(offer, `${prefix}title`, texts.title, TITLE);
      yield* tooLong(offer, `${prefix}summary`, texts.summary, SUMMARY);
      yield* tooLong(offer, `${prefix}description`, texts.description, DESCRIPTION);
    }
  }
  for (const provider of providers) {
    yield* tooLong(provider, 'name', provider.name, TITLE);
    yield* tooLong(provider, 'description', provider.description, DESCRIPTION);
  }
}

function* tooLong(
  record: Parameters<typeof aboutRecord>[0],
  field: string,
  text: string | undefined,
  { characters, remedy }: Limit,
): Generator<Finding> {
  const length = [...(text ?? '')].length;
  if (length <= characters) return;
  yield {
    kind: 'too-long',
    ...aboutRecord(record),
    field,
    value: `${length} characters`,
    remedy: `More than ${characters}. ${remedy}`,
  };
}
