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

/** Values of some of an offer's fields; `null`: the field is absent. */
export type FieldValues = { [Field in AmendableField]?: NonNullable<Offer[Field]> | null };

/** A right that a secret gives whoever holds it; the secret itself is kept nowhere. */
export interface Pass {
  /** `provider`: speak for it. `office`: enter the office once. `session`: stay there. */
  purpose: 'provider' | 'office' | 'session';
  /** The id of the provider, or the keeper's address. */
  subject: string;
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
  /** The keeper's address, or `trust`: published at once. */
  by: string;
}

/** A value that takes the place of one of the table's as long as the table says what it replaced. */
export interface Amendment {
  offer: string;
  field: AmendableField;
  /** The table's value; `null`: none. */
  before: FieldValues[AmendableField];
  after: FieldValues[AmendableField];
  /** RFC 3339. */
  at: string;
  /** The keeper's address, or `trust`. */
  by: string;
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
  proposal: Proposal;
  /** By offer and field: `<id> <field>`. */
  amendment: Amendment;
  /** An amended offer as the table has it, by its id. */
  imported: Offer;
  /** The latest check that was acknowledged, by the id of its offer or provider. */
  confirmation: Check;
  report: Report;
  /** By the provider's id. */
  trust: Trust;
  deed: Deed;
  /** By what it is for. */
  key: Key;
}
export type PaperKind = keyof Papers;

/** Papers by id; `undefined` takes one away. */
export type PaperChanges<Kind extends PaperKind> = ReadonlyMap<string, Papers[Kind] | undefined>;
