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

const PARAMETERS: Readonly<Record<FilterName, ListParameter>> = {
  ...LIST_PARAMETERS,
  ...PERSON_PARAMETERS,
  ...FLAG_PARAMETERS,
  near,
  changed,
};
export const FILTERS = Object.keys(PARAMETERS) as FilterName[];

/** The field that a filter compares, and how. */
export const comparisonOf = (name: FilterName) => PARAMETERS[name].compare;

/** The list of the vocabulary that a filter's values are terms of; undefined: of none. */
export const termListOf = (name: FilterName) => PARAMETERS[name].list;
