import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../run.mjs';

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * The published declarations of the packages, as the compiler has written them.
 *
 * @param {readonly string[]} entries paths of `.d.ts` files from the repository's folder
 */
export function readDeclarations(entries) {
  return ts.createProgram(
    entries.map((entry) => join(ROOT, entry)),
    OPTIONS,
  );
}

/** The symbols that an entry exports, by name, in the order of the alphabet. */
export function exportsOf(program, entry) {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(join(ROOT, entry));
  if (!file) throw new Error(`${entry} is not there; run npm run build first`);
  const module = checker.getSymbolAtLocation(file);
  const symbols = module ? checker.getExportsOfModule(module) : [];
  const resolved = symbols.map((symbol) => [symbol.name, originOf(checker, symbol)]);
  return new Map(resolved.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The symbol that an alias (an import, a re-export) stands for. */
function originOf(checker, symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The source that a declaration of ours was compiled from, from the repository's folder. */
export function sourceOf(declaration) {
  const path = relative(ROOT, declaration.getSourceFile().fileName).replaceAll('\\', '/');
  return path.replace(/\/dist\/(src\/)?/, '/src/').replace(/\.d\.ts$/, '.ts');
}

/** A source file of ours as it is written. */
export function parseSource(path) {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

/** Whether a file is a declaration of ours, not of a package that we use. */
function isOurs(file) {
  const path = relative(ROOT, file.fileName).replaceAll('\\', '/');
  return /^\w+\/dist\//.test(path);
}

/** The statements at the top of one of our modules that declare a symbol. */
export function statementsOf(symbol) {
  const found = new Set();
  for (const declaration of symbol.declarations ?? []) {
    let node = declaration;
    while (node.parent && !ts.isSourceFile(node.parent)) node = node.parent;
    if (node.parent && isOurs(node.parent)) found.add(node);
  }
  return [...found];
}

/**
 * All symbols of ours that the given ones name in their declarations, they themselves first.
 *
 * @param {Iterable<ts.Symbol>} symbols
 */
export function withMentioned(program, symbols) {
  const checker = program.getTypeChecker();
  const found = new Set(symbols);
  for (const symbol of found) {
    const visit = (node) => {
      if (ts.isIdentifier(node)) {
        const named = checker.getSymbolAtLocation(node);
        const origin = named && originOf(checker, named);
        const isTop = origin?.declarations?.some(
          ({ parent }) =>
            parent && (ts.isSourceFile(parent) || ts.isVariableDeclarationList(parent)),
        );
        if (isTop && statementsOf(origin).length > 0) found.add(origin);
      }
      ts.forEachChild(node, visit);
    };
    statementsOf(symbol).forEach(visit);
  }
  return found;
}

/** A statement's text with its docblock, as it was written. */
export function fullText(node) {
  const file = node.getSourceFile();
  return file.text.slice(node.getStart(file, true), node.end);
}

const printer = ts.createPrinter({ removeComments: true });

/** A statement's text without comments. */
export function plainText(node) {
  return printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
}
