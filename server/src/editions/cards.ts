import { toCard, translated, type Card, type Offer, type TermTree } from '@vielfalt/feed';

/** The data that cards depend on besides the offers. */
export interface CardSource {
  tree: TermTree;
  /** The directory's own language. */
  language: string;
}

/** An offer's card as it is written. @param order its rank by title */
export function writtenCard(offer: Offer, order: number, { tree, language }: CardSource): Card {
  const { translations: _, ...plain } = offer;
  return toCard(plain, { tree, language, lang: language, order });
}

/** Its card in a language, where it is not shown in it as it is written. */
export function translatedCard(
  offer: Offer,
  order: number,
  lang: string,
  { tree, language }: CardSource,
): Card | undefined {
  if (!translated(offer, language, lang)) return undefined;
  return toCard(offer, { tree, language, lang, order });
}
