import type { RecordKind, Records } from '../store/store.js';

/**
 * The kinds of what a check finds, in the order of reports. Somebody has to correct what misleads
 * visitors; what is only unknown, unlovely or unusual is information.
 */
export const KINDS = {
  exposed: { heading: 'addresses on request that are told all the same', isInformation: false },
  'office-only': {
    heading: 'titles and texts that begin as remarks of the office',
    isInformation: false,
  },
  ended: { heading: 'offers that have ended and are still published', isInformation: false },
  'check-overdue': { heading: 'records last checked over a year ago', isInformation: false },
  'old-practice': {
    heading: 'good practice that nobody has checked for two years',
    isInformation: false,
  },
  'broken-link': { heading: 'links and addresses that lead nowhere', isInformation: false },
  'dead-link': { heading: 'links that failed on two days', isInformation: false },
  'missing-logo': { heading: 'logos whose file is not there', isInformation: false },
  'wrong-place': { heading: 'addresses that contradict the places', isInformation: false },
  duplicate: { heading: 'offers that stand there twice, it seems', isInformation: false },
  'gone-member': {
    heading: 'members of networks that are no longer in the directory',
    isInformation: false,
  },
  'near-name': {
    heading: 'members and networks whose names are nearly those of a record',
    isInformation: false,
  },
  'idle-network': { heading: 'networks without a meeting for a year', isInformation: false },
  'unknown-term': { heading: 'words that the vocabulary does not have', isInformation: false },
  'unfound-word': { heading: 'own words that find no offer', isInformation: false },
  'never-checked': { heading: 'offers that nobody has checked yet', isInformation: true },
  'no-term': { heading: 'offers that a filter cannot find', isInformation: true },
  'no-member': { heading: 'networks without members', isInformation: true },
  elsewhere: { heading: 'addresses outside the directory’s area', isInformation: true },
  'too-long': { heading: 'texts too long for a card', isInformation: true },
  'moved-link': { heading: 'links that lead elsewhere for good', isInformation: true },
  'failing-link': { heading: 'links that failed the last time', isInformation: true },
  'unused-term': { heading: 'terms that no offer uses', isInformation: true },
} as const satisfies Record<string, { heading: string; isInformation: boolean }>;

export type FindingKind = keyof typeof KINDS;

/** One thing that somebody should look at. */
export interface Finding {
  kind: FindingKind;
  /** The source and record; '' for the directory itself and its vocabulary. */
  source: string;
  record: string;
  /** The offer's title, the name of a provider or network, or the term's label. */
  title: string;
  /** The column's name in an export: `locations.1.town`. */
  field: string;
  /** The field's value. */
  value: string;
  /** Sentences about what is wrong and what to do. */
  remedy: string;
}

/** Returns the part of a finding that names its record. */
export function aboutRecord(
  record: Records[RecordKind],
): Pick<Finding, 'source' | 'record' | 'title'> {
  return {
    source: record.source,
    record: record.record,
    title: 'title' in record ? record.title : record.name,
  };
}
