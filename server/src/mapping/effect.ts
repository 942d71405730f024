import type { Field } from './field.js';
import type { FieldOptions } from './mapping.js';

/** Lists whose columns are read one by one. */
const LISTS = ['terms', 'languages', 'members'];
/** Readers that use `split`. */
const SPLIT = ['term', 'terms', 'languages', 'members', 'address'];

/** Says which option has no effect on a field, and why, as a sentence's end; nothing where all have. */
export function withoutEffect(field: Field, options: FieldOptions): string | undefined {
  const { columns = [], ticked, value } = options;
  const { reader } = field;
  const isFixed = value !== undefined;
  const isPart = reader === 'part';
  const rules: readonly [option: keyof FieldOptions, isIdle: boolean, reason: string][] = [
    ['value', isPart, 'days, start and end are read from columns; say schedule for fixed times'],
    ['default', isPart, 'days, start and end are read from columns; say schedule for fixed times'],
    ['words', isPart, 'days, start and end are read together, as times are'],
    ['default', isFixed, 'with value no cell is read, and none is empty'],
    ...(['join', 'names', 'split', 'terms', 'words'] as const).flatMap(
      (option) =>
        [
          [option, isFixed, 'with value no cell is read'],
          [option, ticked !== undefined, 'ticked columns say yes or no'],
        ] as [keyof FieldOptions, boolean, string][],
    ),
    ['join', columns.length < 2, 'there is one column, and nothing to join'],
    ['join', LISTS.includes(reader), 'each column of a list is read by itself'],
    ['names', LISTS.includes(reader), 'each column of a list is read by itself'],
    ['split', !SPLIT.includes(reader), `${field.name} is not taken apart`],
  ];
  for (const [option, isIdle, reason] of rules) {
    if (isIdle && options[option] !== undefined) {
      return `has ${option}, which does nothing here: ${reason}. Take it out.`;
    }
  }
  return undefined;
}
