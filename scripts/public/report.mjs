import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../run.mjs';
import {
  exportsOf,
  parseSource,
  plainText,
  sourceOf,
  statementsOf,
  withMentioned,
} from './program.mjs';
import { typesOf } from './types.mjs';

const code = (text) => `\`\`\`ts\n${inOneOrder(text.trim())}\n\`\`\`\n`;

/** With the texts of a union sorted: the compiler has them in the order in which it met them. */
const inOneOrder = (text) =>
  text.replace(/["'][^"'\n]*["'](?:\s*\|\s*["'][^"'\n]*["'])+/g, (union) =>
    union
      .split(/\s*\|\s*/)
      .sort()
      .join(' | '),
  );

/** The declaration files behind each door of a package, by the name it is imported by. */
export function entriesOf(folder) {
  const { name, exports } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([door, target]) => {
    const path = typeof target === 'string' ? target : target.default;
    const file = join(folder, path).replaceAll('\\', '/').replace(/\.js$/, '.d.ts');
    const shown = `${name}${door.slice(1)}`;
    if (!file.includes('*')) return existsSync(join(ROOT, file)) ? [[shown, file]] : [];
    const names = readdirSync(join(ROOT, dirname(file))).filter((each) => each.endsWith('.d.ts'));
    return names.map((each) => [
      shown.replace(/\*.*/, each.replace('.d.ts', '.js')),
      join(dirname(file), each).replaceAll('\\', '/'),
    ]);
  });
}

/** A declaration without comments; a schema as it is written, since its type says less than it. */
function declared(statement) {
  const text = plainText(statement);
  const [, name] = /^export declare const (\w+): Type\./.exec(text) ?? [];
  if (!name) return text;
  const source = parseSource(sourceOf(statement)).statements.find(
    (each) =>
      ts.isVariableStatement(each) && each.declarationList.declarations[0].name.text === name,
  );
  return source ? plainText(source) : text;
}

/**
 * What a package of modules promises: the names behind each of its doors, and every declaration
 * that one of them leads to, without comments.
 *
 * @param {import('typescript').Program} program
 * @param {string} title
 * @param {readonly [name: string, file: string][]} entries
 */
export function moduleReport(program, title, entries) {
  const doors = entries.map(([name, file]) => [name, exportsOf(program, file)]);
  const lists = doors.map(
    ([name, symbols]) =>
      `## \`${name}\`\n\n${[...symbols.keys()].map((each) => `\`${each}\``).join(', ')}\n`,
  );
  const all = withMentioned(
    program,
    doors.flatMap(([, symbols]) => [...symbols.values()]),
  );
  const statements = new Set([...all].sort(byName).flatMap(statementsOf));
  const text = [...statements].map(declared).join('\n');
  return [`# ${title}\n`, INTRODUCTION, ...lists, '## Declarations\n', code(text)].join('\n');
}

const INTRODUCTION =
  'Made by `npm run generate`. A change of this file is a change of what others may rely on.\n';

function byName(a, b) {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  const [one, other] = [a, b].map(({ declarations }) => declarations[0].getSourceFile().fileName);
  return one < other ? -1 : 1;
}

/** What the elements promise: their types, and of each what a page can write and style. */
export function elementReport(program, elements, entry) {
  const text = typesOf(program, elements, entry)['elements.d.ts'];
  const file = ts.createSourceFile('elements.d.ts', text, ts.ScriptTarget.ES2022, true);
  const types = file.statements.map(plainText).join('\n');
  const lists = elements.map(({ tag, attributes, events, slots, parts, cssProperties }) => {
    const line = (label, list) => {
      const names = list.map(({ name }) => `\`${name || '(default)'}\``).join(', ');
      return list.length > 0 ? `- ${label}: ${names}` : undefined;
    };
    return [
      `## \`<${tag}>\`\n`,
      line('attributes', attributes),
      line('events', events),
      line('slots', slots),
      line('parts', parts),
      line('custom properties', cssProperties),
      '',
    ]
      .filter((each) => each !== undefined)
      .join('\n');
  });
  const title = '# API of `@vielfalt/widget`\n';
  return [title, INTRODUCTION, ...lists, '## `@vielfalt/widget/elements`\n', code(types)].join(
    '\n',
  );
}
