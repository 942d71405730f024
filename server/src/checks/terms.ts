import { nearest, termHeads, termTree } from '@vielfalt/feed';
import type { Offer, VocabularyList } from '@vielfalt/feed';
import {
  KnownTerms,
  termsOfNetwork,
  termsOfOffer,
  termsOfProvider,
} from '../validation/terms-used.js';
import { aboutRecord } from './finding.js';
import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';

/** Finds offers without words, words without offers, and words that the vocabulary lacks. */
export function* findTermGaps(inspected: Inspected): Generator<Finding> {
  const { offers, providers, networks, vocabulary, directory } = inspected;
  const known = new KnownTerms(vocabulary);
  const heads = termHeads(vocabulary, directory.language, directory.language);
  const tree = termTree(heads);
  const used = new Set<string>();
  const mentions = [
    ...offers.map((record) => ({ record, uses: termsOfOffer(record) })),
    ...providers.map((record) => ({ record, uses: termsOfProvider(record) })),
    ...networks.map((record) => ({ record, uses: termsOfNetwork(record) })),
  ];
  for (const { record, uses } of mentions) {
    const isOffer = 'title' in record;
    for (const use of uses) {
      const term = known.find(use);
      if (term !== undefined) {
        if (!isOffer) continue;
        for (const id of tree.lineage(use.list, term)) used.add(`${use.list} ${id}`);
        continue;
      }
      const near = nearest(use.id, known.ids(use.list));
      yield {
        kind: 'unknown-term',
        ...aboutRecord(record),
        field: use.steps.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.'),
        value: use.id,
        remedy: `The vocabulary has no such ${use.list}. ${near === undefined ? 'Use one of its terms, or add it.' : `Did you mean ${near}?`}`,
      };
    }
  }
  for (const offer of offers) yield* withoutTerm(offer);
  for (const list of Object.keys(vocabulary) as VocabularyList[]) {
    for (const { id, replacedBy } of vocabulary[list]) {
      if (replacedBy !== undefined || used.has(`${list} ${id}`)) continue;
      yield {
        kind: 'unused-term',
        ...{ source: '', record: '', title: heads[list][id]?.label ?? id },
        ...{ field: `vocabulary.${list}`, value: id },
        remedy: 'Nothing needs to be done; websites may name it, so never delete it.',
      };
    }
  }
}

/** Finds fields without a term, which leave an offer out of every answer to their filters. */
function* withoutTerm(offer: Offer): Generator<Finding> {
  const missing = [
    ...(offer.topics?.length ? [] : ['topics']),
    ...(offer.kind === undefined ? ['kind'] : []),
    ...(isSomewhere(offer) ? [] : ['locations']),
  ];
  if (missing.length === 0) return;
  yield {
    kind: 'no-term',
    ...aboutRecord(offer),
    ...{ field: missing.join(', '), value: '' },
    remedy: 'Who filters by this does not find the offer. Fill it in where it is known.',
  };
}

function isSomewhere({ locations, serves, online, atHome }: Offer): boolean {
  return Boolean(
    online ||
    atHome ||
    serves?.length ||
    locations?.some(({ town, district, locality }) => town ?? district ?? locality),
  );
}
