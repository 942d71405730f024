import {
  FLAG_PARAMETERS,
  LIST_PARAMETERS,
  PERSON_PARAMETERS,
  type LockParameter,
} from './parameters.js';
import type { LockName } from './query.js';

const PARAMETERS: Record<LockName, LockParameter> = {
  ...LIST_PARAMETERS,
  ...PERSON_PARAMETERS,
  ...FLAG_PARAMETERS,
};

/** Each lock, and what editors call it: by its name, or by single words of lowercase letters. */
export const LOCK_ALIASES: readonly (readonly [LockName, ...string[]])[] = (
  Object.entries(PARAMETERS) as [LockName, LockParameter][]
).map(([name, { aliases }]) => [name, name, ...(aliases?.split(' ') ?? [])]);
