import type { Field } from '../field.js';
import { FIELDS } from '../fields.js';
import type { FieldOptions } from '../mapping.js';
import { markKind } from '../marks.js';
import { fitness, isDialled, isFact, MISFIT, namesPersons } from './fitness.js';
import { guess, isForFields, isKey, plainHeading } from './headings.js';
import type { CellShape, Profile } from './profile.js';
import type { ReadContext } from '../readers.js';
import { joined, settleChoice } from './settle-choice.js';
import type { ColumnChoice } from './settle-choice.js';

const KINDS = String.raw`(?:netzwerke?s?|netzwerkname|runder? tische?s?|arbeitskreise?s?|arbeitsgruppen?|ak|bundnis(?:se|ses)?|gremium|gremien|fachkreise?s?|networks?|network name|round tables?|working groups?)`;
/** Names of columns that only networks have. */
const NETWORKS = new RegExp(`^(?:name (?:des|der) )?${KINDS}(?: (?:oder |und )?${KINDS})*$`);
const MEMBERS =
  /^(?:mitglied(?:er)?|mitgliedsorganisationen|mitgliedseinrichtungen|netzwerkpartner|beteiligte (?:organisationen|einrichtungen|institutionen|trager)|members|member organi[sz]ations)(?: \d+)?$/;
/** Names of columns that only offers have; with the first, each row is one. */
const TITLES =
  /^(?:angebote?|angebotstitel|titel des angebots|name des angebots|kurse?|kurstitel|veranstaltung|projekt|offer|activity|course|service|event|headline)$/;
const OFFERS = ['provider', 'audiences', 'cost', 'registration', 'age', 'level', 'spoken'];
/** Names of a sheet of networks. */
const SHEET = /(?:netzwerk|arbeitskreis|runde tische|gremien|network)/;

/** The fields that cells show by their shape, whatever their column is called. */
const SHOWN: readonly { shape: CellShape; field: string; share: number }[] = [
  { shape: 'email', field: 'network.contact.email', share: 0.6 },
  { shape: 'web', field: 'network.contact.web', share: 0.6 },
  { shape: 'phone', field: 'network.contact.phone', share: 0.7 },
  { shape: 'times', field: 'network.schedule', share: 0.5 },
];
const LOOKS = 25;
/** Fields that may be filled from several columns. */
const JOINED = new Set(['network.aim', 'network.members', 'network.topics', 'network.schedule']);

/** Tells whether each row of a table is a network: where in doubt, it is an offer. */
export function areNetworks(profiles: readonly Profile[], sheet: string): boolean {
  const filled = profiles.filter((column) => column.filled > 0);
  const named = filled.find(
    ({ name }) => NETWORKS.test(plainHeading(name)) || name === 'network.name',
  );
  if (filled.some(({ name }) => TITLES.test(plainHeading(name)))) return false;
  const hasMembers = filled.some(
    (column) => MEMBERS.test(plainHeading(column.name)) && !isCounted(column),
  );
  const isOffers = filled.some(({ name }) =>
    OFFERS.includes(guess(name).find(({ score }) => score > 50)?.field.name ?? ''),
  );
  if (hasMembers) return named !== undefined || !isOffers;
  const isWhole = named?.isUnique && named.filled > 0.9 * named.rows;
  const isTitled = filled.some(({ name }) => plainHeading(name) === 'name');
  return !isOffers && ((isWhole && !isTitled) || SHEET.test(plainHeading(sheet)));
}

/** Decides by the columns' names and contents, for a table of networks. */
export function chooseForNetworks(
  profiles: readonly Profile[],
  context: ReadContext,
): ColumnChoice {
  const fields = new Map<string, FieldOptions>();
  const translations = profiles.flatMap((column) => translationIn(column, context) ?? []);
  const placed = new Set(translations.map(({ name }) => name));
  const candidates = profiles
    .filter(({ name }) => !placed.has(name))
    .flatMap((column) => candidatesOf(column))
    .sort((one, other) => other.score - one.score || other.column.filled - one.column.filled);
  for (const { column, field } of candidates) {
    const before = fields.get(field.name);
    if (placed.has(column.name) || (before && !JOINED.has(field.name))) continue;
    fields.set(
      field.name,
      before ? joined(before, column.name, field.reader === 'text') : { column: column.name },
    );
    placed.add(column.name);
  }
  tickMembers(fields, profiles, placed);
  const choice = settleChoice('network', inTableOrder(fields, profiles), profiles, placed);
  const continued = continuedColumn(fields, profiles);
  return {
    ...choice,
    ignore: [...translations, ...choice.ignore],
    ...(continued !== undefined && { continued }),
  };
}

/** Says which field would take a column of translations; the person who made them has to be said, too. */
function translationIn(
  { name }: Profile,
  { finders }: ReadContext,
): ColumnChoice['ignore'][number] | undefined {
  const [end = ''] = /[\s(_[-]\p{L}+[)\]]?$/u.exec(name) ?? [];
  const tag = finders.language.find(end.replace(/\P{L}/gu, ''));
  const [first] = guess(name.slice(0, name.length - end.length), 'network');
  const member = /^network\.(name|aim|schedule)$/.exec(first?.field.name ?? '')?.[1];
  if (tag === undefined || tag === 'de' || member === undefined) return undefined;
  const way = `network.translations.${tag}`;
  return { name, why: `a translation: write it as ${way}.${member}, and who made it as ${way}.by` };
}

/** Takes columns that are ticked for the members whose names they have, where no column lists them. */
function tickMembers(
  fields: Map<string, FieldOptions>,
  profiles: readonly Profile[],
  placed: Set<string>,
): void {
  if (fields.has('network.members')) return;
  const ticked = profiles.filter(
    ({ name, shares }) =>
      !placed.has(name) &&
      shares['yes-no'] === 1 &&
      isForFields(name) &&
      markKind(name) === undefined,
  );
  if (ticked.length < 2) return;
  const names = ticked.map(({ name }) => name);
  for (const name of names) placed.add(name);
  fields.set('network.members', { ticked: Object.fromEntries(names.map((name) => [name, name])) });
}

/** Puts the columns of a field in the order of the table, whichever fits best. */
function inTableOrder(
  fields: ReadonlyMap<string, FieldOptions>,
  profiles: readonly Profile[],
): Map<string, FieldOptions> {
  const at = (column: string) => profiles.findIndex(({ name }) => name === column);
  return new Map(
    [...fields].map(([field, options]) => [
      field,
      options.columns
        ? { ...options, columns: options.columns.toSorted((one, other) => at(one) - at(other)) }
        : options,
    ]),
  );
}

function candidatesOf(column: Profile): { column: Profile; field: Field; score: number }[] {
  const { name, filled, shares } = column;
  if (filled === 0 || !isForFields(name)) return [];
  const scores = new Map<string, number>();
  const add = (field: string, score: number) => scores.set(field, (scores.get(field) ?? 0) + score);
  for (const { field, score } of guess(name, 'network')) {
    if (isKey(name) && field.reader !== 'key') continue;
    const fits = score + suits(field, column);
    // A person is told nowhere, as who coordinates a network would be.
    const isPerson = field.name === 'network.coordinator' && namesPersons(column, 0.5);
    add(isPerson ? 'network.contact.name' : field.name, fits);
  }
  for (const { shape, field, share } of SHOWN) {
    if (isKey(name) || shares[shape] < share || (shape === 'phone' && !isDialled(column))) continue;
    add(field, LOOKS);
  }
  return [...scores].flatMap(([path, score]) => {
    const field = FIELDS.get(path);
    return field && score > 15 ? [{ column, field, score }] : [];
  });
}

/** Returns how well a column's content fits its name, as with offers. */
function suits(field: Field, column: Profile): number {
  const name = field.name.replace('network.', '');
  if (name === 'members') return isCounted(column) ? -MISFIT : 0;
  if (name === 'coordinator') return isFact(column.shares) ? -MISFIT : 0;
  return fitness({ ...field, name: name === 'name' ? 'title' : name }, column);
}

/** Tells whether a column says how many, not who. */
function isCounted({ shares }: Profile): boolean {
  return shares.number > 0.5;
}

/** Finds the column that is empty, or the same, in rows that go on with the members of the one above. */
function continuedColumn(
  fields: ReadonlyMap<string, FieldOptions>,
  profiles: readonly Profile[],
): string | undefined {
  const of = (field: string) => profiles.find(({ name }) => name === fields.get(field)?.column);
  const [name, members] = [of('network.name'), of('network.members')];
  if (!name || !members) return undefined;
  const times = [...name.values.values()].reduce((sum, count) => sum + count, 0);
  const goesOn = times > 1.4 * name.values.size || name.filled < 0.7 * name.rows;
  return goesOn ? name.name : undefined;
}
