import type { VocabularyList } from '../model/vocabulary.js';
import type { Card, ProviderHead, TermHead, Terms } from '../model/wire.js';
import type { SearchDocument } from '../search/index.js';
import { primary } from '../terms/heads.js';
import type { TermTree } from '../terms/tree.js';

const texts = new WeakMap<TermHead, string>();

/** A term's words as one text, the same each time, so that whoever reads it has to do so but once. */
function textOf(term: TermHead): string {
  let text = texts.get(term);
  if (text === undefined) texts.set(term, (text = (term.words ?? [term.label]).join('\n')));
  return text;
}

/** What search reads of a card. */
export function searchFields(
  card: Card,
  provider: ProviderHead | undefined,
  terms: Terms,
  tree: TermTree,
  language: string,
): SearchDocument['fields'] {
  const fields: SearchDocument['fields'] = [];
  const add = (weight: number, ...texts: (string | undefined)[]) => {
    for (const text of texts) if (text) fields.push({ text, weight });
  };
  const addTerm = (weight: number, list: VocabularyList, id: string) => {
    const term = terms[list][id];
    if (term) add(weight, textOf(term));
  };
  const translated = card.translation?.texts;

  add(1, card.title, translated?.title);
  add(0.5, card.summary, translated?.summary);
  add(0.3, card.excerpt, translated?.excerpt, card.words, card.eligibility?.text, card.bring);
  add(0.7, provider?.name);
  for (const topic of card.topics ?? []) {
    const [own, ...above] = tree.lineage('topic', topic);
    if (own) addTerm(0.8, 'topic', own);
    // A field of action stands above nearly everything: its words would find nearly everything.
    for (const id of above.slice(0, -1)) addTerm(0.6, 'topic', id);
  }
  if (card.kind) addTerm(0.6, 'kind', card.kind);
  for (const audience of card.audiences ?? []) addTerm(0.5, 'audience', audience);
  for (const { name, street, locality, town, district } of card.locations ?? []) {
    add(0.4, name, street, locality);
    if (town) addTerm(0.5, 'place', town);
    if (district) addTerm(0.5, 'place', district);
  }
  if (card.taught) addTerm(0.6, 'language', card.taught.toLowerCase());
  for (const spoken of card.spoken ?? []) {
    // Nearly everybody speaks the directory's language: it tells nothing about an offer.
    const tag = spoken.language.toLowerCase();
    if (primary(tag) !== primary(language)) addTerm(0.4, 'language', tag);
  }
  return fields;
}
