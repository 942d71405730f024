import type { DirectoryHead, Card } from '../model/wire.js';
import type { Lock } from '../query/query.js';
import { LISTS } from '../query/query.js';
import { parseQuery } from '../query/codec.js';
import { printQuery } from '../query/print.js';
import { cardsOn } from '../projection/day.js';
import { translated } from '../projection/card.js';
import { termList } from '../terms/lists.js';
import type { TermTree } from '../terms/tree.js';
import { rhythm } from '../wording/index.js';
import type { StaticCard, StaticIndex, StaticWords } from './layout.js';

/**
 * The smallest set that holds every offer inside a lock. It may hold more, which the lock then leaves
 * out: that each of the set's conditions is one of the lock's, or a wider one, is enough.
 */
export function smallestSet(
  { sets }: Pick<StaticIndex, 'sets'>,
  lock: Lock,
  tree: TermTree,
): string {
  const fitting = Object.entries(sets).filter(([key]) =>
    isWider(parseQuery(key).query, lock, tree),
  );
  fitting.sort(([, one], [, other]) => one - other);
  return fitting[0]?.[0] ?? '';
}

function isWider(set: Lock, lock: Lock, tree: TermTree): boolean {
  return (Object.keys(set) as (keyof Lock)[]).every((name) => {
    const list = LISTS.find((each) => each === name);
    if (!list) return printQuery({ [name]: set[name] }) === printQuery({ [name]: lock[name] });
    const wide: string[] = set[list] ?? [];
    // Who asks where something happens is shown less than who asks what a place is served by.
    const asked: string[] | undefined = lock[list] ?? (list === 'place' ? lock.at : undefined);
    const terms = termList(list);
    return asked?.every((value) => {
      const above = terms ? tree.lineage(terms, value) : [value];
      return wide.some((each) => above.includes(terms ? tree.current(terms, each) : each));
    });
  });
}

/** Cards in a language as they are on a day: ended ones are gone, the others have their next dates. */
export function cardsFor(
  offers: readonly StaticCard[],
  { calendar, language }: DirectoryHead,
  { date, lang, texts }: { date: string; lang: string } & Pick<StaticWords, 'texts'>,
): Card[] {
  const cards = offers.map(({ translations, ...card }): Card => {
    const asked = {
      ...(card.language && { language: card.language }),
      ...(translations && { translations }),
    };
    const translation = translated(asked, language, lang);
    return { ...card, ...(translation && { translation }) };
  });
  return cardsOn(date, cards, calendar).map((card) => {
    const usual = card.schedule && rhythm(card.schedule, date, texts);
    return usual ? { ...card, rhythm: usual } : card;
  });
}
