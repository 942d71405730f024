import { nameKey, type FileMember } from '@vielfalt/feed';
import { NearNames } from '../text/plain-name.js';
import { partsOfList } from './list.js';
import { readMemberEntry, withoutReach } from './member-entry.js';
import type { MemberRemark } from './member-entry.js';
import { entriesOfMembers } from './member-list.js';
import { KnownNames } from './member-names.js';

const LONGEST = 300;
/** The contract's, of one network. */
const MOST_MEMBERS = 500;

/** The providers that members of networks may be. */
export interface KnownProvider {
  /** Absent where it has been retired: its key still names it, and its name nobody. */
  name?: string;
  source: string;
  record: string;
}

/** The members that a text names. */
export interface ReadMembers {
  members: FileMember[];
  /** What was left out, or whom a name may mean. */
  remarks: MemberRemark[];
  /** What is too long to be a name of anybody. */
  rest: string[];
}

/** Reads who belongs to a network, as offices list it in a cell. */
export class MemberReader {
  readonly #names: KnownNames;
  readonly #near: NearNames;
  readonly #records: ReadonlySet<string>;

  /** @param source of the networks: its own keys of providers are understood too */
  constructor(providers: readonly KnownProvider[], source: string) {
    const names = providers.flatMap(({ name }) => name ?? []);
    this.#names = new KnownNames(names);
    this.#near = new NearNames(names);
    this.#records = new Set(
      providers.flatMap((provider) => (provider.source === source ? provider.record : [])),
    );
  }

  /** Reads a list. @param separators where the office says how its entries are set apart */
  list(text: string, separators?: readonly string[]): ReadMembers {
    return this.#read(entriesOfMembers(text, this.#names, separators));
  }

  /** Reads the one who coordinates; of several, the first. */
  one(text: string): ReadMembers {
    const { members, remarks, rest } = this.#read(partsOfList(text, [';', '|', '\n']));
    const [first, ...more] = members;
    const others = more.map((member) => ({
      value: 'name' in member ? member.name : member.provider,
      reason: 'is named beside the one who coordinates, and left out: write it among the members',
    }));
    return { members: first ? [first] : [], remarks: [...remarks, ...others], rest };
  }

  #read(entries: readonly string[]): ReadMembers {
    const members = new Map<string, FileMember>();
    const remarks: MemberRemark[] = [];
    const rest: string[] = [];
    for (const entry of entries) {
      if (entry.length > LONGEST) {
        const { text, remarks: said } = withoutReach(entry);
        remarks.push(...said);
        rest.push(text);
        continue;
      }
      const read = this.#entry(entry);
      remarks.push(...read.remarks);
      if (!read.member) continue;
      const key = 'name' in read.member ? nameKey(read.member.name) : `key ${read.member.provider}`;
      const before = members.get(key);
      if (!before && members.size === MOST_MEMBERS) {
        const reason = `is one more than the ${MOST_MEMBERS} members that a network can have: it is left out`;
        remarks.push({ value: entry, reason });
        continue;
      }
      // The web address may stand beside the one or the other.
      members.set(key, { ...read.member, ...before });
      if (before) remarks.push({ value: entry, reason: 'stands there twice, which counts once' });
    }
    return { members: [...members.values()], remarks, rest };
  }

  /** Reads one entry: a provider's key, or a name, which stays as it is written. */
  #entry(entry: string): { member?: FileMember; remarks: readonly MemberRemark[] } {
    if (this.#isKey(entry)) return { member: { provider: entry }, remarks: [] };
    const { member, remarks } = readMemberEntry(entry, this.#names);
    if (!member) return { remarks };
    const { name, web } = member;
    if (this.#isKey(name)) {
      const reason = 'is left out: the provider has its own';
      const dropped = web === undefined ? [] : [{ value: web, reason }];
      return { member: { provider: name }, remarks: [...remarks, ...dropped] };
    }
    const meant = this.#names.has(name) ? undefined : this.#near.find(name);
    if (meant === undefined) return { member, remarks };
    const reason = `may be “${meant}”: it stays as it is written. Write exactly that name if it is`;
    return { member, remarks: [...remarks, { value: name, reason }] };
  }

  #isKey(text: string): boolean {
    return this.#records.has(text) && !this.#names.has(text);
  }
}
