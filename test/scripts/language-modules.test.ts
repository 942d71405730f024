import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { Languages } from '../../languages/read.mjs';
import { languageFiles } from '../../scripts/rollup/language-modules.mjs';

test('the files of languages have one hash in common, which follows each text', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'languages-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const tag of ['de', 'en', 'ar', 'kmr']) {
    const path = fileURLToPath(new URL(`../../languages/${tag}`, import.meta.url));
    cpSync(path, join(folder, tag), { recursive: true });
  }
  const namesOf = (...names: string[]) => {
    const nameOf = languageFiles(new Languages(folder));
    return names.map((name) => nameOf({ facadeModuleId: `\0languages/${name}` }));
  };

  const [english = '', arabic] = namesOf('en', 'ar');
  assert.match(english, /^chunks\/\[name\]-[\da-f]{6}\.js$/);
  assert.equal(arabic, english);
  writeFileSync(join(folder, 'ar/interface.json'), '{}');
  assert.notDeepEqual(namesOf('en'), [english]);

  // What also holds code changes with more than its texts.
  assert.deepEqual(namesOf('kmr', 'built-in/details'), [undefined, undefined]);
});
