import Type from 'typebox';
import { LanguageTag } from './common.js';
import { NamedMember, Network, NetworkMember, NetworkTexts } from './network.js';
import { Provider } from './provider.js';
import { Occurrence } from './schedule.js';
import { DirectoryHead, ProviderHead, Terms } from './wire.js';

/** A member of a network as the feed shows it. */
export const ShownMember = Type.Union([
  Type.Object({
    provider: ProviderHead,
    /** Present where it coordinates the network. */
    coordinates: Type.Optional(Type.Literal(true)),
  }),
  Type.Object({ ...NamedMember.properties, coordinates: Type.Optional(Type.Literal(true)) }),
]);
export type ShownMember = Type.Static<typeof ShownMember>;

/** A network's texts in the requested language, where it has them. */
export const ShownNetworkTexts = Type.Object({
  language: LanguageTag,
  by: Type.Union([Type.Literal('person'), Type.Literal('machine')]),
  texts: NetworkTexts,
});
export type ShownNetworkTexts = Type.Static<typeof ShownNetworkTexts>;

/** A network as lists show it. */
export const NetworkHead = Type.Object({
  ...Type.Pick(Network, ['id', 'slug', 'language', 'name', 'topics', 'places']).properties,
  translation: Type.Optional(ShownNetworkTexts),
  /** A provider by id is among the answer's `providers`. */
  coordinator: Type.Optional(NetworkMember),
  /** The number of its members, the coordinator among them. */
  members: Type.Integer(),
  /** Its next meeting on the answer's date or later, within 400 days. */
  next: Type.Optional(Occurrence),
  /** Its regular meetings, briefly and in the answer's language. It is printed, never parsed. */
  rhythm: Type.Optional(Type.String()),
});
export type NetworkHead = Type.Static<typeof NetworkHead>;

/** `GET /v1/networks`: by name. */
export const NetworksAnswer = Type.Object({
  directory: DirectoryHead,
  total: Type.Integer(),
  networks: Type.Array(NetworkHead),
  /** By id: the providers that coordinate one of them. */
  providers: Type.Record(Type.String(), ProviderHead),
  /** The terms that they mention, with their parents. */
  terms: Terms,
});
export type NetworksAnswer = Type.Static<typeof NetworksAnswer>;

/** A network as `/v1/networks/{id|slug}` shows it: everything public but its members. */
export const PublicNetwork = Type.Object({
  ...Type.Omit(Network, ['record', 'members', 'coordinator']).properties,
});
export type PublicNetwork = Type.Static<typeof PublicNetwork>;

/** `GET /v1/networks/{id|slug}`. */
export const NetworkAnswer = Type.Object({
  directory: DirectoryHead,
  network: PublicNetwork,
  translation: Type.Optional(ShownNetworkTexts),
  /** The coordinator first, then as the office wrote them, then others by name; each once. */
  members: Type.Array(ShownMember),
  /** Its next meetings, as a card's `upcoming`. */
  upcoming: Type.Array(Occurrence),
  /** Its regular meetings, briefly and in the answer's language. It is printed, never parsed. */
  rhythm: Type.Optional(Type.String()),
  terms: Terms,
});
export type NetworkAnswer = Type.Static<typeof NetworkAnswer>;

/** A network that a provider belongs to, and who else does. */
export const ProviderNetwork = Type.Object({
  ...Type.Pick(Network, ['id', 'slug', 'language', 'name']).properties,
  translation: Type.Optional(ShownNetworkTexts),
  /** Its other members, in the order of the network. */
  others: Type.Array(ShownMember),
});
export type ProviderNetwork = Type.Static<typeof ProviderNetwork>;

/** A provider as the feed shows it; its `networks` are only those that have no record. */
export const PublicProvider = Type.Object({
  ...Type.Omit(Provider, ['record']).properties,
});
export type PublicProvider = Type.Static<typeof PublicProvider>;

/** `GET /v1/providers/{id|slug}`. */
export const ProviderAnswer = Type.Object({
  directory: DirectoryHead,
  provider: PublicProvider,
  /** The number of its current offers. */
  offers: Type.Integer(),
  /** Those that it belongs to, by name. */
  networks: Type.Optional(Type.Array(ProviderNetwork)),
  terms: Terms,
});
export type ProviderAnswer = Type.Static<typeof ProviderAnswer>;

/** `GET /v1/providers`. */
export const ProvidersAnswer = Type.Object({
  directory: DirectoryHead,
  total: Type.Integer(),
  providers: Type.Array(Type.Object({ ...ProviderHead.properties, offers: Type.Integer() })),
});
export type ProvidersAnswer = Type.Static<typeof ProvidersAnswer>;
