import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { headersOf } from '../../../server/src/mapping/field.js';
import { FIELDS } from '../../../server/src/mapping/fields.js';
import { parseMapping } from '../../../server/src/mapping/index.js';

const guide = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url)), 'utf8');

/** The cells of all table rows of a guide whose first cell is a field's name. */
function fieldRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => /^\| `[\w.]+` /.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The examples of a guide that are whole mappings. */
function mappings(text: string): string[] {
  return [...text.matchAll(/```yaml\n([\s\S]*?)```/g)]
    .map(([, yaml = '']) => yaml)
    .filter((yaml) => yaml.includes('vielfalt-mapping: 1'));
}

describe('the guide to mappings', () => {
  test('has every field, as the program knows it', () => {
    const expected = [...FIELDS.values()].map((field) => [
      `\`${field.name}\``,
      field.label,
      headersOf(field).slice(0, 6).join(', '),
    ]);
    const [, fields = ''] = guide('mapping.md').split('## The fields');
    assert.deepEqual(fieldRows(fields), expected);
  });

  for (const name of ['mapping.md', 'data.md']) {
    test(`has mappings in ${name} that can be read`, () => {
      const examples = mappings(guide(name));
      assert.ok(examples.length > 0);
      for (const example of examples) parseMapping(example, name);
    });
  }
});
