import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import Fuse from 'fuse.js/basic';
import { editModules } from '../../scripts/rollup/edit-modules.mjs';

/** The function of Fuse that search uses. */
type Match = typeof Fuse.match;

const FUSE = 'node_modules/fuse.js/dist/fuse.basic.mjs';

/** A word, and the same with up to three letters added, taken away or replaced. */
const misspelt = fc
  .tuple(
    fc.string({ minLength: 4, maxLength: 40, unit: fc.constantFrom(...'abcdelnrstш'.split('')) }),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 1 }), fc.constantFrom('', 'a', 'n', 'ш')), {
      maxLength: 3,
    }),
  )
  .map(([word, edits]) => {
    const letters = [...word];
    for (const [at, removed, added] of edits) letters.splice(at % letters.length, removed, added);
    return [word, letters.join('')] as const;
  })
  .filter(([word, other]) => word !== other);

describe('Fuse as it is bundled', () => {
  let folder: string;
  let match: Match;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vielfalt-fuse-'));
    const edited = editModules().transform(await readFile(FUSE, 'utf8'), resolve(FUSE));
    assert.ok(edited);
    await writeFile(join(folder, 'fuse.mjs'), edited.code);
    const url = pathToFileURL(join(folder, 'fuse.mjs')).href;
    ({ match } = ((await import(url)) as { default: { match: Match } }).default);
  });

  after(() => rm(folder, { recursive: true }));

  it('finds the same words alike as Fuse itself', () => {
    fc.assert(
      fc.property(misspelt, fc.integer({ min: 1, max: 4 }), ([word, other], typos) => {
        const options = {
          ignoreLocation: true,
          isCaseSensitive: true,
          threshold: typos / word.length,
        };
        assert.equal(match(word, other, options).isMatch, Fuse.match(word, other, options).isMatch);
      }),
      { numRuns: 2_000 },
    );
  });
});
