import Type from 'typebox';
import { Id, Line, WebAddress } from './common.js';
import { DirectoryRecord } from './directory.js';
import { OwnLexicon } from './lexicon.js';
import { NamedMember, Network } from './network.js';
import { Offer } from './offer.js';
import { Provider } from './provider.js';
import { Vocabulary } from './vocabulary.js';

/** A source of records: an office's table, another feed. An import replaces whole sources. */
export const Source = Type.Object(
  {
    id: Id,
    name: Line,
    url: Type.Optional(WebAddress),
    licence: Type.Optional(Line),
    attribution: Type.Optional(Line),
  },
  { additionalProperties: false },
);
export type Source = Type.Static<typeof Source>;

/** A record as a file may give it: members that the import can work out may be left out. */
export const FileProvider = Type.Object(
  {
    ...Type.Omit(Provider, ['id', 'slug', 'changed']).properties,
    id: Type.Optional(Provider.properties.id),
    slug: Type.Optional(Provider.properties.slug),
    changed: Type.Optional(Provider.properties.changed),
  },
  { additionalProperties: false },
);
export type FileProvider = Type.Static<typeof FileProvider>;

/** `provider` may be the provider's id, or its record key within the same source. */
export const FileOffer = Type.Object(
  {
    ...Type.Omit(Offer, ['id', 'slug', 'changed', 'provider', 'status']).properties,
    id: Type.Optional(Offer.properties.id),
    slug: Type.Optional(Offer.properties.slug),
    changed: Type.Optional(Offer.properties.changed),
    status: Type.Optional(Offer.properties.status),
    provider: Type.String({ minLength: 1, maxLength: 300 }),
  },
  { additionalProperties: false },
);
export type FileOffer = Type.Static<typeof FileOffer>;

/** `provider` may be the provider's id, or its record key within the same source. */
export const FileMember = Type.Union([
  Type.Object(
    { provider: Type.String({ minLength: 1, maxLength: 300 }) },
    { additionalProperties: false },
  ),
  NamedMember,
]);
export type FileMember = Type.Static<typeof FileMember>;

/** A network as a file may give it. Unlike an offer's, its providers may be of other sources. */
export const FileNetwork = Type.Object(
  {
    ...Type.Omit(Network, ['id', 'slug', 'changed', 'members', 'coordinator']).properties,
    id: Type.Optional(Network.properties.id),
    slug: Type.Optional(Network.properties.slug),
    changed: Type.Optional(Network.properties.changed),
    members: Type.Optional(Type.Array(FileMember, { maxItems: 500 })),
    coordinator: Type.Optional(FileMember),
  },
  { additionalProperties: false },
);
export type FileNetwork = Type.Static<typeof FileNetwork>;

/** The feed's own JSON file, which `vielfalt export` writes and `vielfalt import` reads. */
export const DirectoryFile = Type.Object(
  {
    vielfalt: Type.Literal(1),
    directory: Type.Optional(DirectoryRecord),
    vocabulary: Type.Optional(Vocabulary),
    lexicon: Type.Optional(OwnLexicon),
    sources: Type.Array(Source),
    providers: Type.Array(FileProvider),
    offers: Type.Array(FileOffer),
    /** Absent: the file says nothing of networks, and those of its sources stay as they are. */
    networks: Type.Optional(Type.Array(FileNetwork)),
  },
  { additionalProperties: false },
);
export type DirectoryFile = Type.Static<typeof DirectoryFile>;
