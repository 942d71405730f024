import assert from 'node:assert/strict';
import type { DirectoryFile, FileOffer } from '@vielfalt/feed';
import type { Span } from './fixture.js';
import { MAPPING } from './offers-table.js';
import { workplace } from './workplace.js';

/** A workplace with the mapping of the office's table, `m.yaml`. */
export function office(context: Span) {
  const place = workplace(context);
  const { vielfalt, write } = place;
  write('m.yaml', MAPPING);
  return {
    ...place,
    importTable: (content: string | Uint8Array, ...options: string[]) =>
      vielfalt(['import', write('t.csv', content), '--mapping', 'm.yaml', ...options]),
    /** The whole directory as text, tombstones and all. */
    directory: async () => {
      const { code, stdout, stderr } = await vielfalt(['export']);
      assert.equal(code, 0, stderr);
      return stdout;
    },
  };
}

export function offersIn(directory: string): FileOffer[] {
  return (JSON.parse(directory) as DirectoryFile).offers;
}
