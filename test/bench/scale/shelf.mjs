// What a run has made and a later one can use again: directories, and the databases made of them.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The code that databases and editions are made by; the rest only answers from them. */
const MAKERS = [
  'feed/dist',
  'languages',
  ...['columns', 'editions', 'files', 'importing', 'snapshot', 'store', 'validation'].map(
    (folder) => `server/dist/${folder}`,
  ),
  'demo/directory.mjs',
  ...['directory.mjs', 'words.mjs', 'fts5.mjs', 'peer.mjs', 'plain.mjs', 'to-tsvector.mjs'].map(
    (file) => `test/bench/scale/${file}`,
  ),
];

/** Tells whether what lies there was made by the same code, in this Node. @param program PROGRAM of editions */
export function hashOfMakers(program) {
  const hash = createHash('sha256').update(`${program} ${process.versions.node}`);
  for (const maker of MAKERS) {
    const isFile = maker.endsWith('.mjs');
    const names = isFile ? [''] : readdirSync(join(ROOT, maker), { recursive: true }).sort();
    for (const name of names) {
      if (!isFile && !/\.(js|json)$/.test(name)) continue;
      hash.update(`\0${maker}/${name}\0`).update(readFileSync(join(ROOT, maker, name)));
    }
  }
  return hash.digest('hex');
}

/** @param folder may be new */
export function openShelf(folder, hash) {
  mkdirSync(folder, { recursive: true });
  // PostgreSQL does not run as root, and has to come through.
  chmodSync(folder, 0o755);
  return {
    /**
     * Gives what has been made under a name, or makes it.
     *
     * @param {(place: string) => Promise<{ failed?: string }>} make fills an empty folder, and gives what
     *   there is to say of it; what has failed is not kept
     * @returns its folder, what there is to say, and whether it was there
     */
    async get(name, make) {
      const place = join(folder, name);
      const note = `${place}.json`;
      const known = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : undefined;
      if (known?.hash === hash) return { place, made: known.made, isKept: true };
      for (const old of [note, place]) rmSync(old, { recursive: true, force: true });
      mkdirSync(place);
      const made = await make(place);
      if (!made.failed) writeFileSync(note, JSON.stringify({ hash, made }));
      return { place, made, isKept: false };
    },
  };
}
