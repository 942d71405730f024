import { hasEnded, type Offer, type Provider } from '@vielfalt/feed';
import type { Site } from '../answers/site.js';
import type { Report } from '../store/papers.js';

/** A record that something may be wrong with. */
export type ReportedRecord =
  { kind: 'offer'; record: Offer } | { kind: 'provider'; record: Provider };

/** Tells whether the office reads reports: where it has a form of its own, that one is used. */
export function takesReports({ reference, date }: Site): boolean {
  return reference.head(date).reports === true;
}

/** The record that something is wrong with, by slug or id. */
export async function findRecord(
  kind: Report['kind'],
  name: string,
  { answers }: Site,
): Promise<ReportedRecord | undefined> {
  if (kind === 'offer') {
    const record = await answers.offer(name);
    return record && { kind, record };
  }
  const record = await answers.provider(name);
  return record && { kind, record };
}

/** Tells whether it is not shown any more. */
export function isGone(about: ReportedRecord, { date }: Site): boolean {
  return about.kind === 'offer' ? hasEnded(about.record, date) : about.record.status === 'retired';
}
