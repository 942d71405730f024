import type { MappingPosition } from './mapping.js';

/** A mapping that cannot be used: one sentence that says where, what is wrong and what to do. */
export class MappingError extends Error {
  override readonly name = 'MappingError';

  constructor(mapping: { name: string }, { line, column }: MappingPosition, message: string) {
    super(`${mapping.name}, line ${line}, column ${column}: ${message}`);
  }
}
