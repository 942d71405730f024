import ts from 'typescript';
import { fullText, parseSource, sourceOf } from './program.mjs';

/** What our classes inherit from others, and promise nobody. */
const LIFECYCLE = /^(connected|disconnected|attributeChanged|adopted)\w*Callback$|^constructor$/;

/** `{type} name - description`; type and name may be left out. */
const TAG = /^(?:\{([^}]*)\}\s*)?(\S+\s+)?-\s+([^]*)$/;

/** The members of a global map of types (elements by tag, events by type) that are ours. */
function ours(program, map) {
  const checker = program.getTypeChecker();
  const symbol = checker.resolveName(map, undefined, ts.SymbolFlags.Interface, false);
  if (!symbol) throw new Error(`there is no ${map}`);
  return [...(symbol.members?.values() ?? [])]
    .filter(({ name }) => name.startsWith('vielfalt-'))
    .map((member) => [member.name, checker.getTypeOfSymbol(member).symbol]);
}

/** A comment's text, a paragraph in a line. */
function textOf(node) {
  const text = (ts.getTextOfJSDocComment(node) ?? '').trim();
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' '))
    .join('\n\n');
}

/** The tags of a docblock, read as `{type} name - description`. */
function tagsOf(node) {
  return ts.getJSDocTags(node).map((tag) => {
    const text = textOf(tag.comment);
    const [, type, name = '', description = text] = TAG.exec(text) ?? [];
    return { tag: tag.tagName.text, type, name: name.trim(), description };
  });
}

function descriptionOf(node) {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => textOf(comment))
    .join('\n\n');
}

/** The class declarations from the given one up to the last that is ours. */
function ancestry(checker, symbol) {
  const declaration = symbol.declarations.find(ts.isClassDeclaration);
  if (!declaration || declaration.getSourceFile().fileName.includes('node_modules')) return [];
  const [base] = checker.getDeclaredTypeOfSymbol(symbol).getBaseTypes?.() ?? [];
  return [declaration, ...(base?.symbol?.declarations ? ancestry(checker, base.symbol) : [])];
}

/** The options of Lit's `static properties`, which declarations do not tell: from the source. */
function reactiveProperties(declaration) {
  const file = parseSource(sourceOf(declaration));
  const found = new Map();
  const visit = (node) => {
    const isProperties =
      ts.isPropertyDeclaration(node) &&
      node.name.getText() === 'properties' &&
      node.parent.name?.text === declaration.name.text;
    if (isProperties && ts.isObjectLiteralExpression(node.initializer)) {
      for (const { name, initializer } of node.initializer.properties) {
        const options = Object.fromEntries(
          initializer.properties.map((each) => [each.name.getText(), each.initializer.getText()]),
        );
        const { attribute = name.text.toLowerCase(), reflect } = options;
        if (attribute === 'false') continue;
        found.set(name.text, {
          attribute: attribute.replace(/^'|'$/g, ''),
          reflects: reflect === 'true',
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isPublic(member) {
  const flags = ts.getCombinedModifierFlags(member);
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static;
  const name = member.name && ts.isIdentifier(member.name) ? member.name.text : '';
  return (
    !(flags & hidden) &&
    name !== '' &&
    !LIFECYCLE.test(name) &&
    !tagsOf(member).some(({ tag }) => tag === 'internal')
  );
}

/** A class's own public members; a getter stands for its setter, too. */
function membersOf(declaration) {
  const reactive = reactiveProperties(declaration);
  const named = new Map();
  for (const member of declaration.members.filter(isPublic)) {
    const name = member.name.text;
    const known = named.get(name);
    if (known) {
      known.text += `\n${fullText(member)}`;
      continue;
    }
    const fallback = tagsOf(member).find(({ tag }) => tag === 'default');
    named.set(name, {
      kind: ts.isMethodDeclaration(member) ? 'method' : 'field',
      name,
      description: descriptionOf(member),
      type: member.type?.getText() ?? 'void',
      isOptional: Boolean(member.questionToken),
      ...(fallback && { default: fallback.description }),
      ...reactive.get(name),
      text: fullText(member),
    });
  }
  return [...named.values()];
}

/** What an event's class tells: in a sentence, and in its own members. */
function eventOf(symbol) {
  const declaration = symbol.declarations.find(ts.isClassDeclaration);
  const has = declaration.members
    .filter((member) => isPublic(member) && ts.isPropertyDeclaration(member))
    .map((member) => ({ name: member.name.text, description: descriptionOf(member) }));
  return { type: symbol.name, about: descriptionOf(declaration), has };
}

/** What several classes of one ancestry say of the same name, the nearest class's word. */
function byName(list) {
  return [...new Map([...list].reverse().map((each) => [each.name, each])).values()].reverse();
}

/**
 * Reads what a page can see of our elements: from their classes' docblocks and public members, and
 * of locks, which are attributes without a property, from the parameters that they are.
 *
 * @param {import('typescript').Program} program with `widget/dist/index.d.ts`
 * @param {readonly { name: string, description: string, type: string }[]} locks
 */
export function readElements(program, locks) {
  const checker = program.getTypeChecker();
  const eventTypes = new Map(ours(program, 'GlobalEventHandlersEventMap'));
  const elements = ours(program, 'HTMLElementTagNameMap').sort(([a], [b]) => (a < b ? -1 : 1));
  return elements.map(([tag, symbol]) => {
    const classes = ancestry(checker, symbol);
    const tags = classes.flatMap(tagsOf);
    const tagged = (...names) => byName(tags.filter((each) => names.includes(each.tag)));
    const members = byName(classes.flatMap(membersOf));
    const isLockable = tagged('locks').length > 0;
    const [summary, ...description] = tags
      .find((each) => each.tag === 'summary')
      .description.split('\n\n');
    const attributes = members
      .filter(({ attribute }) => attribute)
      .map(({ name, attribute, isOptional: _, kind: __, text: ___, ...rest }) => ({
        ...rest,
        name: attribute,
        field: name,
      }));
    return {
      tag,
      className: symbol.name,
      source: sourceOf(classes[0]),
      summary,
      description: description.join('\n\n'),
      attributes: [
        ...attributes,
        ...tagged('attr').map((each) => ({ ...each, type: each.type ?? 'string' })),
        ...(isLockable ? locks.map((lock) => ({ ...lock, isLock: true })) : []),
      ],
      fields: members.filter(({ kind }) => kind === 'field'),
      methods: members.filter(({ kind }) => kind === 'method'),
      events: tagged('fires').map((each) => ({ ...each, ...eventOf(eventTypes.get(each.name)) })),
      slots: tagged('slot'),
      parts: tagged('csspart'),
      cssProperties: tagged('cssproperty'),
    };
  });
}
