import Type from 'typebox';
import {
  Check,
  Contact,
  Id,
  LanguageTag,
  Line,
  Note,
  Slug,
  Text,
  Uuid,
  WebAddress,
  origin,
} from './common.js';
import { Schedule } from './schedule.js';

/** A member of a network that the directory has no provider for, or is not known to have. */
export const NamedMember = Type.Object(
  { name: Line, web: Type.Optional(WebAddress) },
  { additionalProperties: false },
);
export type NamedMember = Type.Static<typeof NamedMember>;

/** A member of a network: a provider's id, or a name as the office wrote it. */
export const NetworkMember = Type.Union([
  Type.Object({ provider: Uuid }, { additionalProperties: false }),
  NamedMember,
]);
export type NetworkMember = Type.Static<typeof NetworkMember>;

/** The texts of a network that may be translated. */
export const NetworkTexts = Type.Object(
  {
    name: Type.Optional(Line),
    aim: Type.Optional(Text),
    schedule: Type.Optional(Note),
  },
  { additionalProperties: false },
);
export type NetworkTexts = Type.Static<typeof NetworkTexts>;

/** A network's texts in one further language, and the kind of translator. */
export const NetworkTranslation = Type.Object(
  {
    by: Type.Union([Type.Literal('person'), Type.Literal('machine')]),
    texts: NetworkTexts,
  },
  { additionalProperties: false },
);
export type NetworkTranslation = Type.Static<typeof NetworkTranslation>;

/**
 * People of several organisations who meet and work on one thing: a round table, a working group.
 * It is kept as the office wrote it; `networkMembers` works out who belongs to it.
 */
export const Network = Type.Object(
  {
    id: Uuid,
    slug: Slug,
    ...origin,
    status: Type.Optional(Type.Union([Type.Literal('published'), Type.Literal('retired')])),
    /** The time of the record's last change. */
    changed: Type.Optional(Type.String({ format: 'date-time' })),
    checked: Type.Optional(Check),
    /** The language of the texts below; absent: the directory's. */
    language: Type.Optional(LanguageTag),
    name: Line,
    aim: Type.Optional(Text),
    /** The places that it works in; none: the whole directory. */
    places: Type.Optional(Type.Array(Id)),
    topics: Type.Optional(Type.Array(Id)),
    members: Type.Optional(Type.Array(NetworkMember, { maxItems: 500 })),
    /** The member that invites and answers, whether or not it stands among the members. */
    coordinator: Type.Optional(NetworkMember),
    /** Its meetings. */
    schedule: Type.Optional(Schedule),
    contact: Type.Optional(Contact),
    links: Type.Optional(
      Type.Array(Type.Object({ label: Line, url: WebAddress }, { additionalProperties: false }), {
        maxItems: 20,
      }),
    ),
    web: Type.Optional(WebAddress),
    /** Per language tag. */
    translations: Type.Optional(Type.Record(LanguageTag, NetworkTranslation)),
  },
  { additionalProperties: false },
);
export type Network = Type.Static<typeof Network>;
