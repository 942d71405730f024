import {
  ANSWER_PARAMETERS,
  FLAG_PARAMETERS,
  LIST_PARAMETERS,
  PERSON_PARAMETERS,
  type ListParameter,
} from './parameters.js';
import type { LockName } from './query.js';

/** The parameters that filter offers. */
export type FilterName = LockName | 'near' | 'changed';

const { near, changed } = ANSWER_PARAMETERS;

/** The parameter of each filter, with its comparison. */
export const FILTER_PARAMETERS: Readonly<Record<FilterName, ListParameter>> = {
  ...LIST_PARAMETERS,
  ...PERSON_PARAMETERS,
  ...FLAG_PARAMETERS,
  near,
  changed,
};
export const FILTERS = Object.keys(FILTER_PARAMETERS) as FilterName[];
