import type { Terms } from '../model/wire.js';
import type { FacetName } from './names.js';

/**
 * The value and everything above it; a cycle of parents ends where it began. Answers mention only
 * current terms, so that no replaced ones have to be followed, as a `TermTree` does.
 */
export function lineage(name: FacetName, value: string, terms: Terms): string[] {
  const heads = (terms as Partial<Record<FacetName, Terms['topic']>>)[name];
  const found = [value];
  for (let up = heads?.[value]?.parent; up && !found.includes(up); up = heads?.[up]?.parent) {
    found.push(up);
  }
  return found;
}
