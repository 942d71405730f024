import { daysBetween, fill, formatDate, longDate } from '@vielfalt/feed/wording';
import { branches } from '../../answers/axes.js';
import { chosenDays } from '../../insight/course.js';
import type { CheckedShare, CourseDay } from '../../store/papers.js';
import { readCourse } from '../../upkeep/course.js';
import { html, type Html } from '../../text/html.js';
import { labelOf } from '../labels.js';
import { number, percent, type InsightContext } from './labels.js';

/** The most days that the table has, and the most points of the line. */
const MOST_COLUMNS = 8;
const MOST_POINTS = 120;

/** A row of the course: all offers, a source, or a topic. */
interface CourseRow {
  label: string;
  /** Stands below another one. */
  isPart?: boolean;
  of: (day: CourseDay) => CheckedShare | undefined;
}

/** The rows with their heading, where they have one. */
interface CourseGroup {
  heading?: string;
  rows: CourseRow[];
}

/** The course of checks, to be shown as a table. */
export interface CourseTable {
  /** By local date, in their order; the last is today. */
  days: Map<string, CourseDay>;
  groups: CourseGroup[];
}

/** Reads the course of all offers; nobody has kept it for some of them. */
export async function courseTable({ context, texts }: InsightContext): Promise<CourseTable> {
  const days = await readCourse(context.site);
  const ids = (list: 'sources' | 'topics') => [
    ...new Set([...days.values()].reverse().flatMap((day) => Object.keys(day[list]))),
  ];
  const names = new Map(context.site.reference.sources.map(({ id, name }) => [id, name]));
  const sources = ids('sources').map((id) => ({
    label: names.get(id) ?? id,
    of: (day: CourseDay) => day.sources[id],
  }));
  const roots = branches('topic', context.view.terms).below(undefined);
  const topics = ids('topics').map((id) => ({
    label: labelOf('topic', id, context),
    isPart: !roots.includes(id),
    of: (day: CourseDay) => day.topics[id],
  }));
  return {
    days,
    groups: [
      { rows: [{ label: texts.all, of: ({ all }) => all }] },
      // One source is all there is.
      ...(sources.length > 1 ? [{ heading: texts.source, rows: sources }] : []),
      { heading: context.texts.facets.topic, rows: topics },
    ],
  };
}

/** The course as a line and a table, or a sentence where there is nothing to compare yet. */
export function drawnCourse(table: CourseTable, words: InsightContext): Html {
  const { texts } = words;
  const dates = [...table.days.keys()];
  return html`${summary(table, words)} ${dates.length > 1 && line(table, words)}
    <div class="scroller" role="region" tabindex="0" aria-labelledby="shown">
      <table class="heat course-table">
        <caption class="visually-hidden">
          ${texts.views.course}
        </caption>
        ${tableParts(table, chosenDays(dates, MOST_COLUMNS), words)}
      </table>
    </div>`;
}

function summary({ days }: CourseTable, words: InsightContext): Html {
  const { texts, context } = words;
  const { tag } = context.texts;
  const [[first, before] = ['', undefined]] = days;
  const [checked, offers] = [...days.values()].at(-1)?.all ?? [0, 0];
  const counts = { checked: number(checked, words), all: number(offers, words) };
  const now = fill(texts.course.now, { share: written([checked, offers], words), ...counts });
  const since = { date: longDate(first, tag), share: written(before?.all, words) };
  return html`<p>
    ${now} ${days.size > 1 ? fill(texts.course.since, since) : texts.course.early}
  </p>`;
}

/** The share of all offers as a line. It says nothing that the table does not. */
function line({ days }: CourseTable, words: InsightContext): Html {
  const { tag } = words.context.texts;
  const dates = [...days.keys()];
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  const points = chosenDays(dates, MOST_POINTS).map((date) => {
    const [checked, offers] = days.get(date)?.all ?? [0, 0];
    const x = (100 * daysBetween(first, date)) / daysBetween(first, last);
    return `${x.toFixed(2)},${(100 - share([checked, offers]) * 100).toFixed(2)}`;
  });
  return html`<div class="course-line" aria-hidden="true">
    <div class="course-scale">
      ${[1, 0.5, 0].map((part) => html`<span>${percent(part, words)}</span>`)}
    </div>
    <svg viewBox="0 0 100 100" preserveAspectRatio="none">
      <path class="course-grid" d="M0 0H100M0 50H100M0 100H100" />
      <polyline points="${points.join(' ')}" />
    </svg>
    <div class="course-ends">
      <span>${longDate(first, tag)}</span> <span>${longDate(last, tag)}</span>
    </div>
  </div>`;
}

function tableParts(
  { days, groups }: CourseTable,
  dates: readonly string[],
  words: InsightContext,
) {
  const { texts, context } = words;
  const { tag } = context.texts;
  const body = ({ heading, rows }: CourseGroup) =>
    html`<tbody>
      ${
        heading !== undefined &&
        html`<tr class="group">
          <th scope="rowgroup" colspan="${dates.length + 1}">${heading}</th>
        </tr>`
      }
      ${rows.map(
        ({ label, isPart, of }) =>
          html`<tr class="${isPart ? 'depth-1' : 'depth-0'}">
            <th scope="row">${label}</th>
            ${dates.map((date) => {
              const day = days.get(date);
              return html`<td><span>${written(day && of(day), words)}</span></td>`;
            })}
          </tr>`,
      )}
    </tbody>`;
  return html`<thead>
      <tr>
        <th scope="col">${texts.course.share}</th>
        ${dates.map(
          (date) =>
            html`<th scope="col">
              <time datetime="${date}">${formatDate(date, tag, { dateStyle: 'short' })}</time>
            </th>`,
        )}
      </tr>
    </thead>
    ${groups.map(body)}`;
}

function share([checked, offers]: CheckedShare): number {
  return offers === 0 ? 0 : checked / offers;
}

/** A share in words; a dash where there were no offers. */
function written(of: CheckedShare | undefined, words: InsightContext): string {
  return of && of[1] > 0 ? percent(share(of), words) : '–';
}

/** All days of the course for a spreadsheet: of each row how many were checked, and how many there were. */
export function courseSheet({ days, groups }: CourseTable, { texts }: InsightContext) {
  const rows = groups.flatMap((group) => group.rows);
  const { checked, day } = texts.course;
  return {
    columns: [day, ...rows.flatMap(({ label }) => [`${label}, ${checked}`, label])],
    rows: [...days].map(([date, counted]) => [
      date,
      ...rows.flatMap(({ of }) => (of(counted) ?? [0, 0]).map(String)),
    ]),
  };
}
