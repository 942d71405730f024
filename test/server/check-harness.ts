import type {
  DirectoryRecord,
  Location,
  Network,
  Offer,
  Provider,
  Vocabulary,
} from '@vielfalt/feed';
import { runChecks } from '../../server/src/checks/run-checks.js';
import type { Link } from '../../server/src/store/papers.js';
import { example, offer, provider } from './example.js';

export const TODAY = '2026-11-23';

/** The records of a directory; of others the example has its own. */
interface Given {
  offers?: Offer[];
  providers?: Provider[];
  networks?: Network[];
  vocabulary?: Vocabulary;
  directory?: DirectoryRecord;
  logos?: string[];
  links?: [address: string, link: Link][];
}

/** What is found in a directory of these records, all kinds in one list. */
export function check({ logos = [], links = [], ...given }: Given) {
  const { directory, vocabulary, sources } = example();
  const state = {
    directory,
    vocabulary,
    sources: [...sources],
    offers: [],
    providers: [provider(1)],
    networks: [],
    ...given,
  };
  return runChecks({ revision: 1, ...state }, TODAY, {
    logos: new Set(logos),
    links: new Map(links),
  });
}

/** Of one kind: the record, the field and the value. */
export function found(kind: string, given: Given) {
  const { findings, information } = check(given);
  return [...findings, ...information]
    .filter((finding) => finding.kind === kind)
    .map(({ record, field, value, remedy }) => ({ record, field, value, remedy }));
}

/** An offer with these locations. */
export const at = (...locations: Location[]) => offer(1, { locations });
