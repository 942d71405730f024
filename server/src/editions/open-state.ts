import type { EditionHead, Editions } from '../store/editions.js';
import { derivedState } from './derived-state.js';
import { isGone } from './parts.js';
import { readState, type EditionState } from './state.js';

/**
 * Reads an edition.
 * @param known one that is in memory: of the same whole edition only what has changed is read
 */
export async function openState(
  editions: Editions,
  edition: EditionHead,
  known: EditionState | undefined,
): Promise<EditionState> {
  if (known?.edition.id === edition.id) return known;
  const { base } = edition;
  if (base === undefined) return readState(editions, edition);
  const isSame = known && (known.edition.base ?? known.edition.id) === base;
  if (isSame && known.edition.id < edition.id) {
    try {
      return await derivedState(editions, known, edition);
    } catch (error) {
      // What it was derived from may have been removed: it is read as a whole.
      if (!isGone(error)) throw error;
    }
  }
  const { revision, stamp } = edition;
  const whole = await readState(editions, { id: base, revision, stamp });
  return derivedState(editions, whole, edition);
}
