import { nameKey, type FileMember } from '@vielfalt/feed';
import { NearNames } from '../text/plain-name.js';
import { partsOfList } from './list.js';

/** The ends of lists that leave somebody out: "u. a.", "usw.", "und viele weitere". */
const OTHERS = String.raw`u\. ?a\.(?: ?m\.)?|u\. ?v\. ?(?:a\.|m\.)|usw\.?|etc\.?|u\.?s\.?f\.?|und so weiter|(?:und )?(?:viele )?(?:andere|weitere)(?: mehr)?|and others|et al\.?|…|\.{3}`;
const ONLY_OTHERS = new RegExp(String.raw`^(?:${OTHERS})$`, 'iu');
const ENDS_WITH_OTHERS = new RegExp(String.raw`(?:,|\s)\s*(${OTHERS})\s*$`, 'iu');
/** What follows a comma within a name: "Lesen und mehr, e. V.". */
const LEGAL_FORM = /^(?:e\. ?v\.|g?gmbh|mbh|ggmbh|ag|eg|kg|gbr)$/iu;
const LISTED = [';', '|', '\n', '\r', '•', '▪', '·'];
const LONGEST = 300;

/** The providers that members of networks may be. */
export interface KnownProvider {
  name: string;
  source: string;
  record: string;
}

/** The members that a text names. */
export interface ReadMembers {
  members: FileMember[];
  /** Remarks about what was left out or may be meant: sentence's ends. */
  notes: string[];
  /** What is no name of anybody. */
  rest: string[];
}

/** Reads who belongs to a network, as offices list it in a cell. */
export class MemberReader {
  readonly #names: ReadonlySet<string>;
  readonly #near: NearNames;
  readonly #records: ReadonlySet<string>;

  /** @param source of the networks: its own keys of providers are understood too */
  constructor(providers: readonly KnownProvider[], source: string) {
    this.#names = new Set(providers.map(({ name }) => nameKey(name)));
    this.#near = new NearNames(providers.map(({ name }) => name));
    this.#records = new Set(
      providers.flatMap((provider) => (provider.source === source ? provider.record : [])),
    );
  }

  /** Reads a list. @param separators where the office says how its entries are set apart */
  list(text: string, separators?: readonly string[]): ReadMembers {
    const notes: string[] = [];
    const rest: string[] = [];
    const members = new Map<string, FileMember>();
    for (const entry of this.#entries(text, separators, notes)) {
      if (entry.length > LONGEST) {
        rest.push(entry);
        continue;
      }
      const member = this.one(entry);
      const key = 'name' in member ? nameKey(member.name) : `key ${member.provider}`;
      if (!key) rest.push(entry);
      else if (members.has(key)) notes.push(`names “${entry}” twice, which counts once`);
      else {
        members.set(key, member);
        notes.push(...this.#mayMean(member));
      }
    }
    return { members: [...members.values()], notes, rest };
  }

  /** Reads one entry: a provider's key, or a name, which stays as it is written. */
  one(entry: string): FileMember {
    return !this.#isName(entry) && this.#records.has(entry) ? { provider: entry } : { name: entry };
  }

  /** The remark that a name is nearly a provider's, if it is. */
  nearly(entry: string): string | undefined {
    return this.#mayMean(this.one(entry))[0];
  }

  #mayMean(member: FileMember): string[] {
    if (!('name' in member) || this.#isName(member.name)) return [];
    const { name } = member;
    const meant = this.#near.find(name);
    return meant ? [`names “${name}”, who may be “${meant}”: it stays as it is written`] : [];
  }

  #isName(text: string): boolean {
    return this.#names.has(nameKey(text));
  }

  /** The entries of a list, without the words that stand for others. */
  #entries(text: string, separators: readonly string[] | undefined, notes: string[]): string[] {
    const kept = (entry: string): string => {
      if (this.#isName(entry)) return entry;
      const [, others] = ENDS_WITH_OTHERS.exec(entry) ?? [];
      const left = ONLY_OTHERS.test(entry) ? entry : others;
      if (left === undefined) return entry;
      notes.push(`has “${left}”, which names nobody and is left out`);
      return entry.slice(0, entry.length - left.length).replace(/[\s,]+$/, '');
    };
    const parts = partsOfList(text, separators ?? LISTED);
    const all = separators || parts.length > 1 ? parts : this.#byCommas(text);
    return all.map(kept).filter(Boolean);
  }

  /** Sets entries apart by commas, except those within a provider's name or before its legal form. */
  #byCommas(text: string): string[] {
    const parts = partsOfList(text, [',']);
    const entries: string[] = [];
    for (let at = 0; at < parts.length;) {
      let end = parts.length;
      while (end > at + 1 && !this.#isName(parts.slice(at, end).join(', '))) end--;
      while (end < parts.length && LEGAL_FORM.test(parts[end] ?? '')) end++;
      entries.push(parts.slice(at, end).join(', '));
      at = end;
    }
    return entries;
  }
}
