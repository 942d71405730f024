import type { Field } from './field.js';
import { stepsOf } from './fields.js';
import { misfit } from '../validation/validate.js';
import type { FieldOptions } from './mapping.js';
import type { ReadContext } from './readers.js';

/** A value that a mapping gives by itself, without a cell. */
export type Fixed = NonNullable<FieldOptions['value']>;

/** Returns a given value as the field takes it, or nothing where it has to be read as text. */
export function fixedValue(
  given: Fixed,
  { name, reader, list }: Field,
  { finders }: Pick<ReadContext, 'finders'>,
): unknown {
  const each = [given].flat().map(String);
  const candidates: unknown[] = [given];
  if (reader === 'languages') candidates.push(each.map((language) => ({ language })));
  else if (reader === 'terms' || reader === 'choices' || reader === 'lines') candidates.push(each);
  if (reader === 'languages' || list) {
    const finder = finders[list ?? 'language'];
    if (each.some((id) => finder.find(id) !== id)) return undefined;
  }
  return candidates.find((value) => misfit(stepsOf(name), value) === undefined);
}
