import { termHeads, termTree, type Terms, type TermTree } from '@vielfalt/feed';
import { createNearTerms, type FindNearTerms } from '@vielfalt/feed/meaning';
import { OfferColumns } from '../columns/columns.js';
import { LikenessColumns, type LikenessFacts } from '../columns/likeness.js';
import type { DayColumns } from '../columns/day.js';
import type { ProviderHeads } from '../columns/provider-heads.js';
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
  readProviders,
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
  providers: ProviderHeads;
  nearTerms: FindNearTerms;
  ranks: Ranks;
  columns: OfferColumns;
  likeness: LikenessColumns;
  searched: SearchedIndex;
  /** Those that are ready, by date. */
  days: Map<string, DayColumns>;
}

/** Reads a whole edition. */
export async function readState(editions: Editions, edition: EditionHead): Promise<EditionState> {
  const slices = new Slices();
  const { id } = edition;
  const facts = await readFacts(editions, id);
  const { directory, vocabulary } = facts;
  const terms = termHeads(vocabulary, directory.language, directory.language);
  const tree = termTree(terms);
  const providers = await readProviders(editions, id);
  const columns = OfferColumns.unpack(await readColumns(editions, id), { tree, terms, providers });
  return {
    ...{ edition, facts, terms, tree, providers, columns },
    basis: await readBasis(editions, id),
    nearTerms: await slices.run(createNearTerms(terms, (word) => stopWords.has(word))),
    ranks: Ranks.whole(columns.size),
    likeness: new LikenessColumns(await readPacked<LikenessFacts>(editions, id, PARTS.likeness)),
    searched: await readSearched(editions, id),
    days: new Map(),
  };
}
