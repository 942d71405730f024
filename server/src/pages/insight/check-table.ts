import type { Request } from '@vielfalt/feed';
import { CHECK_AGES } from '../../answers/axes.js';
import { countChecks } from '../../insight/checks.js';
import { html, type Html } from '../../text/html.js';
import { number, type InsightContext } from './labels.js';

/** Offers counted by the age of their check and by source; the first column holds all sources. */
export interface CheckTable {
  columns: string[];
  rows: { label: string; counts: number[] }[];
}

/** Counts the checks of the offers that a request leaves. */
export async function checkTable(
  request: Request,
  { context, texts }: InsightContext,
): Promise<CheckTable> {
  const names = new Map(context.site.reference.sources.map(({ id, name }) => [id, name]));
  const columns = await countChecks(context.site, [...names.keys()], request);
  return {
    columns: columns.map(({ source }) => names.get(source) ?? texts.all),
    rows: CHECK_AGES.map((age, index) => ({
      label: texts.ages[age],
      counts: columns.map(({ counts }) => counts[index] ?? 0),
    })),
  };
}

/** The feed cannot be asked for an age: the numbers are no links, but the order by check is one. */
export function drawnChecks(
  { columns, rows }: CheckTable,
  query: string,
  words: InsightContext,
): Html {
  const { context, texts } = words;
  const total = Math.max(1, ...rows.map(({ counts }) => counts[0] ?? 0));
  const bar = (count = 0) =>
    html`<svg class="amount" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width="${Math.round((100 * count) / total)}" height="8" />
    </svg>`;
  return html`<div class="scroller" role="region" tabindex="0" aria-labelledby="shown">
      <table class="heat checks">
        <caption class="visually-hidden">
          ${texts.views.checks}
        </caption>
        <thead>
          <tr>
            <th scope="col">${texts.views.checks}</th>
            ${columns.map((name) => html`<th scope="col"><span>${name}</span></th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ label, counts }) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${counts.map(
                  (count, index) =>
                    html`<td><span>${number(count, words)}</span>${index === 0 && bar(count)}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p><a href="${context.href('/', query)}" rel="nofollow">${texts.oldest}</a></p>`;
}
