import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['feed/src', 'server/src', 'widget/src'];

interface Entry {
  word: string;
  place: string;
  /** Names that would be a second one for the same thing. */
  not: string[];
}

/** A name that the code exports. */
interface Exported {
  name: string;
  isType: boolean;
  file: string;
}

/** The rows of the glossary's tables. */
function readGlossary(text: string): Entry[] {
  const rows = text.split('\n').filter((line) => /^\| (?!word |--)/.test(line));
  return rows.map((row) => {
    const [, word = '', , place = '', not = ''] = row.split('|').map((cell) => cell.trim());
    return { word, place: place.replaceAll('`', ''), not: not.split(', ').filter(Boolean) };
  });
}

function readExported(): Exported[] {
  return SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const file = join(folder, name);
        const text = readFileSync(join(ROOT, file), 'utf8');
        const found = text.matchAll(
          /^export (?:declare )?(?:abstract |async )*(interface|type|class|const|function\*?) (\w+)/gm,
        );
        return [...found].map(([, keyword = '', exported = '']) => ({
          name: exported,
          isType: /interface|type|class/.test(keyword),
          file,
        }));
      }),
  );
}

/** The words of a name in lowercase: `officeText`, `OFFICE_TEXT` and `office-text.ts` have two. */
function wordsOf(name: string): string {
  const words = name.replace(/([a-z\d])(?=[A-Z])/g, '$1 ').split(/[^\p{L}\d]+/u);
  return ` ${words.join(' ').toLowerCase()} `;
}

/** Where two words of the glossary name one thing, or a place is not there. */
function glossaryProblems(glossary: readonly Entry[]): string[] {
  const owners = new Map<string, string>();
  const twice = glossary.flatMap(({ word, not }) =>
    [word, ...not].flatMap((name) => {
      const owner = owners.get(name);
      owners.set(name, word);
      return owner === undefined ? [] : [`"${name}" stands under "${owner}" and under "${word}"`];
    }),
  );
  const lost = glossary.filter(({ place }) => !existsSync(join(ROOT, place)));
  return [...twice, ...lost.map(({ word, place }) => `"${word}": there is no ${place}`)];
}

/** Where the code has two things of one name, or a name that the glossary forbids. */
function nameProblems(glossary: readonly Entry[], exported: readonly Exported[]): string[] {
  const owners = new Map<string, string>();
  const twice = exported.flatMap(({ name, isType, file }) => {
    if (!isType) return [];
    const owner = owners.get(name);
    owners.set(name, file);
    return owner === undefined || owner === file ? [] : [`${owner} and ${file} export ${name}`];
  });
  const forbidden = exported.flatMap(({ name, file }) =>
    glossary.flatMap(({ word, not }) =>
      not
        .filter((other) => `${wordsOf(name)}${wordsOf(file)}`.includes(` ${other} `))
        .map((other) => `${file} exports ${name}: say "${word}" and not "${other}"`),
    ),
  );
  return [...twice, ...forbidden];
}

describe('the glossary', () => {
  const text = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8');
  const glossary = readGlossary(text);
  const exported = readExported();

  it('has each word once, and its place exists', () => {
    assert.ok(glossary.length > 50, `${glossary.length} words`);
    assert.deepEqual(glossaryProblems(glossary), []);
  });

  it('is what the code calls things, and each exported type has a name of its own', () => {
    assert.ok(exported.length > 800, `${exported.length} names`);
    assert.deepEqual(nameProblems(glossary, exported), []);
  });

  it('finds a second name that is planted', () => {
    const word = { word: 'fence', place: 'docs', not: [] };
    assert.deepEqual(glossaryProblems([...glossary, word]), [
      '"fence" stands under "lock" and under "fence"',
    ]);
    const planted: Exported[] = [
      { name: 'readFence', isType: false, file: 'feed/src/query/lock.ts' },
      { name: 'Query', isType: true, file: 'server/src/http/query.ts' },
    ];
    assert.deepEqual(nameProblems(glossary, [...exported, ...planted]), [
      'feed/src/query/query.ts and server/src/http/query.ts export Query',
      'feed/src/query/lock.ts exports readFence: say "lock" and not "fence"',
    ]);
  });
});
