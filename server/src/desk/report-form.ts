import { REPORT_REASONS, type Report, type ReportReason } from '../store/papers.js';
import { lengthOf, typedLine, typedText } from '../text/typed.js';
import { keepReport } from './reports.js';
import { formKey, issueTicket, readTicket } from './tickets.js';
import type { Visit, VisitSources } from './visit.js';

/** The longest texts that are taken, in characters. */
export const MOST_LETTERS = { text: 2_000, reach: 200 };

const HOUR = 60 * 60_000;
/** The most reports in an hour that this process takes: of all, from one network, of one record. */
const MOST_IN_HOUR = { all: 100, network: 10, record: 10 };

/** The record that a report is about. */
export type ReportSubject = Pick<Report, 'kind' | 'id'>;

/** A report as it was sent. */
export interface SentReport extends Pick<Report, 'reasons' | 'text'> {
  reach: string;
  ticket: string;
  /** The value of a field that no person sees. */
  website: string;
}

/**
 * Why a report was not taken. `empty`: nothing is ticked or written. `trap`: the field that no person
 * sees is filled in. `early`: sooner than a person could. `void`: its ticket is not valid any more, or
 * never was. `many`: there are too many.
 */
export type ReportFault = 'empty' | 'long' | 'trap' | 'early' | 'void' | 'many';

/** Reads a form; what it has besides is not looked at. */
export function readReportForm(form: URLSearchParams): SentReport {
  const ticked = form.getAll('wrong');
  return {
    reasons: REPORT_REASONS.filter((reason): reason is ReportReason => ticked.includes(reason)),
    text: typedText(form.get('text')),
    reach: typedLine(form.get('reach')),
    ticket: form.get('ticket') ?? '',
    website: form.get('website') ?? '',
  };
}

/** A ticket for a form about a record. */
export async function issueReportTicket(
  subject: ReportSubject,
  { store, clock }: Pick<VisitSources, 'store' | 'clock'>,
): Promise<string> {
  return issueTicket(await formKey(store), nameOf(subject), clock());
}

/** Takes a report, unless there is something against it. */
export async function takeReport(
  form: SentReport,
  subject: ReportSubject,
  { network }: Pick<Visit, 'network'>,
  { store, clock, limits }: Pick<VisitSources, 'store' | 'clock' | 'limits'>,
): Promise<ReportFault | undefined> {
  const { reasons, text, reach, website } = form;
  if (website) return 'trap';
  if (reasons.length === 0 && !text) return 'empty';
  if (lengthOf(text) > MOST_LETTERS.text || lengthOf(reach) > MOST_LETTERS.reach) return 'long';
  const now = clock();
  const ticket = readTicket(await formKey(store), nameOf(subject), form.ticket, now);
  if (ticket.state !== 'good') return ticket.state;
  const counted = [
    ['reports', MOST_IN_HOUR.all],
    [`reports of ${nameOf(subject)}`, MOST_IN_HOUR.record],
    [`reports from ${network}`, MOST_IN_HOUR.network],
  ] as const;
  // Where one is spent nothing is counted, so that a flood from many networks is not remembered.
  const isSpent = counted.some(([key, most]) => limits.isSpent(key, most, now));
  if (isSpent || !counted.every(([key, most]) => limits.take(key, most, HOUR, now))) return 'many';
  const report = { ...subject, reasons, text, ...(reach && { reach }) };
  const kept = await keepReport(store, ticket.id, report, now);
  return ({ kept: undefined, known: 'void', full: 'many' } as const)[kept];
}

function nameOf({ kind, id }: ReportSubject): string {
  return `${kind} ${id}`;
}
