import type { TestContext } from 'node:test';
import type { DirectoryFile, OwnLexicon } from '@vielfalt/feed';
import { workplace } from './workplace.js';

const MAPPING = `vielfalt-mapping: 1
source: { id: office }
directory: { title: T, publisher: { name: P }, timeZone: Europe/Berlin, language: de, languages: [] }
fields: { record: Nr, title: Angebot, provider: Träger }
`;
const OFFERS = `Nr;Angebot;Träger
1;Beratung bis 27;Jugendmigrationsdienst
2;Nähtreff;Kulturzentrum Lindenhof
`;
export const WORDS = `Deutsch;weitere Wörter;Ukrainisch;ar;Bemerkung
Jugendmigrationsdienst;JMB;ЮМС, служба для молоді;خدمة الشباب، مركز الشباب;bis 27
Kulturzentrum Lindenhof;der Hof;двір;;
`;
export const LEXICON: OwnLexicon = [
  {
    german: 'Jugendmigrationsdienst',
    words: { de: ['JMB'], uk: ['ЮМС', 'служба для молоді'], ar: ['خدمة الشباب', 'مركز الشباب'] },
  },
  { german: 'Kulturzentrum Lindenhof', words: { de: ['der Hof'], uk: ['двір'] } },
];

/** A place with a table of offers, a mapping and a list of words. */
export function office(
  context: TestContext,
  words: string | Uint8Array = WORDS,
  name = 'words.csv',
) {
  const place = workplace(context);
  place.write('offers.csv', OFFERS);
  place.write(name, words);
  const map = (more: string) => place.write('m.yaml', `${MAPPING}${more}\n`);
  map(`lexicon: ${name}`);
  const exported = async () =>
    JSON.parse((await place.vielfalt(['export'])).stdout) as DirectoryFile;
  return {
    ...place,
    map,
    lexicon: async () => (await exported()).lexicon,
    take: (...more: string[]) =>
      place.vielfalt(['import', 'offers.csv', '--mapping', 'm.yaml', ...more]),
  };
}
