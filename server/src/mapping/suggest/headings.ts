import { words } from '@vielfalt/feed';
import { headersOf } from '../field.js';
import type { Field } from '../field.js';
import { FIELDS } from '../fields.js';
import type { RowKind } from '../mapping.js';
import { PROVIDER_WORDS } from '../provider-fields.js';

/** A field that a column's name may mean. */
export interface Guess {
  field: Field;
  /** From 0 to 100. */
  score: number;
}

/** Names of columns for the office alone, which a guess must not publish. */
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

/** Words of columns that suit no field, although another word in the name does. */
const FOREIGN =
  /\b(?:fax|telefax|iban|anzahl|seite|webseite sprachen|logo|bild|foto|image|geburtsdatum)\b/;

/** Removes gender endings and brackets: "Ansprechpartner/in (optional)" is "ansprechpartner". */
export function plainHeading(name: string): string {
  return words(
    name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/[*:_/](?:in|innen|r|n|e)(?!\p{L})/gu, '')
      .replace(/\([^)]*\)/g, ' '),
  ).join(' ');
}

/** A column name that a field is recognised by. */
interface Heading {
  words: string;
  field: Field;
  /** From the most usual to the least. */
  rank: number;
}

function headingsOf(fields: Iterable<Field>): Heading[] {
  return [...fields].flatMap((field) =>
    headersOf(field).map((header, rank) => ({ words: plainHeading(header), field, rank })),
  );
}

const isOfNetworks = ({ name }: Field) => name.startsWith('network.');
const HEADINGS: Readonly<Record<RowKind, readonly Heading[]>> = {
  offer: headingsOf([...FIELDS.values()].filter((field) => !isOfNetworks(field))),
  network: headingsOf([...FIELDS.values()].filter(isOfNetworks)),
};

/** Columns that themselves say what may be shown. */
const VISIBILITIES: ReadonlySet<string> = new Set(
  HEADINGS.offer
    .filter(({ field }) => field.reader === 'visibility')
    .map(({ words: known }) => known),
);

const PROVIDERS = PROVIDER_WORDS.split(',').map(plainHeading);

/** Tells whether a column is not for the public, which its name mostly says in brackets. */
export function isInternal(name: string): boolean {
  if (VISIBILITIES.has(plainHeading(name))) return false;
  return INTERNAL.test(plainHeading(name.replace(/[()[\]_-]/g, ' ')));
}

/** Tells whether a column may fill a field at all, whatever is in it. */
export function isForFields(name: string): boolean {
  return !isInternal(name) && !FOREIGN.test(plainHeading(name));
}

/** Tells whether a column has keys of another table or program: "location_id", "uuid". */
export function isKey(name: string): boolean {
  return /(?:^| )(?:id|ids|uid|uuid|guid|key|hash|timestamp)$/.test(plainHeading(name));
}

/** Tells whether a column has house numbers alone. */
export function isHouseNumber(name: string): boolean {
  return /(?:^| )(?:haus ?(?:nr|nummer|no)|house ?(?:number|no))(?: zusatz)?$/.test(
    plainHeading(name),
  );
}

/** Returns the fields that a column's name may mean, the likeliest first. */
export function guess(name: string, kind: RowKind = 'offer'): Guess[] {
  // A dotted name is one of ours; "id" and "language" may be anybody's.
  const exact = name.includes('.') ? FIELDS.get(name.trim()) : undefined;
  if (exact && isOfNetworks(exact) === (kind === 'network')) return [{ field: exact, score: 100 }];
  const heading = plainHeading(name);
  if (!heading || !isForFields(name)) return [];
  // In a header of several rows, the last is the column's own name.
  const [group, ...own] = name.split(' – ').map(plainHeading);
  const provider = kind === 'network' ? [] : ofProvider(heading);
  if (provider.length > 0) return provider;
  const guesses = [
    ...match(heading, 60, kind),
    ...(own.length > 0 && !isProvider(group ?? '') ? match(own.join(' '), 55, kind) : []),
  ];
  const best = new Map<string, Guess>();
  for (const { field, score } of guesses) {
    if (score > (best.get(field.name)?.score ?? 0)) best.set(field.name, { field, score });
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

function match(heading: string, full: number, kind: RowKind = 'offer'): Guess[] {
  return HEADINGS[kind].flatMap(({ words: known, field, rank }) => {
    // A field's names are listed from the most usual to the least.
    const score = full - Math.min(rank, 9) / 10;
    if (heading === known) return [{ field, score }];
    if (known.length < 3) return [];
    if (` ${heading} `.includes(` ${known} `)) {
      const share = known.length / heading.length;
      return [{ field, score: score - 30 + 15 * share }];
    }
    // The end of a German compound says what it is: "Kurstitel", "Projektbeschreibung".
    return known.length >= 5 && heading.endsWith(known) ? [{ field, score: score - 30 }] : [];
  });
}

/** Guesses a fact about the provider: "Träger Telefon", "E-Mail des Anbieters". */
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

export function isProvider(word: string): boolean {
  return PROVIDERS.some((known) => word === known || word === `${known}s`);
}
