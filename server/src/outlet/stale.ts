import { addDays, hasEnded } from '@vielfalt/feed';
import type { Offer, Provider, VocabularyList } from '@vielfalt/feed';
import { KnownTerms, termsOfOffer, termsOfProvider } from '../intake/terms-used.js';
import type { TermUse } from '../intake/terms-used.js';
import type { DirectoryState } from '../store/store.js';

/** One record that somebody should look at. */
export interface Finding {
  kind: 'ended' | 'check-overdue' | 'unknown-term';
  source: string;
  record: string;
  /** The offer's title or the provider's name. */
  title: string;
  detail: string;
}

export interface Tally {
  live: number;
  retired: number;
}

/** What in a directory has gone stale on one day. */
export interface StaleReport {
  revision: number;
  /** The local date that it is true for. */
  date: string;
  sources: { source: string; offers: Tally; providers: Tally }[];
  findings: Finding[];
  /** Offers without a date of checking: unknown, which is no fault. */
  neverChecked: number;
  /** List and id, of terms that are in force. */
  unusedTerms: string[];
}

/** How long a check holds. */
const CHECK_DAYS = 365;

/** @param today the date in the directory's zone */
export function findStale(state: DirectoryState, today: string): StaleReport {
  const known = new KnownTerms(state.vocabulary);
  const offers = state.offers.filter(isLive);
  const providers = state.providers.filter(isLive);
  const used = new Set<string>();
  const findings: Finding[] = [];

  const look = (record: Offer | Provider, title: string, uses: Iterable<TermUse>) => {
    const find = (kind: Finding['kind'], detail: string) =>
      findings.push({ kind, source: record.source, record: record.record, title, detail });
    if ('schedule' in record && record.status === 'published' && hasEnded(record, today)) {
      find('ended', 'has ended and is still published');
    }
    if (record.checked && record.checked.on < addDays(today, -CHECK_DAYS)) {
      find('check-overdue', `was last checked on ${record.checked.on}`);
    }
    for (const use of uses) {
      const term = known.find(use);
      if (term === undefined)
        find('unknown-term', `${use.list} ${use.id} is not in the vocabulary`);
      else used.add(`${use.list} ${term}`);
    }
  };
  for (const offer of offers) look(offer, offer.title, termsOfOffer(offer));
  for (const provider of providers) look(provider, provider.name, termsOfProvider(provider));

  return {
    revision: state.revision,
    date: today,
    sources: state.sources.map(({ id }) => ({
      source: id,
      offers: tally(state.offers, id),
      providers: tally(state.providers, id),
    })),
    findings,
    neverChecked: offers.filter(({ checked }) => !checked).length,
    unusedTerms: (Object.keys(state.vocabulary) as VocabularyList[]).flatMap((list) =>
      state.vocabulary[list]
        .filter(({ replacedBy }) => replacedBy === undefined)
        .map(({ id }) => `${list} ${id}`)
        .filter((term) => !used.has(term)),
    ),
  };
}

function isLive({ status }: Offer | Provider): boolean {
  return status !== 'retired';
}

function tally(records: readonly (Offer | Provider)[], source: string): Tally {
  const own = records.filter((record) => record.source === source);
  const live = own.filter(isLive).length;
  return { live, retired: own.length - live };
}
