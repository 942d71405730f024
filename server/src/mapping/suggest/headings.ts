import { words } from '@vielfalt/feed';
import { headersOf } from '../field.js';
import type { Field } from '../field.js';
import { FIELDS } from '../fields.js';
import { PROVIDER_WORDS } from '../provider-fields.js';

/** A field that a column's name may mean. */
export interface Guess {
  field: Field;
  /** From 0 to 100. */
  score: number;
}

/** What is for the office alone, and must not be published by a guess. */
const INTERNAL = new RegExp(
  [
    String.raw`\bintern(?:e[rsmn]?|al|telefon|nummer|adresse|vermerk|notiz)?\b`,
    String.raw`\b(?:nicht|nie|kein\w*) (?:\w+ ){0,2}(?:veroff|verof|off|weiter|herausg|publi|anzeig|online|internet)\w*`,
    String.raw`\bnur (?:fur |furs )?(?:\w+ )?(?:buro|team|verwaltung|mitarbeit\w*|kolleg\w*|uns|dienstgebrauch)\b`,
    String.raw`\b(?:vertraulich|geheim|privat|bearbeite|sachbearbeit|wiedervorlage|datenschutz|sperrvermerk)\w*`,
    String.raw`\b(?:confidential|secret|unlisted|(?:staff|office|team) only)\b`,
    String.raw`\b(?:not|never|do not|don t) (?:for |to )?(?:be )?(?:publi|shar|show|passed? on|disclos)\w*`,
  ].join('|'),
);

/** What no field is for, although a word in the name says otherwise. */
const FOREIGN =
  /\b(?:fax|telefax|iban|anzahl|seite|webseite sprachen|logo|bild|foto|image|geburtsdatum)\b/;

/** A name's words without gender endings and brackets: "Ansprechpartner/in (optional)" is "ansprechpartner". */
export function plainHeading(name: string): string {
  return words(
    name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/[*:_/](?:in|innen|r|n|e)(?!\p{L})/gu, '')
      .replace(/\([^)]*\)/g, ' '),
  ).join(' ');
}

const HEADINGS: readonly { words: string; field: Field; rank: number }[] = [
  ...FIELDS.values(),
].flatMap((field) =>
  headersOf(field).map((header, rank) => ({ words: plainHeading(header), field, rank })),
);

/** These say themselves what may be shown. */
const VISIBILITIES: ReadonlySet<string> = new Set(
  HEADINGS.filter(({ field }) => field.reader === 'visibility').map(({ words: known }) => known),
);

const PROVIDERS = PROVIDER_WORDS.split(',').map(plainHeading);

/** Whether a column is not for the public; mostly, that stands in brackets. */
export function isInternal(name: string): boolean {
  if (VISIBILITIES.has(plainHeading(name))) return false;
  return INTERNAL.test(plainHeading(name.replace(/[()[\]_-]/g, ' ')));
}

/** Whether a field may be for it at all, whatever is in it. */
export function isForFields(name: string): boolean {
  return !isInternal(name) && !FOREIGN.test(plainHeading(name));
}

/** Whether a column has keys of another table or program: "location_id", "uuid". */
export function isKey(name: string): boolean {
  return /(?:^| )(?:id|ids|uid|uuid|guid|key|hash|timestamp)$/.test(plainHeading(name));
}

/** Whether a column has the numbers of houses alone. */
export function isHouseNumber(name: string): boolean {
  return /(?:^| )(?:haus ?(?:nr|nummer|no)|house ?(?:number|no))(?: zusatz)?$/.test(
    plainHeading(name),
  );
}

/** The fields that a column's name may mean, the likeliest first. */
export function guess(name: string): Guess[] {
  // Dotted, it is one of ours; "id" and "language" are anybody's.
  const exact = name.includes('.') ? FIELDS.get(name.trim()) : undefined;
  if (exact) return [{ field: exact, score: 100 }];
  const heading = plainHeading(name);
  if (!heading || !isForFields(name)) return [];
  // In a header of several rows, the last is the column's own name.
  const [group, ...own] = name.split(' – ').map(plainHeading);
  const provider = ofProvider(heading);
  if (provider.length > 0) return provider;
  const guesses = [
    ...match(heading, 60),
    ...(own.length > 0 && !isProvider(group ?? '') ? match(own.join(' '), 55) : []),
  ];
  const best = new Map<string, Guess>();
  for (const { field, score } of guesses) {
    if (score > (best.get(field.name)?.score ?? 0)) best.set(field.name, { field, score });
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

function match(heading: string, full: number): Guess[] {
  return HEADINGS.flatMap(({ words: known, field, rank }) => {
    // What a field is called first is what it is called most.
    const score = full - Math.min(rank, 9) / 10;
    if (heading === known) return [{ field, score }];
    if (known.length < 3) return [];
    if (` ${heading} `.includes(` ${known} `)) {
      const share = known.length / heading.length;
      return [{ field, score: score - 30 + 15 * share }];
    }
    // German compounds end in what they are: "Kurstitel", "Projektbeschreibung".
    return known.length >= 5 && heading.endsWith(known) ? [{ field, score: score - 30 }] : [];
  });
}

/** "Träger Telefon", "E-Mail des Anbieters": a fact about the provider. */
function ofProvider(heading: string): Guess[] {
  const all = heading.split(' ');
  const rest = all.filter((word) => !isProvider(word) && !['des', 'der', 'vom'].includes(word));
  if (rest.length === all.length) return [];
  if (rest.length === 0 || rest.join(' ') === 'name') {
    const field = FIELDS.get('provider');
    return field ? [{ field, score: 62 }] : [];
  }
  return match(rest.join(' '), 62).flatMap(({ field: { name }, score }) => {
    const below = name.startsWith('location')
      ? name.replace('location', 'provider.address')
      : `provider.${name}`;
    const field = FIELDS.get(below);
    return field ? [{ field, score }] : [];
  });
}

function isProvider(word: string): boolean {
  return PROVIDERS.some((known) => word === known || word === `${known}s`);
}
