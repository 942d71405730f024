import type { Comparison } from './comparison.js';
import {
  ANSWER_PARAMETERS,
  FLAG_PARAMETERS,
  LIST_PARAMETERS,
  PERSON_PARAMETERS,
} from './parameters.js';
import type { LockName } from './query.js';

/** The parameters that filter offers. */
export type FilterName = LockName | 'near' | 'changed';

const { near, changed } = ANSWER_PARAMETERS;
const PARAMETERS = {
  ...LIST_PARAMETERS,
  ...PERSON_PARAMETERS,
  ...FLAG_PARAMETERS,
  near,
  changed,
};
export const FILTERS = Object.keys(PARAMETERS) as FilterName[];

/** What a filter compares. */
export function comparisonOf(name: FilterName): Comparison {
  return PARAMETERS[name].compare;
}
