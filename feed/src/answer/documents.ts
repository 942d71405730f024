import type { VocabularyList } from '../model/vocabulary.js';
import type { Card, ProviderHead, TermHead, Terms } from '../model/wire.js';
import type { FieldName, SearchDocument } from '../search/index.js';
import { primary } from '../terms/heads.js';
import type { TermTree } from '../terms/tree.js';

const texts = new WeakMap<TermHead, string>();

/** A term's words as one text, the same string each time, so that it has to be read only once. */
function textOf(term: TermHead): string {
  let text = texts.get(term);
  if (text === undefined) texts.set(term, (text = (term.words ?? [term.label]).join('\n')));
  return text;
}

/** The records that a card refers to, whose words search reads. */
export interface SearchSource {
  /** By id. */
  providers: Record<string, ProviderHead>;
  /** With `words`. */
  terms: Terms;
  tree: TermTree;
  /** The directory's own. */
  language: string;
}

/**
 * The fields of a card that search reads.
 *
 * @param longTexts the offer's texts that a card does not have in full, in its own language and the
 *   requested one; absent: the beginning of the description
 */
export function searchFields(
  card: Card,
  { providers, terms, tree, language }: SearchSource,
  longTexts: (string | undefined)[] = [card.excerpt, card.translation?.texts.excerpt],
): SearchDocument['fields'] {
  const provider = providers[card.provider];
  const fields: SearchDocument['fields'] = [];
  const add = (field: FieldName, ...texts: (string | undefined)[]) => {
    for (const text of texts) if (text) fields.push({ text, field });
  };
  const addTerm = (field: FieldName, list: VocabularyList, id: string) => {
    const term = terms[list][id];
    if (term) add(field, textOf(term));
  };
  const translated = card.translation?.texts;

  add('title', card.title, translated?.title);
  add('summary', card.summary, translated?.summary);
  add('text', ...longTexts, card.eligibility?.text, card.bring);
  add('text', card.practice?.reason, translated?.practiceReason);
  add('provider', provider?.name);
  for (const topic of card.topics ?? []) {
    const [own, ...above] = tree.lineage('topic', topic);
    if (own) addTerm('topic', 'topic', own);
    // A field of action is above nearly everything: its words would find nearly everything.
    for (const id of above.slice(0, -1)) addTerm('above', 'topic', id);
  }
  if (card.kind) addTerm('term', 'kind', card.kind);
  for (const audience of card.audiences ?? []) addTerm('term', 'audience', audience);
  for (const { name, street, locality, town, district } of card.locations ?? []) {
    add('place', name, street, locality);
    if (town) addTerm('place', 'place', town);
    if (district) addTerm('place', 'place', district);
  }
  if (card.taught) addTerm('topic', 'language', card.taught.toLowerCase());
  for (const spoken of card.spoken ?? []) {
    // Nearly everybody speaks the directory's language: it says nothing about an offer.
    const tag = spoken.language.toLowerCase();
    if (primary(tag) !== primary(language)) addTerm('term', 'language', tag);
  }
  add('term', card.contact?.phone);
  return fields;
}
