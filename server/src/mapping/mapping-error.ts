import type { MappingPosition } from './mapping.js';

/** The mapping cannot be used: one sentence that says where, what and what to do. */
export class MappingError extends Error {
  override readonly name = 'MappingError';

  constructor(mapping: { name: string }, { line, column }: MappingPosition, message: string) {
    super(`${mapping.name}, line ${line}, column ${column}: ${message}`);
  }
}
