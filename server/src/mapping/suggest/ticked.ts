import type { VocabularyList } from '@vielfalt/feed';
import type { FieldOptions } from '../mapping.js';
import type { ReadContext } from '../readers.js';
import { guess, isInternal, plainHeading } from './headings.js';
import type { Profile } from './profile.js';

const LISTS: readonly [VocabularyList, string][] = [
  ['audience', 'audiences'],
  ['language', 'spoken'],
  ['topic', 'topics'],
];
const WEEKDAYS = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag'];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Finds columns that stand for one value each: "Frauen" with an x; "Montag" with its hours. */
export function findTicked(
  profiles: readonly Profile[],
  context: ReadContext,
): { options: [field: string, options: FieldOptions][]; columns: string[] } {
  const open = profiles.filter(({ name }) => !isInternal(name));
  const days = open.filter(({ name }) => isWeekday(name));
  const hasHours = days.some(({ shares }) => shares['yes-no'] < 0.5);
  const options: [string, FieldOptions][] = [];
  if (days.length > 1) {
    const names = days.map(({ name }) => name);
    options.push(
      hasHours
        ? ['schedule', { columns: names, names: true, join: '\n' }]
        : ['schedule.days', { ticked: Object.fromEntries(names.map((name) => [name, name])) }],
    );
  }
  const columns = days.length > 1 ? days.map(({ name }) => name) : [];

  const yesNo = open.filter(
    ({ name, shares, values }) =>
      !columns.includes(name) &&
      shares['yes-no'] >= 0.5 &&
      values.size <= 12 &&
      (guess(name)[0]?.score ?? 0) < 50,
  );
  for (const [list, field] of LISTS) {
    const found = yesNo
      .filter(({ name }) => !columns.includes(name))
      .flatMap(({ name }) => {
        const id = termIn(name, list, context);
        return id === undefined ? [] : [[name, id] as const];
      });
    // A single one may be a question of its own: "Kinder" may ask for childcare.
    if (found.length < 2) continue;
    options.push([field, { ticked: Object.fromEntries(found) }]);
    columns.push(...found.map(([name]) => name));
  }
  return { options, columns };
}

/** Finds the term that a column's name or its last words mean: "Zielgruppe – Frauen", "für Senioren". */
function termIn(name: string, list: VocabularyList, { finders }: ReadContext): string | undefined {
  const own = name.split(' – ').at(-1) ?? name;
  const words = own.split(/\s+/);
  for (let from = 0; from < words.length; from += 1) {
    const found = finders[list].find(words.slice(from).join(' ').replace(/[?:]$/, ''));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWeekday(name: string): boolean {
  const heading = plainHeading(name.split(' – ').at(-1) ?? name);
  return [...WEEKDAYS, ...DAYS].some(
    (day) =>
      heading === day ||
      heading === day.slice(0, 2) ||
      (heading.length === 3 && heading === day.slice(0, 3)),
  );
}
