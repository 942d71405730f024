import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseMapping, readMapping } from '../../../server/src/mapping/index.js';
import { FileError } from '../../../server/src/files/file-error.js';
import { folder } from '../fixture.js';
import { mapping, mapRows } from './mapping-harness.js';

const START = 'vielfalt-mapping: 1\n';
const FIELDS = 'fields:\n  title: Angebot\n  provider: Träger\n';

describe('a mapping', () => {
  test('is read from its file', async (context) => {
    const file = join(folder(context), 'm.yaml');
    writeFileSync(
      file,
      `${START}source: { id: kreis, name: Erhebung }\nfile: { encoding: windows-1252, delimiter: ";", sheet: Angebote, header: [1, 2] }\n${FIELDS}keep: [Raum]\nignore:\n  # nothing yet\n`,
    );
    const read = await readMapping(file);
    assert.deepEqual(read.source, { id: 'kreis', name: 'Erhebung' });
    assert.deepEqual(read.book, { encoding: 'windows-1252', delimiter: ';', header: [1, 2] });
    assert.equal(read.sheet, 'Angebote');
    assert.deepEqual([read.keep, read.ignore], [['Raum'], []]);
    assert.deepEqual(
      read.fillings.map(({ field, options }) => [field.name, options.column]),
      [
        ['title', 'Angebot'],
        ['provider', 'Träger'],
      ],
    );
  });

  test('may be written as PowerShell writes it, but not in Windows-1252', async (context) => {
    const file = join(folder(context), 'm.yaml');
    writeFileSync(file, Buffer.from(`\ufeff${START}${FIELDS}`, 'utf16le'));
    assert.equal((await readMapping(file)).fillings[1]?.options.column, 'Träger');
    writeFileSync(file, Buffer.from(START + FIELDS, 'latin1'));
    await assert.rejects(readMapping(file), { name: 'FileError', message: /Save it as UTF-8/ });
  });

  test('that is not there is said to be so', async () => {
    await assert.rejects(readMapping('nowhere.yaml'), FileError);
  });

  const faults: [name: string, text: string, message: string | RegExp][] = [
    [
      'that is something else',
      'a: 1',
      'm.yaml, line 1, column 1: this is not a mapping. It begins with "vielfalt-mapping: 1".',
    ],
    ['that is empty', '', /this is not a mapping/],
    [
      'of another format',
      `vielfalt-mapping: 2\n${FIELDS}`,
      'm.yaml, line 1, column 1: 2 is a format that this program does not know. It reads 1.',
    ],
    [
      'that is not YAML',
      `${START}fields:\n  title: Angebot: Name\n`,
      /^m\.yaml, line 3, column \d+: .*Put quotes/,
    ],
    [
      'with an unknown key',
      `${START}field: {}\n${FIELDS}`,
      'm.yaml, line 2, column 1: "field" is not known here. Did you mean "fields"?',
    ],
    [
      'with an unknown field',
      `${START}${FIELDS}  topcis: Themen\n`,
      'm.yaml, line 5, column 3: "topcis" is not a field. Did you mean "topics"?',
    ],
    [
      'with an unknown option',
      `${START}${FIELDS}  topics: { colum: Themen }\n`,
      'm.yaml, line 5, column 13: "colum" is not known here. Did you mean "column"?',
    ],
    [
      'with a field inside another',
      `${START}${FIELDS}  location: { street: Straße }\n`,
      'm.yaml, line 5, column 15: write it as a line of its own: "location.street: …".',
    ],
    [
      'without a field that offers need',
      `${START}fields:\n  title: Angebot\n`,
      /^m\.yaml, line 2, column 1: the fields lack provider\. Add a line like "provider: /,
    ],
    [
      'with a field that has nothing',
      `${START}${FIELDS}  cost:\n`,
      /^m\.yaml, line 5, column 3: cost has nothing after it/,
    ],
    [
      'with two ways for one field',
      `${START}${FIELDS}  cost: { column: Kosten, value: frei }\n`,
      /cost has both column and value/,
    ],
    [
      'with terms where there are none',
      `${START}${FIELDS}  cost: { column: Kosten, terms: { frei: free } }\n`,
      /Say words instead of terms/,
    ],
    [
      'with a key twice',
      `${START}${FIELDS}  title: Kurs\n`,
      /^m\.yaml, line 5, column 3: the same name stands here twice/,
    ],
    [
      'with a directory that lacks something',
      `${START}directory: { title: T, timeZone: Europe/Berlin }\n${FIELDS}`,
      /^m\.yaml, line 2, column 1: publisher is missing/,
    ],
    [
      'that waits to be filled in',
      `${START}fields:\n  title: Angebot\n  provider: { value: "TODO who makes these offers" }\n`,
      'm.yaml, line 4, column 22: "TODO who makes these offers" has to be filled in first.',
    ],
  ];
  for (const [name, text, message] of faults) {
    test(`${name} is refused, with the place`, () => {
      const expected =
        typeof message === 'string'
          ? { name: 'MappingError', message }
          : { name: 'MappingError', message };
      assert.throws(() => parseMapping(text, 'm.yaml'), expected);
    });
  }
});

describe('words that a mapping gives', () => {
  const faults: [fields: Record<string, string>, message: RegExp][] = [
    [
      { topics: '{ column: T, terms: { Deutsch: lanugage } }' },
      /line 8, column \d+: "lanugage" is not an id in the vocabulary’s list "topic"\. Did you mean "language"\?/,
    ],
    [{ audiences: '{ ticked: { T: womne } }' }, /"womne" is not an id .* Did you mean "women"/],
    [{ only: '{ column: T, words: { x: everybody } }' }, /"everybody" is nothing that only takes/],
    [{ status: '{ value: gone }' }, /"gone" is nothing that status takes/],
    [{ 'checked.on': '{ value: neulich }' }, /"neulich" is nothing that checked\.on takes/],
  ];
  for (const [fields, message] of faults) {
    test(`${JSON.stringify(fields)} is refused where it means nothing`, () => {
      assert.throws(() => mapRows(mapping(fields), [{ T: '' }]), { name: 'MappingError', message });
    });
  }

  test('may be labels, lists, and what cells would say', () => {
    const { mapped } = mapRows(
      mapping({
        audiences: '{ value: [women, seniors] }',
        topics: '{ value: Sport und Bewegung }',
        location: '{ value: "Hauptstraße 1, 58452 Witten" }',
        'checked.on': '{ value: 1.9.2026 }',
        childcare: '{ value: true }',
      }),
      [{}],
    );
    const { audiences, topics, locations, checked, childcare } = mapped[0]?.offer ?? {};
    assert.deepEqual(
      [audiences, topics, childcare, checked],
      [['women', 'seniors'], ['sport'], true, { on: '2026-09-01' }],
    );
    assert.deepEqual(locations, [{ street: 'Hauptstraße 1', postalCode: '58452', town: 'witten' }]);
  });
});
