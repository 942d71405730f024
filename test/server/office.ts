import assert from 'node:assert/strict';
import type { DirectoryFile, FileOffer } from '@vielfalt/feed';
import { openStore } from '@vielfalt/server';
import { printFeedJson, toDirectoryFile } from '../../server/src/export/feed-json.js';
import type { Span } from './fixture.js';
import { MAPPING } from './offers-table.js';
import { workplace } from './workplace.js';

/** A workplace with the mapping of the office's table, `m.yaml`. */
export function office(context: Span) {
  const place = workplace(context);
  const { database, vielfalt, write } = place;
  write('m.yaml', MAPPING);
  return {
    ...place,
    importTable: (content: string | Uint8Array, ...options: string[]) =>
      vielfalt(['import', write('t.csv', content), '--mapping', 'm.yaml', ...options]),
    /** The whole directory as an export writes it, tombstones and all. */
    directory: async () => {
      const store = await openStore(`sqlite:${database}`, { create: false });
      try {
        const state = await store.read();
        assert.ok(state, 'there is no directory');
        return printFeedJson(toDirectoryFile(state));
      } finally {
        await store.close();
      }
    },
  };
}

export function offersIn(directory: string): FileOffer[] {
  return (JSON.parse(directory) as DirectoryFile).offers;
}
