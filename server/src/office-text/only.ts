import type { Offer } from '@vielfalt/feed';
import { keywords } from './keywords.js';

const meaning = keywords({
  women:
    'frauen|nur frauen|nur für frauen|für frauen|frauen und mädchen|nur für frauen und mädchen|mädchen und frauen|ausschließlich frauen|ausschließlich für frauen|weiblich|w|women|women only|only women|for women|only for women|female',
  men: 'männer|nur männer|nur für männer|für männer|männer und jungen|ausschließlich männer|ausschließlich für männer|männlich|men|men only|only men|for men|only for men|male',
});

/** "nur für Frauen" as `women`; undefined where the text says nothing of the kind. */
export function readOnlyFor(text: string): Offer['only'] {
  return meaning(text);
}
