import { words } from '@vielfalt/feed';
import type { Location, Offer } from '@vielfalt/feed';
import { plainName } from '../text/plain-name.js';
import { aboutRecord } from './finding.js';
import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';
import { streetWords } from './street.js';

/** An offer in the forms in which it is compared. */
interface Candidate {
  offer: Offer;
  /** Its title's folded words. */
  title: string;
  /** The words with digits, and single letters: "A1", "2", "B". */
  numbers: string;
}

/** In shorter titles, one letter makes another word: "Nähen" is not "Mähen". */
const LONG_TITLE = 8;

/** More offers with one title, provider and place are a series; later ones are compared with these. */
const MOST_COMPARED = 20;

/** Offers that stand there twice, it seems. */
export function* findDuplicates(inspected: Inspected): Generator<Finding> {
  for (const [first, second] of duplicatesIn(inspected)) {
    const { source, record, title } = first;
    yield {
      kind: 'duplicate',
      ...aboutRecord(second),
      field: 'title',
      value: `${source} ${JSON.stringify(record)} (${title})`,
      remedy:
        'The same provider offers the same at the same place. Delete one of the two, or say in the title or the times what tells them apart.',
    };
  }
}

/**
 * Finds offers that are likely the same: the same provider by name, the same place, titles that differ
 * by case, accents, word order or one letter, and nothing that tells them apart. Only offers that share
 * a provider and a place are compared, by the forms of their titles, so that ten thousand offers take
 * a moment. No offer is the second one twice.
 */
export function* duplicatesIn({
  offers,
  providers,
}: Pick<Inspected, 'offers' | 'providers'>): Generator<[first: Offer, second: Offer]> {
  const names = new Map(providers.map(({ id, name }) => [id, plainName(name)]));
  const blocks = new Map<string, Candidate[]>();
  for (const offer of offers) {
    const candidate = candidateOf(offer);
    for (const place of placesOf(offer)) {
      const key = `${names.get(offer.provider) ?? offer.provider}\n${place}`;
      const block = blocks.get(key);
      if (block) block.push(candidate);
      else blocks.set(key, [candidate]);
    }
  }
  const found = new Set<Offer>();
  for (const block of blocks.values()) {
    if (block.length < 2) continue;
    for (const [first, second] of pairsIn(block)) {
      if (found.has(second.offer)) continue;
      found.add(second.offer);
      yield [first.offer, second.offer];
    }
  }
}

function* pairsIn(block: readonly Candidate[]): Generator<[Candidate, Candidate]> {
  const index = new Map<string, Candidate[]>();
  for (const candidate of block) {
    const forms = formsOf(candidate.title);
    const near = new Set(forms.flatMap((form) => index.get(form) ?? []));
    const first = [...near].find((other) => isSame(other, candidate));
    if (first) {
      yield [first, candidate];
      continue;
    }
    for (const form of forms) {
      const others = index.get(form);
      if (!others) index.set(form, [candidate]);
      else if (others.length < MOST_COMPARED) others.push(candidate);
    }
  }
}

/** Returns a title's forms: two titles share one where they differ by one letter or by word order. */
function formsOf(title: string): string[] {
  const forms = [title, title.split(' ').sort().join(' ')];
  if (title.length >= LONG_TITLE) {
    for (let at = 0; at < title.length; at++) forms.push(title.slice(0, at) + title.slice(at + 1));
  }
  return [...new Set(forms)];
}

function candidateOf(offer: Offer): Candidate {
  const folded = words(offer.title);
  return {
    offer,
    title: folded.join(' '),
    numbers: folded.filter((word) => /\d|^.$/u.test(word)).join(' '),
  };
}

function isSame(a: Candidate, b: Candidate): boolean {
  return (
    a.numbers === b.numbers &&
    MARKS.every((mark) => isCompatible(mark(a.offer), mark(b.offer))) &&
    shareAddress(a.offer, b.offer)
  );
}

/** Members that tell two offers of one title apart, where both have them. */
const MARKS: readonly ((offer: Offer) => unknown)[] = [
  ({ schedule }) => schedule?.times,
  ({ schedule }) => schedule?.validFrom,
  ({ level }) => level,
  ({ age }) => age,
  ({ only }) => only,
  ({ audiences }) => audiences?.toSorted(),
  ({ spoken }) => spoken?.map(({ language }) => language).sort(),
  ({ taught }) => taught,
];

function isCompatible(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined || JSON.stringify(a) === JSON.stringify(b);
}

function shareAddress({ locations: some = [] }: Offer, { locations: others = [] }: Offer): boolean {
  if (some.length === 0 || others.length === 0) return true;
  return some.some((a) =>
    others.some((b) =>
      [streetKey, ({ district }: Location) => district, ({ postalCode }: Location) => postalCode]
        .map((part) => [part(a), part(b)])
        .every(([one, other]) => isCompatible(one, other)),
    ),
  );
}

function streetKey({ street }: Location): string | undefined {
  return street && streetWords(street).replaceAll(' ', '');
}

/** Returns the towns where an offer is; one word where it names none. */
function placesOf({ locations = [], online }: Offer): Set<string> {
  const places = locations.map(({ town, locality = '' }) => town ?? words(locality).join(' '));
  return new Set(places.length > 0 ? places : [online ? 'online' : '']);
}
