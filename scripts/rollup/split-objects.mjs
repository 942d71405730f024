import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Every name that stands in a syntax tree; comments have none. */
function namesIn(node, names = new Set()) {
  if (node?.type === 'Identifier') names.add(node.name);
  for (const part of Object.values(node ?? {})) if (part instanceof Object) namesIn(part, names);
  return names;
}

/** The object literals that are exported constants of a module, by the syntax tree. */
function exportedObjects(tree) {
  return tree.body
    .flatMap((statement) => statement.declaration?.declarations ?? [])
    .flatMap(({ init }) => (init?.type === 'ObjectExpression' ? init : []));
}

/** The names that a module imports from another. */
function importedFrom(source, tree) {
  return tree.body
    .filter((each) => each.type === 'ImportDeclaration' && each.source.value === source)
    .flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name));
}

/**
 * Tells whether a statement exports an object that is put together of some others: what these hold
 * would reach modules that nobody has looked at.
 */
function exportsAnyOf(names, { declaration }) {
  return declaration?.declarations?.some(
    ({ init }) =>
      init?.type === 'ObjectExpression' &&
      init.properties.some(({ argument }) => names.includes(argument?.name)),
  );
}

/** A module's code without the members of its objects' objects that nobody named. */
function without(code, tree, names) {
  const parts = [];
  let from = 0;
  for (const { value } of exportedObjects(tree).flatMap(({ properties }) => properties)) {
    if (value.type !== 'ObjectExpression') continue;
    for (const { key, start, end } of value.properties) {
      if (names.has(key.name)) continue;
      parts.push(code.slice(from, start));
      from = code[end] === ',' ? end + 1 : end;
    }
  }
  return [...parts, code.slice(from)].join('');
}

/**
 * Gives each importer of a module whose exports are objects of objects (every parameter with all that
 * is to be known of it) a copy of its own, which holds of these only the members that the importer's
 * code names. So a fact stands in one place in the sources, and is loaded with the part that uses it.
 *
 * @param {RegExp} modules the modules, by their paths
 */
export function splitObjects(modules) {
  /** The importers' code by the copies' ids. */
  const copies = new Map();
  return {
    name: 'split-objects',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found || !importer || !modules.test(found.id)) return null;
      const { code } = this.getModuleInfo(importer);
      const tree = this.parse(code);
      const names = importedFrom(source, tree);
      const isPassedOn = tree.body.some(
        (each) =>
          each.type.startsWith('Export') &&
          (each.source?.value === source || exportsAnyOf(names, each)),
      );
      if (isPassedOn) throw new Error(`${importer} passes ${source} on: nobody knows to whom`);
      const id = `${found.id}?for=${basename(importer)}`;
      copies.set(id, code);
      return { ...found, id };
    },
    load: (id) => (copies.has(id) ? readFile(id.split('?')[0], 'utf8') : null),
    transform(code, id) {
      const importer = copies.get(id);
      if (importer === undefined) return null;
      return { code: without(code, this.parse(code), namesIn(this.parse(importer))), map: null };
    },
  };
}

/** The keys of an object that has nothing but keys, in a list or by themselves. */
const KEYS = /(\.\.\.)?Object\.keys\(\{((?:\w+:\{\},?)+)\}\)/g;

/**
 * Writes the keys of objects that have lost all members as they are: `["free"]` for
 * `Object.keys({free:{}})`.
 *
 * @returns {import('rollup').OutputPlugin} for code that has been minified
 */
export function plainKeys() {
  return {
    name: 'plain-keys',
    renderChunk: (code) =>
      code.replace(KEYS, (_, spread, names) => {
        const list = JSON.stringify(names.match(/\w+/g));
        return spread ? list.slice(1, -1) : list;
      }),
  };
}
