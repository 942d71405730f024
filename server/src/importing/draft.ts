import type { FileOffer, FileProvider } from '@vielfalt/feed';
import type { Fault } from './fault.js';
import type { Named } from './identity.js';

/** Where a record stands in the file that it comes from. */
export interface RecordPosition {
  /** Like `offers[3]`, or like `line 12`. */
  name: string;
  /** What a fault says of a member of the record, like `title`. */
  of(member: string): Pick<Fault, 'path' | 'line' | 'column'>;
}

/** A record of a file: what it is told from others by, and on demand what it says. */
export interface RecordDraft<Given> {
  place: RecordPosition;
  source: string;
  record: string;
  id?: string;
  slug?: string;
  isRetired: boolean;
  named: Named;
  /** Of an offer: the provider's record key or id. */
  provider?: string;
  give(): Given;
}

/** A record of a JSON file. @param path like `offers[3]` */
export function placeInJson(path: string): RecordPosition {
  return { name: path, of: (member) => ({ path: `${path}.${member}` }) };
}

export function draftOffer(given: FileOffer, place: RecordPosition): RecordDraft<FileOffer> {
  const { title, locations, provider } = given;
  return { ...draft(given, place, named(title, townOf(locations))), provider, give: () => given };
}

export function draftProvider(
  given: FileProvider,
  place: RecordPosition,
): RecordDraft<FileProvider> {
  return { ...draft(given, place, named(given.name, given.address)), give: () => given };
}

function draft(
  { source, record, id, slug, status }: FileOffer | FileProvider,
  place: RecordPosition,
  name: Named,
): Omit<RecordDraft<unknown>, 'give'> {
  return {
    ...{ place, source, record },
    ...(id !== undefined && { id: id.toLowerCase() }),
    ...(slug !== undefined && { slug }),
    isRetired: status === 'retired',
    named: name,
  };
}

/** The first place that says in which town it is. */
export function townOf(locations: FileOffer['locations'] = []) {
  return locations.find(({ town, locality }) => town ?? locality);
}

export function named(
  title: string,
  place: { town?: string; locality?: string } | undefined,
): Named {
  const town = place?.town ?? place?.locality;
  return { title, ...(town !== undefined && { town }) };
}

/** A fault in a draft's member. */
export function faultIn(
  { place, record }: Pick<RecordDraft<unknown>, 'place' | 'record'>,
  member: string,
  what: Pick<Fault, 'value' | 'reason' | 'remedy'>,
): Fault {
  return { ...place.of(member), record, ...what };
}
