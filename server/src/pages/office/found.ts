import type { DirectoryAnswers } from '../../answers/port.js';
import type { Inspected } from '../../checks/inspected.js';
import { dismiss, dismissedIn } from '../../desk/dismissals.js';
import type { Office, OfficeItem, OfficeSection } from './section.js';

/** The number of records that are asked for at a time. */
const PAGE = 1_000;

type LiveRecords = Pick<Inspected, 'offers' | 'providers' | 'networks'>;

/** The directory as checks look at it. */
export async function inspectedFor({ context }: Office): Promise<Inspected> {
  const { answers, reference, date } = context.site;
  const { offers, ...others } = await allRecords(answers);
  return {
    ...others,
    offers: offers.filter(({ status }) => status === 'published' || status === 'paused'),
    today: date,
    directory: reference.directory,
    vocabulary: reference.vocabulary,
    lexicon: [],
    links: new Map(),
    logos: new Set(),
    isFound: () => true,
  };
}

async function allRecords(answers: DirectoryAnswers): Promise<LiveRecords> {
  const pages = [await answers.records(undefined, 1, PAGE)];
  while (pages.length * PAGE < pages[0]!.total) {
    pages.push(await answers.records(undefined, pages.length + 1, PAGE));
  }
  return {
    offers: pages.flatMap(({ offers }) => offers),
    providers: pages.flatMap(({ providers }) => providers),
    networks: pages.flatMap(({ networks }) => networks),
  };
}

/** A section of what checks find: the button `fine` has it not name an item again. */
export function foundSection(
  section: OfficeSection & {
    /** All items, those that were called fine too. */
    items(office: Office): Promise<OfficeItem[]>;
  },
): OfficeSection {
  const { id } = section;
  return {
    ...section,
    async items(office) {
      const items = await section.items(office);
      const dismissed = await dismissedIn(office.sources.store, id);
      return items.filter((item) => !dismissed.has(item.id));
    },
    async act(pressed, office) {
      const { item, act } = pressed;
      if (act !== 'fine') return (await section.act?.(pressed, office)) ?? 'late';
      const isThere = (await section.items(office)).some((each) => each.id === item);
      if (!isThere) return 'late';
      const { keeper, now, sources } = office;
      await dismiss(sources.store, { section: id, item, keeper }, now);
      return 'done';
    },
  };
}
