import type {
  DirectoryRecord,
  Network,
  Offer,
  OwnLexicon,
  Provider,
  Vocabulary,
} from '@vielfalt/feed';
import type { DirectoryState, RecordKind, Records } from '../store/store.js';
import type { Link } from '../store/papers.js';

/** The records that somebody keeps up: nobody corrects what is over. */
export interface KeptRecords {
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  /** The office's own words. */
  lexicon: OwnLexicon;
  /** Published or paused. */
  offers: readonly Offer[];
  /** Not retired. */
  providers: readonly Provider[];
  /** Not retired. */
  networks: readonly Network[];
}

/** The data that every check looks at. */
export interface Inspected extends KeptRecords {
  /** The local date. */
  today: string;
  /** What web addresses answered, by address. */
  links: ReadonlyMap<string, Link>;
  /** The files in the folder of logos. */
  logos: ReadonlySet<string>;
  /** Tells whether a search finds an offer. */
  isFound: (q: string) => boolean;
}

export function keptRecords(state: DirectoryState): KeptRecords {
  return {
    directory: state.directory,
    vocabulary: state.vocabulary,
    lexicon: state.lexicon ?? [],
    offers: state.offers.filter(({ status }) => status === 'published' || status === 'paused'),
    providers: state.providers.filter(isLive),
    networks: state.networks.filter(isLive),
  };
}

/** Tells whether a record is not retired. */
export function isLive({ status }: Records[RecordKind]): boolean {
  return status !== 'retired';
}
