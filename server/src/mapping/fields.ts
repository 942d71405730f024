import type { Field } from './field.js';
import { NETWORK_FIELDS } from './network-fields.js';
import { OFFER_FIELDS } from './offer-fields.js';
import { PROVIDER_FIELDS } from './provider-fields.js';

/** All fields by name; those of offers first, those of networks last. */
export const FIELDS: ReadonlyMap<string, Field> = new Map(
  [...OFFER_FIELDS, ...PROVIDER_FIELDS, ...NETWORK_FIELDS].map((field) => [field.name, field]),
);

/** Texts that a mapping may give in further languages. */
const OF_OFFERS =
  'title|summary|description|eligibility|schedule|cost|registration|bring|practice(?:Reason|People|Money|Rooms|Partners|Results)';
const OF_NETWORKS = 'name|aim|schedule';
const TAG = '[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*';
const TRANSLATION = new RegExp(
  `^(?:translations\\.${TAG}\\.(?:${OF_OFFERS})|network\\.translations\\.${TAG}\\.(?:${OF_NETWORKS}))$`,
);
const TRANSLATOR = new RegExp(`^(?:network\\.)?translations\\.${TAG}\\.by$`);
const TRANSLATORS = {
  Mensch: 'person',
  menschlich: 'person',
  Maschine: 'machine',
  maschinell: 'machine',
  automatisch: 'machine',
};

/** Finds a field by its name, also of a further location (`location.2.street`) or language. */
export function fieldOf(name: string): Field | undefined {
  if (TRANSLATION.test(name)) {
    const reader = /\.(?:title|name)$/.test(name) ? 'title' : 'text';
    return { name, label: 'a translation', reader };
  }
  if (TRANSLATOR.test(name)) {
    const label = 'who translated: `person` or `machine`';
    return { name, label, reader: 'choice', words: TRANSLATORS };
  }
  const field = FIELDS.get(name.replace(/^location\.([2-9]|[1-4]\d|50)(?=\.|$)/, 'location'));
  return field && { ...field, name };
}

/** Returns the path to a field in an offer, or below `provider` or `network` in one of these. */
export function stepsOf(name: string): readonly (string | number)[] {
  let steps = known.get(name);
  if (!steps) {
    steps = wayTo(name);
    known.set(name, steps);
  }
  return steps;
}

const known = new Map<string, readonly (string | number)[]>();

function wayTo(name: string): (string | number)[] {
  const [first = '', second, ...rest] = name.split('.');
  if (first === 'network') return [first, ...wayTo([second, ...rest].join('.'))];
  if (first === 'location') {
    return /^\d+$/.test(second ?? '')
      ? ['locations', Number(second) - 1, ...rest]
      : ['locations', 0, ...(second === undefined ? [] : [second]), ...rest];
  }
  if (first === 'translations' && second !== undefined && rest[0] !== 'by') {
    return [first, second, 'texts', ...rest];
  }
  if (first === 'schedule' && ['days', 'start', 'end', 'period'].includes(second ?? ''))
    return [first];
  if (first === 'practice' && ['people', 'money', 'rooms', 'partners'].includes(second ?? '')) {
    return [first, 'needs', second ?? ''];
  }
  if (name === 'provider') return ['provider', 'name'];
  if (name === 'eligibility') return ['eligibility', 'text'];
  return name.split('.');
}

/** Names of columns that have the longitude first: GeoJSON's, and those that say so. */
const LNG_FIRST = /\.coordinates$|^(?:lng|lon|long|longitude|länge|längengrad)\W*(?:lat|breite)/i;

/** Returns the field as it is read where its column has longitude before latitude. */
export function positioned(field: Field, columns: readonly { name: string }[]): Field {
  const isPosition = columns.some(({ name }) => LNG_FIRST.test(name.trim()));
  return field.reader === 'point' && isPosition ? { ...field, reader: 'position' } : field;
}
