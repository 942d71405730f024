import ts from 'typescript';
import { exportsOf, fullText, statementsOf, withMentioned } from './program.mjs';

const HEADER = '// Made from the elements by scripts/package.mjs.\n';

/** Text as a docblock; nothing where there is none. */
function docblock(text, indent = '') {
  if (!text) return '';
  return `${indent}/** ${text.replace(/\n\n/g, `\n${indent} *\n${indent} * `)} */\n`;
}

const quoted = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/** A class as its users see it: how it is made (a base class, Lit) is nobody else's business. */
function classOf({ className, summary, description, fields, methods }) {
  const members = [...fields, ...methods].map(({ text }) => `  ${text}\n`).join('\n');
  const doc = docblock([summary, description].filter(Boolean).join('\n\n'));
  return `${doc}export declare class ${className} extends HTMLElement {\n${members}}\n`;
}

/** A type of the contract; one that is made of a list of values is written out. */
function contractType(checker, statement) {
  const type = ts.isTypeAliasDeclaration(statement) && checker.getTypeAtLocation(statement.name);
  if (!type) return fullText(statement);
  const text = checker.typeToString(type, undefined, ts.TypeFormatFlags.InTypeAlias);
  return `export type ${statement.name.text} = ${text};`;
}

function globals(elements, events) {
  const tags = elements.map(({ tag, className }) => `    '${tag}': ${className};\n`).join('');
  const types = events.map(({ name, type }) => `    '${name}': ${type};\n`).join('');
  return `declare global {
  interface HTMLElementTagNameMap {
${tags}  }
  interface GlobalEventHandlersEventMap {
${types}  }
}
`;
}

/** The events of several elements, each once. */
function eventsOf(elements) {
  const all = elements.flatMap(({ events }) => events);
  const byName = new Map(all.map((event) => [event.name, event]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The classes, their events, and what these name of the contract; nothing is imported. */
function elementTypes(program, elements, entry) {
  const classes = new Set(elements.map(({ className }) => className));
  const roots = [...exportsOf(program, entry)].filter(([name]) => !classes.has(name));
  const query = exportsOf(program, 'feed/dist/src/index.d.ts').get('Query');
  const symbols = withMentioned(program, [...roots.map(([, symbol]) => symbol), query]);
  const statements = new Set([...symbols].flatMap(statementsOf));
  const types = [...statements].filter((statement) => !ts.isVariableStatement(statement));
  return [
    HEADER,
    ...types.map((statement) => contractType(program.getTypeChecker(), statement)),
    ...elements.map(classOf),
    globals(elements, eventsOf(elements)),
  ].join('\n');
}

/** An attribute's type where it is written in a template. */
function writtenType({ type, field }) {
  if (type === 'boolean') return field ? "boolean | ''" : 'Flag';
  return type === 'number' ? 'number | `${number}`' : type;
}

/**
 * What may be written at each element in a template: its attributes and properties. A flag that is
 * no property is written in its own way by each framework.
 */
function propTypes(elements) {
  const member = (name, text, description) =>
    `${docblock(description, '  ')}  ${quoted(name)}?: ${text} | undefined;\n`;
  const interfaces = elements.map(({ className, attributes, fields }) => {
    const named = new Set(attributes.map(({ name }) => name));
    const properties = fields.filter(({ name }) => !named.has(name));
    return `export interface ${className}Props<Flag> {\n${[
      ...attributes.map((each) => member(each.name, writtenType(each), each.description)),
      ...properties.map(({ name, type, description }) => member(name, type, description)),
    ].join('')}}\n`;
  });
  return [HEADER, "import type { Query } from './elements.js';\n", ...interfaces].join('\n');
}

function imported(elements) {
  const names = [
    ...elements.map(({ className }) => className),
    ...eventsOf(elements).map(({ type }) => type),
  ];
  const props = elements.map(({ className }) => `${className}Props`);
  return `import type { ${names.join(', ')} } from './elements.js';
import type { ${props.join(', ')} } from './props.js';
`;
}

/**
 * JSX of React 19: events are properties whose name is `on` and the event's, and `false` leaves an
 * attribute out.
 */
function reactTypes(elements) {
  const tags = elements.map(({ tag, className, events }) => {
    const handlers = events.map(({ name, type }) => `'on${name}'?: (event: ${type}) => void;`);
    return `      '${tag}': ${className}Props<Flag> & DetailedHTMLProps<HTMLAttributes<${className}>, ${className}> & { ${handlers.join(' ')} };\n`;
  });
  return `${HEADER}
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imported(elements)}
type Flag = boolean | '' | 'yes';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags.join('')}    }
  }
}
`;
}

/** Templates of Vue 3, as its guide says it of custom elements; it would write `false` as a text. */
function vueTypes(elements) {
  const tags = elements.map(({ tag, className, events }) => {
    const emits = events.map(({ name, type }) => `'${name}': (event: ${type}) => void;`);
    return `    '${tag}': new () => ${className} & { $props: ${className}Props<Flag> & HTMLAttributes & PublicProps; $emit: EmitFn<{ ${emits.join(' ')} }> };\n`;
  });
  return `${HEADER}
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
${imported(elements)}
type Flag = '' | 'yes';

declare module 'vue' {
  interface GlobalComponents {
${tags.join('')}  }
}
`;
}

/**
 * The package's type declarations, by file name. They name no other package: the elements are
 * plain custom elements to whoever uses them.
 *
 * @param {import('typescript').Program} program
 * @param {ReturnType<typeof import('./elements.mjs').readElements>} elements
 * @param {string} entry the module with all classes and events
 */
export function typesOf(program, elements, entry) {
  return {
    'elements.d.ts': elementTypes(program, elements, entry),
    'vielfalt.d.ts': `${HEADER}\nimport './elements.js';\n`,
    'map.d.ts': `${HEADER}\nimport './elements.js';\n`,
    'props.d.ts': propTypes(elements),
    'react.d.ts': reactTypes(elements),
    'vue.d.ts': vueTypes(elements),
  };
}
