import type { Report } from '../store/papers.js';
import type { Store } from '../store/store.js';

const DAY = 24 * 60 * 60_000;
/** The days for which a settled report is kept. */
const DAYS_KEPT = 90;
/** The most reports that wait, of all and of one record: nobody reads more. */
const MOST_WAITING = 2_000;
const MOST_OF_ONE = 20;

/** The reports that wait for somebody, by id, the oldest first. */
export async function waitingReports(store: Store): Promise<Map<string, Report>> {
  const waiting = [...(await store.papers('report'))].filter(([, { settled }]) => !settled);
  return new Map(waiting.sort(([, a], [, b]) => a.at.localeCompare(b.at)));
}

/**
 * Marks a report as dealt with; one that is already stays as it is.
 * @param by the keeper's address
 * @returns whether there is such a report
 */
export function settleReport(store: Store, id: string, by: string, now: number): Promise<boolean> {
  return store.change(async (transaction) => {
    const report = (await transaction.papers('report', [id])).get(id);
    if (!report) return { result: false };
    const settled = report.settled ?? { at: new Date(now).toISOString(), by };
    await transaction.putPapers('report', new Map([[id, { ...report, settled }]]));
    return { result: true, keep: {} };
  });
}

/**
 * Keeps a report for the office. One that says the same of a record as another of the last day is that
 * one, and so is one with its id.
 * @returns `known`: another report has the id and says something else. `full`: too many wait
 */
export function keepReport(
  store: Store,
  id: string,
  report: Omit<Report, 'at' | 'settled'>,
  now: number,
): Promise<'kept' | 'known' | 'full'> {
  return store.change(async (transaction) => {
    const reports = await transaction.papers('report');
    const ofRecord = [...reports.values()].filter(
      (each) => each.kind === report.kind && each.id === report.id,
    );
    const isSame = (each: Report) =>
      now - Date.parse(each.at) < DAY && wordsOf(each) === wordsOf(report);
    if (ofRecord.some(isSame)) return { result: 'kept' };
    if (reports.has(id)) return { result: 'known' };
    const waits = ({ settled }: Report) => !settled;
    const isFull =
      ofRecord.filter(waits).length >= MOST_OF_ONE ||
      [...reports.values()].filter(waits).length >= MOST_WAITING;
    if (isFull) return { result: 'full' };
    const at = new Date(now).toISOString();
    await transaction.putPapers('report', new Map([[id, { ...report, at }]]));
    return { result: 'kept', keep: {} };
  });
}

/** What a report says, as two of them are compared: however it is spaced. */
function wordsOf({ reasons, text }: Pick<Report, 'reasons' | 'text'>): string {
  return JSON.stringify([reasons, text.replace(/\s+/g, ' ').trim().toLowerCase()]);
}

/** Erases what was settled long enough ago. */
export async function eraseReports(store: Store, now: number): Promise<void> {
  const isOver = ({ settled }: Report) =>
    settled !== undefined && now - Date.parse(settled.at) >= DAYS_KEPT * DAY;
  const reports = await store.papers('report');
  const ids = [...reports].filter(([, report]) => isOver(report)).map(([id]) => id);
  if (ids.length === 0) return;
  await store.change(async (transaction) => {
    await transaction.putPapers('report', new Map(ids.map((id) => [id, undefined])));
    return { result: undefined, keep: {} };
  });
}
