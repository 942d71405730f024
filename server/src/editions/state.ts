import { termHeads, termTree, type ProviderHead, type Terms, type TermTree } from '@vielfalt/feed';
import { createNearTerms, type FindNearTerms } from '@vielfalt/feed/meaning';
import { OfferColumns } from '../columns/columns.js';
import { LikenessColumns, type LikenessFacts } from '../columns/likeness.js';
import type { ListedDay } from '../columns/packed-day.js';
import { stopWords } from '../languages/languages.js';
import { Slices } from '../slices.js';
import type { EditionHead, Editions } from '../store/editions.js';
import type { EditionBasis } from './basis.js';
import {
  PARTS,
  readBasis,
  readColumns,
  readFacts,
  readPacked,
  type EditionFacts,
} from './parts.js';
import { Ranks } from './ranks.js';
import { readSearched, type SearchedIndex } from './search.js';

/** What a process holds of an edition to answer from it. Nothing in it changes but the days. */
export interface EditionState {
  edition: EditionHead;
  facts: EditionFacts;
  basis: EditionBasis;
  terms: Terms;
  tree: TermTree;
  /** By id. */
  providers: Record<string, ProviderHead>;
  bySlug: ReadonlyMap<string, ProviderHead>;
  /** Ids and slugs of the same. */
  providerNames: ReadonlySet<string>;
  nearTerms: FindNearTerms;
  ranks: Ranks;
  columns: OfferColumns;
  likeness: LikenessColumns;
  searched: SearchedIndex;
  /** Those that are ready, by date. */
  days: Map<string, ListedDay>;
}

/** Reads a whole edition. */
export async function readState(editions: Editions, edition: EditionHead): Promise<EditionState> {
  const slices = new Slices();
  const { id } = edition;
  const facts = await readFacts(editions, id);
  const { directory, vocabulary } = facts;
  const terms = termHeads(vocabulary, directory.language, directory.language);
  const tree = termTree(terms);
  const providers = Object.fromEntries(facts.providers.map((head) => [head.id, head]));
  const columns = OfferColumns.unpack(await readColumns(editions, id), { tree, terms, providers });
  const bySlug = new Map(facts.providers.map((head) => [head.slug, head]));
  return {
    ...{ edition, facts, terms, tree, providers, bySlug, columns },
    providerNames: new Set([...Object.keys(providers), ...bySlug.keys()]),
    basis: await readBasis(editions, id),
    nearTerms: await slices.run(createNearTerms(terms, (word) => stopWords.has(word))),
    ranks: Ranks.whole(columns.size),
    likeness: new LikenessColumns(await readPacked<LikenessFacts>(editions, id, PARTS.likeness)),
    searched: await readSearched(editions, id),
    days: new Map(),
  };
}
