import type { Site } from '../answers/site.js';
import { Problem } from '../http/problem.js';
import { plainJson } from '../resources/operation.js';
import { REPORT_REASONS, type Report } from '../store/papers.js';
import {
  issueReportTicket,
  MOST_LETTERS,
  readReportForm,
  takeReport,
  type ReportFault,
} from './report-form.js';
import { findRecord, isGone, takesReports } from './reported-record.js';
import type { VisitRoute } from './visit.js';

const REFUSED = {
  404: 'There is no such record, or the directory takes no reports.',
  409: 'The record comes from another directory, which corrects it.',
  410: 'It has ended or gone.',
};

const ABOUT = {
  description:
    'What it is about: `offers/` or `providers/`, and the slug or id of an offer or provider.',
  schema: { type: 'string', examples: ['offers/deutschkurs-am-vormittag'] },
} as const;

/** The fields of a report (JSON Schema). */
const REPORT_FIELDS = {
  type: 'object',
  properties: {
    about: { ...ABOUT.schema, description: ABOUT.description },
    wrong: {
      type: 'array',
      items: { type: 'string', enum: REPORT_REASONS },
      description: 'What is wrong; several times, or none where `text` says it.',
    },
    text: { type: 'string', maxLength: MOST_LETTERS.text },
    reach: {
      type: 'string',
      maxLength: MOST_LETTERS.reach,
      description: 'How to reach who writes, if they like.',
    },
    ticket: { type: 'string' },
    website: { type: 'string', maxLength: 0, description: 'Stays empty: a trap for machines.' },
  },
  required: ['about', 'ticket'],
};

/** `/v1/reports`: takes what visitors of elements report, wherever these stand. */
export const reportsVisit: VisitRoute = {
  path: '/v1/reports',
  isForElements: true,
  summary: 'A ticket, which a report brings back',
  operation: {
    id: 'reportTicket',
    tag: 'reports',
    description:
      'Where `directory.reports` is true. It is good for reports of this offer or provider, from three seconds on and for a day.',
    parameters: ['about'],
    ownParameters: { about: ABOUT },
    answer: plainJson({ ticket: { type: 'string' } }),
    problems: REFUSED,
    form: {
      id: 'report',
      summary: 'A report of what is wrong',
      description:
        'For the office alone; nothing is kept of who sends it. A ticket is good for one report; the same words about the same record within a day are one report, too.',
      fields: REPORT_FIELDS,
      answer: plainJson({ received: { type: 'boolean', const: true } }),
      problems: {
        400: 'A field is missing or wrong: `problems` says which. If it is `ticket`: take another, or wait a few seconds.',
        ...REFUSED,
        413: 'The form is far too long.',
        415: 'It is not sent as a form.',
        429: 'Too many reports are coming in; the detail has the address for a letter.',
      },
    },
  },
  async reply(visit, sources) {
    const isSent = visit.method === 'POST';
    const site = sources.site();
    const record = await namedRecord(isSent ? visit.form : visit.parameters, site);
    if (!isSent) return { body: { ticket: await issueReportTicket(record, sources) } };
    const fault = await takeReport(readReportForm(visit.form), record, visit, sources);
    if (fault !== undefined) throw problemOf(fault, site);
    return { body: { received: true } };
  },
};

/** @throws Problem where no record is named that takes reports here */
async function namedRecord(named: URLSearchParams, site: Site) {
  if (!takesReports(site)) throw new Problem(404, 'This directory takes no reports.');
  const [, kind, name] = /^(offer|provider)s\/(.+)$/.exec(named.get('about') ?? '') ?? [];
  const about = name !== undefined && (await findRecord(kind as Report['kind'], name, site));
  if (!about) throw new Problem(404, 'The directory has no such offer or provider.');
  const { id, origin } = about.record;
  if (isGone(about, site)) throw new Problem(410, 'It has ended or gone.');
  if (origin?.reportTo) throw new Problem(409, `It is corrected there: ${origin.page}`);
  return { kind: about.kind, id };
}

function problemOf(fault: ReportFault, site: Site): Problem {
  if (fault === 'many') {
    const { reportTo } = site.reference.directory;
    const detail = `Too many reports are coming in. Write to ${reportTo}, or try again in an hour.`;
    return new Problem(429, detail, {}, { 'Retry-After': '3600' });
  }
  const { text, reach } = MOST_LETTERS;
  const [parameter, detail] = (
    {
      empty: ['text', 'nothing is ticked or written'],
      long: ['text', `it has at most ${text} letters, and reach ${reach}`],
      trap: ['website', 'it stays empty'],
      early: ['ticket', 'it is good some seconds after it was issued: send the same once more'],
      void: ['ticket', 'it is not valid, or not any more: ask for another one'],
    } as const
  )[fault];
  return Problem.badRequest([{ parameter, value: '', detail }]);
}
