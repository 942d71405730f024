import type { ShownGap } from '../model/wire-professionals.js';
import type { NetworkHead } from '../model/wire-providers.js';
import type { SimilarReason } from '../model/wire-similar.js';
import type { Terms } from '../model/wire.js';
import { localTime } from '../time/local.js';
import { longDate, longDay } from '../wording/date.js';
import { fill, plural } from '../wording/fill.js';
import { dotted, labels, present } from '../wording/list.js';
import { either, type LanguagePreference, type Said } from '../wording/said.js';
import type { Wording } from '../wording/words.js';

/** The most topics and audiences that a reason names. */
const MOST_NAMED = 3;

/** The words that a reason is said in. */
type ReasonWording = Pick<Wording, 'tag' | 'card' | 'similar'>;

/** What is missing: `Sport und Bewegung · Frauen`. */
export function gapName({ topic, audience }: ShownGap, terms: Terms): string {
  return dotted(
    topic && (terms.topic[topic]?.label ?? topic),
    audience && (terms.audience[audience]?.label ?? audience),
  );
}

/** Why something is alike: `auch Hausaufgabenhilfe, 4 km`. */
export function sayReason(
  { topics, audiences, km }: SimilarReason,
  terms: Terms,
  { tag, card: { comma }, similar: { also, near } }: ReasonWording,
): string {
  const names = [...labels(topics, terms.topic), ...labels(audiences, terms.audience)];
  const shown = names.slice(0, MOST_NAMED).join(comma);
  return present([
    shown && fill(also, { names: shown }),
    km !== undefined && (km < 1 ? near : kilometres(km, tag)),
  ]).join(comma);
}

function kilometres(km: number, tag: string): string {
  return km.toLocaleString(tag, {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: 0,
  });
}

/** The name of a network, translated where it has been. */
export function networkName(
  head: Pick<NetworkHead, 'name' | 'language' | 'translation'>,
  preference: LanguagePreference,
): Said | undefined {
  return either(head, preference, head.name, head.translation?.texts.name);
}

/**
 * When a network meets and how many belong to it: `Nächstes Treffen: Dienstag, 8. Dezember ·
 * 4 Mitglieder`.
 *
 * @param next its next meeting, where that is still ahead
 * @param today the local date in the directory's zone
 */
export function networkLine(
  { rhythm, members }: Pick<NetworkHead, 'rhythm' | 'members'>,
  next: NetworkHead['next'],
  today: string,
  { tag, professionals: words }: Pick<Wording, 'tag' | 'professionals'>,
): string {
  return dotted(
    next && `${words.next}: ${longDay(next.start, today, tag)}`,
    rhythm,
    plural(tag, words.members, members),
  );
}

/** The day of an instant in the directory's zone: `22. November 2026`. */
export function changedOn(instant: string, timeZone: string, tag: string): string {
  return longDate(localTime(new Date(instant).getTime(), timeZone).date, tag);
}
