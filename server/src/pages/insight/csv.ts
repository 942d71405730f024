import { printQuery } from '@vielfalt/feed';
import { printWholeCsv } from '../../table/write-csv.js';
import { Problem } from '../../http/problem.js';
import type { Reply } from '../../http/reply.js';
import { countTable, TABLES, type TableName } from '../../insight/count.js';
import { findGaps } from '../../insight/gaps.js';
import { slugOf } from '../../text/slug.js';
import type { Site } from '../../answers/site.js';
import { pageContext } from '../context.js';
import { checkTable } from './check-table.js';
import { courseSheet, courseTable } from './course.js';
import {
  axisLabel,
  entryLabel,
  fullLabel,
  partsLabel,
  insightSource,
  type InsightContext,
} from './labels.js';
import { readInsightRequest, VIEWS, type InsightRequest } from './question.js';
import { insightTexts } from '../../languages/words.js';

/** As spreadsheets read it, which know no other digits. */
const DECIMAL = {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  numberingSystem: 'latn',
} as const;

/** A table for a spreadsheet: numbers without marks, so that it can reckon with them. */
interface Sheet {
  columns: string[];
  rows: string[][];
}

/**
 * `GET /insight.csv?table=…`: one of the page's tables, of the same offers.
 * @throws Problem 400 where the table or a value is not known: a wrong table is worse than none
 */
export async function insightCsv(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const context = pageContext(site, parameters);
  const words = { context, texts: insightTexts(context.language) };
  const question = readInsightRequest(parameters, context);
  const { shown, requested } = question;
  const wanted = parameters.get('table') ?? shown;
  if (wanted !== shown) {
    const detail = `there is no such table, only ${VIEWS.join(', ')}`;
    throw Problem.badRequest([{ parameter: 'table', value: wanted, detail }]);
  }
  if (requested.problems.length > 0) throw Problem.badRequest(requested.problems);
  const { columns, rows } = await sheet(question, words);
  const name = slugOf(words.texts.views[shown]) || shown;
  return {
    body: printWholeCsv(columns, rows),
    type: 'text/csv; charset=utf-8; header=present',
    lifetime: 'data',
    headers: {
      'Content-Disposition': `attachment; filename="${name}-${site.date}.csv"`,
      'Content-Language': context.language,
    },
  };
}

async function sheet(question: InsightRequest, words: InsightContext): Promise<Sheet> {
  const { shown, requested } = question;
  if (shown === 'gaps') return gapSheet(words);
  if (shown === 'course') return courseSheet(await courseTable(words), words);
  if (shown !== 'checks') return countSheet(shown, question, words);
  const { columns, rows } = await checkTable(requested.request, words);
  return {
    columns: [words.texts.views.checks, ...columns],
    rows: rows.map(({ label, counts }) => [label, ...counts.map(String)]),
  };
}

/**
 * Counts as a sheet. Where numbers are split, each column is two: those that name an audience and
 * those for everyone.
 */
async function countSheet(
  shown: TableName,
  { requested }: InsightRequest,
  words: InsightContext,
): Promise<Sheet> {
  const { context, texts } = words;
  const { rows, columns } = TABLES[shown];
  const table = await countTable(shown, insightSource(context), requested.request);
  return {
    columns: [
      axisLabel(rows, words),
      'id',
      ...table.columns.flatMap(({ id }) => {
        const label = entryLabel(columns, id, words);
        return table.isSplit ? [label, `${label}, ${texts.everyone}`] : [label];
      }),
    ],
    rows: table.rows.map(({ id }, index) => [
      fullLabel(rows, id, words),
      id,
      ...(table.cells[index] ?? []).flatMap(({ count, everyone }) =>
        (table.isSplit ? [count, everyone] : [count]).map(String),
      ),
    ]),
  };
}

async function gapSheet(words: InsightContext): Promise<Sheet> {
  const { context, texts } = words;
  const { place } = context.texts.facets;
  const { missing, having, share } = texts.gaps;
  const { gaps } = await findGaps(insightSource(context));
  const link = (query: string) => context.absolute('/', query) ?? context.href('/', query);
  return {
    columns: [place, missing, having, share, texts.everyone, texts.address],
    rows: gaps.map((gap) => [
      entryLabel('place', gap.town, words),
      partsLabel(gap.parts, words),
      String(gap.others),
      gap.expected.toLocaleString(context.texts.tag, DECIMAL),
      String(gap.everyone),
      link(printQuery(gap.ask)),
    ]),
  };
}
