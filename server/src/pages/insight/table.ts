import { fill } from '@vielfalt/feed/wording';
import {
  isByAudience,
  TABLES,
  type CountCell,
  type CountTable,
  type TableName,
} from '../../insight/count.js';
import { ALL, type AxisEntry } from '../../insight/entries.js';
import { MOST } from '../../insight/gaps.js';
import { Slices } from '../../slices.js';
import { changedQuery, type PageRequest } from '../page-request.js';
import { attributes, html, type HtmlContent, type Html } from '../../text/html.js';
import { isCompared, isGroup, isMissed, mostOf, shade, shades } from './heat.js';
import { axisLabel, entryLabel, number, percent, type InsightContext } from './labels.js';

/** The settings by which a table is drawn. */
interface Drawing {
  name: TableName;
  table: CountTable;
  requested: PageRequest;
  words: InsightContext;
  /** The largest number compared. */
  most: number;
}

/** A table as a heat map: every number a link to its offers, nothing marked by its border too. */
export async function heatTable(
  name: TableName,
  table: CountTable,
  requested: PageRequest,
  words: InsightContext,
): Promise<Html> {
  const drawing = { name, table, requested, words, most: mostOf(table) };
  const { rows, columns } = TABLES[name];
  const { views } = words.texts;
  const drawn = await new Slices().map(table.rows.entries(), ([index, row]) =>
    tableRow(row, index, drawing),
  );
  return html`${legend(drawing)}
    <div class="scroller" role="region" tabindex="0" aria-labelledby="shown">
      <table ${attributes({ class: columns === 'audience' ? 'heat narrow' : 'heat' })}>
        <caption class="visually-hidden">
          ${views[name]}
        </caption>
        <thead>
          <tr>
            <th scope="col">${axisLabel(rows, words)}</th>
            ${table.columns.map(
              ({ id }) => html`<th scope="col"><span>${entryLabel(columns, id, words)}</span></th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${drawn}
        </tbody>
      </table>
    </div>`;
}

function tableRow({ id, depth }: AxisEntry, index: number, drawing: Drawing): Html {
  const { name, table, words } = drawing;
  const kind =
    id === ALL.id ? 'sum' : isGroup(table, index) ? 'group' : `depth-${Math.min(depth, 2)}`;
  return html`<tr class="${kind}">
    <th scope="row">${entryLabel(TABLES[name].rows, id, words)}</th>
    ${table.columns.map((_, column) => tableCell(index, column, drawing))}
  </tr> `;
}

function tableCell(row: number, column: number, drawing: Drawing): Html {
  const { name, table, requested, words, most } = drawing;
  const cell = table.cells[row]?.[column] ?? { count: 0, everyone: 0 };
  const questions = [table.rows[row]?.ask, table.columns[column]?.ask];
  const query = questions.every((ask) => ask)
    ? changedQuery(requested, Object.assign({}, ...questions) as object)
    : undefined;
  const isSum = column === 0;
  const level = isCompared(table, row, column) && `heat-${shade(cell.count, most)}`;
  const isGap = TABLES[name].columns === 'place' && isMissed(table, row, column);
  const classes = [cell.count > 0 ? level : 'zero', isGap && 'missed', isSum && 'all'].filter(
    Boolean,
  );
  const numbers = written(cell, words);
  const hasList = query !== undefined && cell.count + cell.everyone > 0;
  return html`<td ${attributes({ class: classes.join(' ') || undefined })}>
    ${hasList ? html`<a href="${words.context.href('/', query)}" rel="nofollow">${numbers}</a>` : html`<span>${numbers}</span>`}${isSum && row > 0 && bar(row, drawing)}
  </td>`;
}

/** `3`, or `3 + 2` where two more are for everyone. */
function written({ count, everyone }: CountCell, words: InsightContext): HtmlContent {
  const { texts } = words;
  return [
    number(count, words),
    everyone > 0 &&
      html` <small
        >+${number(everyone, words)}<span class="visually-hidden"> ${texts.everyone}</span></small
      >`,
  ];
}

/** A row's sum as a bar behind its number, which says the same; headings are compared with headings. */
function bar(row: number, { table }: Drawing): Html {
  const sum = (cells?: CountCell[]) => cells?.[0]?.count ?? 0;
  const alike = table.cells.filter(
    (_, index) => index > 0 && isGroup(table, index) === isGroup(table, row),
  );
  const width = Math.round((100 * sum(table.cells[row])) / Math.max(1, ...alike.map(sum)));
  return html`<svg class="amount" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    <rect width="${width}" height="1" />
  </svg>`;
}

function legend({ name, most, words }: Drawing): Html {
  const { texts } = words;
  const span = ({ from, to }: { from: number; to: number }) =>
    from === to ? number(from, words) : `${number(from, words)}–${number(to, words)}`;
  return html`<p class="legend">
    ${texts.legend} <span class="zero">0</span>
    ${shades(most).map((each) => html`<span class="heat-${each.shade}">${span(each)}</span> `)}
    ${
      TABLES[name].columns === 'place' &&
      html`<span class="zero missed">0</span> ${fill(texts.missed, { most: percent(MOST, words) })}`
    }
  </p>`;
}

/** The rules that a table is counted by, each in a sentence. */
export function rules(name: TableName, isSplit: boolean, { texts }: InsightContext): string[] {
  const { place, audience, filtered, unknown, several, ended } = texts.rules;
  const { rows, columns } = TABLES[name];
  return [
    ...(columns === 'place' ? [place] : []),
    ...(isByAudience(name) ? [audience] : isSplit ? [filtered] : []),
    ...(rows === 'spoken' || rows === 'when' ? [unknown] : []),
    several,
    ended,
  ];
}
