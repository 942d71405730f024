import type { Check, Offer } from '@vielfalt/feed';

/** The fields of an offer that change most: providers may propose a new value for each. */
export const AMENDABLE_FIELDS = [
  'status',
  'schedule',
  'cost',
  'registration',
  'openings',
  'contact',
  'description',
] as const satisfies readonly (keyof Offer)[];
export type AmendableField = (typeof AMENDABLE_FIELDS)[number];

/** The value of a field; `null`: it is absent. */
export type FieldValue<Field extends AmendableField = AmendableField> = NonNullable<
  Offer[Field]
> | null;

/** Values of some of an offer's fields. */
export type FieldValues = { [Field in AmendableField]?: FieldValue<Field> };

/** A right that a secret gives whoever holds it; the secret itself is kept nowhere. */
export interface Pass {
  /**
   * `provider`: speak for it. `office`: enter the office once. `session`: stay there. `stop`: stop
   * reminders to an address.
   */
  purpose: 'provider' | 'office' | 'session' | 'stop';
  /** The id of the provider, the keeper's address, or the SHA-256 of an address as in `Letter`. */
  subject: string;
  /** The SHA-256 of the address that a provider's was sent to; absent: not known. */
  address?: string;
  /** RFC 3339. */
  issued: string;
  /** RFC 3339. */
  expires: string;
}

/** A mail that was or will be sent, without its text. */
export interface Letter {
  kind: 'reminder' | 'provider-link' | 'office-link';
  /** The SHA-256 of the address in lower case, in hexadecimal. */
  address: string;
  /** The provider that it is about; absent: none. */
  provider?: string;
  /** The time at which its sending began (RFC 3339). */
  at: string;
  /** `sending`: it may have been sent. */
  state: 'sending' | 'sent' | 'failed' | 'bounced';
}

/** The end of reminders to an address; where it is a stranger's, of links too. */
export interface Refusal {
  /**
   * `bounced`: mails to it come back. `unwanted`: whoever reads them wants no more. `stranger`: they say
   * that they are not the provider.
   */
  why: 'bounced' | 'unwanted' | 'stranger';
  /** RFC 3339. */
  at: string;
}

/** A provider's wish to change an offer. */
export interface Proposal {
  offer: string;
  provider: string;
  /** RFC 3339. */
  at: string;
  /** The values shown to the provider when it proposed others. */
  before: FieldValues;
  after: FieldValues;
  /** Words to the office. */
  note?: string;
  /** The fields that are decided; a proposal waits until all of `after` are. */
  decided: { [Field in AmendableField]?: Decision };
}

export interface Decision {
  accepted: boolean;
  /** RFC 3339. */
  at: string;
  /** The keeper's address; `trust`: published at once; `replaced`: by a later proposal. */
  by: string;
}

/** A value that takes the place of one of the table's as long as the table says what it replaced. */
export interface Amendment {
  offer: string;
  field: AmendableField;
  /** The table's value. */
  before: FieldValue;
  after: FieldValue;
  /** RFC 3339. */
  at: string;
  /** The keeper's address, or `trust`. */
  by: string;
}

/** An amendment that an import has ended, since the table said a third thing. */
export interface Overruled extends Amendment {
  /** The table's new value. */
  imported: FieldValue;
  /** The time of the import (RFC 3339). */
  on: string;
}

/** What a visitor may tick to say what is wrong. */
export const REPORT_REASONS = ['closed', 'times', 'contact', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** A visitor's word that something is wrong. */
export interface Report {
  kind: 'offer' | 'provider';
  /** The id of the record. */
  id: string;
  /** What they have ticked; with none, `text` says it. */
  reasons: ReportReason[];
  /** Their own words; may be empty. */
  text: string;
  /** A way to reach who wrote it, as they wrote it. */
  reach?: string;
  /** RFC 3339. */
  at: string;
  /** Absent: it waits. */
  settled?: { at: string; by: string };
}

/** The fields of a provider's offers that are published without waiting. */
export interface Trust {
  fields: AmendableField[];
}

/** A keeper's word that a finding is no fault. */
export interface Dismissal {
  /** RFC 3339. */
  at: string;
  /** The keeper's address. */
  by: string;
}

/** An act of a keeper, for the audit trail. */
export interface Deed {
  /** RFC 3339. */
  at: string;
  /** The keeper's address. */
  keeper: string;
  what: string;
  /** The id of what it was done to. */
  subject?: string;
}

/**
 * The reason why a web address is not as it should be. `gone`: the page (404, 410). `server`: its
 * server fails. `host`: nothing has that name. `silent`: nothing answers. `certificate`: it cannot
 * prove to be itself. `loop`: it leads on and on. `private`: it leads to this machine or its network.
 * `refused`, `robots`: what it is, programs are not told.
 */
export type LinkTrouble =
  'gone' | 'server' | 'host' | 'silent' | 'certificate' | 'loop' | 'private' | 'refused' | 'robots';

/** A web address of the directory, as it answered when it was last asked. */
export interface Link {
  /** `unclear`: only a person can see whether it leads somewhere. */
  state: 'alive' | 'failing' | 'unclear';
  /** Absent: it is alive. */
  trouble?: LinkTrouble;
  /** The status, or the network's own word for the trouble. */
  code?: string;
  /** The local date since which its state has been this one. */
  since: string;
  /** The local date on which it was last asked. */
  asked: string;
  /** The address that it leads to; absent: no other. */
  to?: string;
  /** It leads there for good. */
  hasMoved?: true;
}

/** The number of offers whose last check was at most a year old, and the number of all. */
export type CheckedShare = readonly [checked: number, offers: number];

/** How well a directory was checked on a day. */
export interface CourseDay {
  all: CheckedShare;
  /** By the source's id. */
  sources: Readonly<Record<string, CheckedShare>>;
  /** By the id of the topic, of those that none stands above and those right below them. */
  topics: Readonly<Record<string, CheckedShare>>;
}

/** A month of the course that checks take. */
export interface CourseMonth {
  /** By local date; without the days on which nobody was there to count. */
  days: Readonly<Record<string, CourseDay>>;
}

/** A word that was looked for and that nothing in the directory has. */
export interface UnmetSearch {
  /** The number of local dates on which it was. */
  days: number;
  /** The latest of them. */
  last: string;
  /** Folded; absent: too few days have had it for it to be written down. */
  word?: string;
}

/** A key that all processes sign with. */
export interface Key {
  /** 32 random bytes, in base64url. */
  secret: string;
}

/** The papers that lie beside a directory's records, by kind. */
export interface Papers {
  /** By the SHA-256 of its secret, in hexadecimal. */
  pass: Pass;
  letter: Letter;
  /** By the SHA-256 of the address, as in `Letter`. */
  refusal: Refusal;
  proposal: Proposal;
  /** By offer and field: `<id> <field>`. */
  amendment: Amendment;
  /** By offer and field, until a keeper has seen it. */
  overruled: Overruled;
  /** An offer as the table has it, by its id, where that is not what is published. */
  imported: Offer;
  /** The latest check that a provider was thanked for, by the id of its offer. */
  confirmation: Check;
  report: Report;
  /** By the provider's id. */
  trust: Trust;
  /** By section and item of the office's list: `<section> <item>`. */
  dismissal: Dismissal;
  deed: Deed;
  /** By the address, without what stands behind a `#`. */
  link: Link;
  /** By month: `2026-11`. */
  course: CourseMonth;
  /** By the word; where that is not written down, by the number that a key makes of it. */
  unmet: UnmetSearch;
  /** By what it is for. */
  key: Key;
}
export type PaperKind = keyof Papers;

/** Papers by id; `undefined` takes one away. */
export type PaperChanges<Kind extends PaperKind> = ReadonlyMap<string, Papers[Kind] | undefined>;
