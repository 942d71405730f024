import {
  checkTerms,
  type DirectoryHead,
  type DirectoryRecord,
  type QueryProblem,
  type Request,
  type Source,
  type Terms,
  type Vocabulary,
} from '@vielfalt/feed';
import type { FindNearTerms } from '@vielfalt/feed/meaning';
import type { ProviderHeads } from '../columns/provider-heads.js';
import type { Dictionary } from '../dictionaries/shelf.js';

/** The vocabulary in one language. */
export interface WordedTerms {
  /** The language, as the directory names it. */
  lang: string;
  terms: Terms;
}

/**
 * The data of a revision that answers refer to: names and words, no offers. It is small and never
 * changes within a revision, so every home of answers holds it in memory, and nobody waits for it.
 */
export interface ReferenceData {
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  sources: readonly Source[];
  /** The heads of the providers that are not retired. */
  providers: ProviderHeads;
  /** Whether there is a network that is not retired. */
  hasNetworks: boolean;
  /** Whether an offer that is not retired is good practice. */
  hasPractice: boolean;
  /** The directory as answers begin with it. @param date the local date in its zone */
  head(date: string): DirectoryHead;
  /** The dictionaries that search looks words up in, to be named. */
  dictionaries(): readonly Dictionary[];
  /** The vocabulary in a language; in the directory's own where nothing is in that. */
  view(lang: string | undefined): WordedTerms;
  /** Topics and places whose names come near a question. */
  nearTerms: FindNearTerms;
}

/** Names the values of a request that the directory does not know. @param terms in any language */
export function unknownValues(
  request: Request,
  terms: Terms,
  { providers }: Pick<ReferenceData, 'providers'>,
): QueryProblem[] {
  const names = [request.query, request.lock].flatMap(({ provider = [] }) => provider);
  return checkTerms(request, terms, providers.namesLike(names));
}
