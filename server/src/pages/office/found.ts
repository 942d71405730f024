import type { DirectoryAnswers } from '../../answers/port.js';
import type { Inspected } from '../../checks/inspected.js';
import type { Office } from './section.js';

/** The number of records that are asked for at a time. */
const PAGE = 1_000;

type Records = Pick<Inspected, 'offers' | 'providers' | 'networks'>;

const known = new WeakMap<object, Promise<Inspected>>();

/** The directory as checks look at it; read once for each of its revisions and days. */
export function inspectedFor({ context }: Office): Promise<Inspected> {
  const { site } = context;
  const { reference, date: today } = site;
  const read = async (): Promise<Inspected> => {
    const { offers, ...others } = await allRecords(site.answers);
    const { directory, vocabulary } = reference;
    return {
      ...{ today, directory, vocabulary, ...others },
      offers: offers.filter(({ status }) => status === 'published' || status === 'paused'),
      lexicon: [],
      logos: new Set(),
      isFound: () => true,
    };
  };
  const made = known.get(reference) ?? read();
  known.set(reference, made);
  return made.then((inspected) => (inspected.today === today ? inspected : renew()));

  function renew() {
    const again = read();
    known.set(reference, again);
    return again;
  }
}

async function allRecords(answers: DirectoryAnswers): Promise<Records> {
  const pages = [];
  for (let page = 1, left = true; left; page++) {
    const found = await answers.records(undefined, page, PAGE);
    pages.push(found);
    left = found.total > page * PAGE;
  }
  return {
    offers: pages.flatMap(({ offers }) => offers),
    providers: pages.flatMap(({ providers }) => providers),
    networks: pages.flatMap(({ networks }) => networks),
  };
}
