import type { NamedMember } from '@vielfalt/feed';
import { findWeb, readEmail } from './contact.js';
import type { KnownNames } from './member-names.js';
import {
  ADDRESS,
  BEGINS_WITH_OTHERS,
  DOUBTFUL_END,
  DOUBTFUL_START,
  ENDS_WITH_OTHERS,
  IN_DOUBT,
  IS_PERSON,
  ONLY_PERSON,
  LABEL,
  NOBODY,
  NOT_PUBLIC,
  ONLY_OTHERS,
  ROLE,
  WITH_ADDRESS,
  WITH_PERSON,
} from './member-words.js';
import { readPhone } from './phone.js';

/** What is said about a part of a text: the part, and a sentence's end. */
export interface MemberRemark {
  value: string;
  reason: string;
}

/** What one entry of a list of members says. */
export interface ReadEntry {
  /** Absent where it names no member. */
  member?: NamedMember;
  remarks: readonly MemberRemark[];
}

const EMAIL = /<?[^\s,;|<>()[\]@]{1,64}@[^\s,;|<>()[\]@]{1,255}>?/gu;
const WEB = /\(?(?:https?:\/\/|\bwww\.)[^\s<>"„“(),;]+\)?/giu;
const PHONE =
  /(?:\b(?:tel(?:efon)?|fon|mobil|handy|fax)\.?:?\s*)?(?<![\p{L}\d])[+(]?\d[\d ()/.–-]{5,40}\d/giu;
/** A mailbox, or a number to dial. */
const REACHED = /[^\s@]@[^\s@]|(?<![\p{L}\d])[+(]?0\d[\d ()/.–-]{5,40}\d/u;
const PHONE_WORD = /^(?:tel|fon|mobil|handy|fax)/i;
const MAILBOX = /^(.+?)\s*<[^<>\s]+@[^<>\s]+>$/u;
const IN_BRACKETS = /\s*[([]([^()[\]]*)[)\]]/gu;
const QUOTED = /^["„“»‚']([^"„“”»«‚‘']+)["“”«‘']$/u;
const BULLET = /^[\s•·▪*◦●○■□➢►→✓✔‣–—-]+/u;
const EDGES = /^[\s,;:/|،؛]+|[\s,;:/|،؛]+$/gu;

const REASONS = {
  others: 'names nobody, and is left out: name the others, if people are to find them',
  label: 'is no name, and left out',
  role: 'says what somebody does there, and is left out: say who coordinates in a column of its own (network.coordinator)',
  person: 'names a person, and is left out: write the organisation',
  mailbox:
    'is a mailbox, perhaps of a person, and left out: write the name of the organisation alone',
  nobody: 'names nobody, and is left out',
  hidden: 'says that it is not for the public; it is left out',
  reach:
    'is a way to reach somebody and no name: it is left out. Put it into a column for the contact',
  doubt: 'is not sure to be a member, and left out: write the name alone once it is',
} as const;
type Reason = keyof typeof REASONS;

/** What brackets say besides a name. */
const BESIDES: readonly [Reason, RegExp][] = [
  ['hidden', NOT_PUBLIC],
  ['doubt', IN_DOUBT],
  ['reach', REACHED],
  ['person', IS_PERSON],
  ['role', ROLE],
  ['reach', ADDRESS],
];
/** What is said of all of an entry, not of a part. */
const OF_ALL: ReadonlySet<Reason> = new Set(['hidden', 'doubt', 'role']);
/** What may stand at the end, or instead, of a name. */
const ENDS: readonly [Reason, RegExp][] = [
  ['others', ONLY_OTHERS],
  ['others', ENDS_WITH_OTHERS],
  ['person', ONLY_PERSON],
  ['person', WITH_PERSON],
  ['reach', WITH_ADDRESS],
];
/** What names no member. */
const NO_NAMES: readonly [Reason, RegExp][] = [
  ['reach', ADDRESS],
  ['nobody', NOBODY],
  ['doubt', IN_DOUBT],
  ['doubt', DOUBTFUL_START],
  ['doubt', DOUBTFUL_END],
];

/**
 * Reads one entry of a list of members: the name, and its web address. What is not part of a name
 * is taken away and said: how to reach somebody, persons, roles, doubts, what stands for others.
 */
export function readMemberEntry(text: string, known: KnownNames): ReadEntry {
  const entry = new Entry(text, known);
  const { remarks } = entry;
  if (entry.isKnown()) return { member: { name: entry.text }, remarks };
  if (entry.isMailbox()) return { remarks };
  const web = entry.takeWeb();
  const isMember = entry.isSure() && entry.isLeft();
  if (isMember) return { member: { name: entry.text, ...(web !== undefined && { web }) }, remarks };
  if (web !== undefined) entry.remark(web, 'reach');
  return { remarks };
}

/** Takes e-mail addresses and telephone numbers out of a text that is no entry of a list. */
export function withoutReach(text: string): { text: string; remarks: readonly MemberRemark[] } {
  const remarks: MemberRemark[] = [];
  const take = (found: string) => {
    remarks.push({ value: tidy(found), reason: REASONS.reach });
    return '';
  };
  const left = text
    .replace(EMAIL, (found) => (readEmail(found) === undefined ? found : take(found)))
    .replace(PHONE, (found) => (isPhone(found) ? take(found) : found));
  return { text: left, remarks };
}

/** An entry, of which is taken away what is not part of a name. */
class Entry {
  text: string;
  readonly remarks: MemberRemark[] = [];
  readonly #whole: string;
  readonly #known: KnownNames;

  constructor(text: string, known: KnownNames) {
    this.text = tidy(text.replace(BULLET, ''));
    this.#whole = this.text;
    this.#known = known;
  }

  isKnown(): boolean {
    return this.#known.has(this.text);
  }

  /** Tells whether it is "Muster, Eva <eva@…>", as mail programs write it. */
  isMailbox(): boolean {
    const name = MAILBOX.exec(this.text)?.[1];
    const isMailbox = name !== undefined && !this.#known.has(unquoted(name));
    if (isMailbox) this.remark(this.text, 'mailbox');
    return isMailbox;
  }

  /** Takes away web addresses. @returns the first */
  takeWeb(): string | undefined {
    const addresses = this.text.match(WEB) ?? [];
    const [web] = addresses.flatMap((address) => findWeb(address) ?? []);
    this.#take(WEB, 'reach', (found) => web === undefined || findWeb(found) !== web);
    this.text = this.text.replace(WEB, ' ');
    return web;
  }

  /** Takes away what brackets say besides; false where they say that it is no member, or not yet. */
  isSure(): boolean {
    for (const [found, inside = ''] of this.text.matchAll(IN_BRACKETS)) {
      const said = inside.trim();
      const [reason] = BESIDES.find(([, pattern]) => pattern.test(said)) ?? [];
      if (reason) this.remark(OF_ALL.has(reason) ? this.#whole : said, reason);
      if (reason === 'doubt' || reason === 'hidden') return false;
      if (reason ?? !said) this.text = this.text.replace(found, ' ');
    }
    this.text = tidy(this.text);
    return true;
  }

  /** Takes away what is no part of a name; false where nothing is left that names a member. */
  isLeft(): boolean {
    this.#take(EMAIL, 'reach', (found) => readEmail(found) !== undefined);
    this.#take(PHONE, 'reach', isPhone);
    this.text = tidy(this.text);
    this.#take(LABEL, 'label');
    this.#take(BEGINS_WITH_OTHERS, 'others');
    this.text = tidy(this.text);
    while (!this.isKnown() && this.#cutEnd());
    if (this.isKnown()) return true;
    const [reason] = NO_NAMES.find(([, pattern]) => pattern.test(this.text)) ?? [];
    if (reason && this.text) this.remark(this.text, reason);
    else this.text = unquoted(this.text);
    return this.text !== '' && reason === undefined;
  }

  #take(pattern: RegExp, reason: Reason, fits = (_: string) => true): void {
    this.text = this.text.replace(pattern, (found: string) => {
      if (!fits(found)) return found;
      this.remark(found, reason);
      return ' ';
    });
  }

  /** Takes away what stands behind a name, or instead of it. @returns whether anything did */
  #cutEnd(): boolean {
    for (const [reason, pattern] of ENDS) {
      const end = pattern.exec(this.text)?.[1];
      if (!end) continue;
      this.remark(end, reason);
      this.text = tidy(this.text.slice(0, this.text.length - end.length));
      return true;
    }
    return false;
  }

  remark(value: string, reason: Reason): void {
    this.remarks.push({ value: tidy(value), reason: REASONS[reason] });
  }
}

function isPhone(text: string): boolean {
  return readPhone(text) !== undefined || PHONE_WORD.test(text);
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:])/g, '')
    .replace(EDGES, '')
    .replace(/(?:^| )(?:[–&+-]|und|sowie|mit|and)$/iu, '');
}

/** Takes away quotes around all of a name. */
function unquoted(name: string): string {
  return QUOTED.exec(name)?.[1] ?? name;
}
