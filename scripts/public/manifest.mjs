/** A module of the package, and where it is published. */
const MODULE = 'modules/elements.js';

const described = ({ name, description }) => ({ name, description });
const type = (text) => ({ type: { text } });

function fieldOf({ name, description, type: text, isOptional, attribute, reflects, ...rest }) {
  return {
    kind: 'field',
    name,
    description,
    ...type(isOptional ? `${text} | undefined` : text),
    ...('default' in rest && { default: rest.default }),
    ...(attribute && { attribute, ...(reflects && { reflects }) }),
  };
}

function attributeOf({ name, description, type: text, field, ...rest }) {
  return {
    name,
    description,
    ...type(text),
    ...('default' in rest && { default: rest.default }),
    ...(field && { fieldName: field }),
  };
}

function declarationOf(element) {
  const { tag, className, summary, description } = element;
  return {
    kind: 'class',
    customElement: true,
    name: className,
    tagName: tag,
    superclass: { name: 'HTMLElement', package: 'global:' },
    summary,
    ...(description && { description }),
    attributes: element.attributes.map(attributeOf),
    members: [
      ...element.fields.map(fieldOf),
      ...element.methods.map(({ kind, name, description: what }) => ({
        kind,
        name,
        description: what,
      })),
    ],
    events: element.events.map((each) => ({ ...described(each), ...type(each.type) })),
    slots: element.slots.map(described),
    cssParts: element.parts.map(described),
    cssProperties: element.cssProperties.map(described),
  };
}

/**
 * The elements as a custom elements manifest, schema 2.1.0
 * (https://github.com/webcomponents/custom-elements-manifest).
 *
 * @param {ReturnType<typeof import('./elements.mjs').readElements>} elements
 */
export function manifestOf(elements) {
  const reference = ({ className: name }) => ({ name, module: MODULE });
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: MODULE,
        declarations: elements.map(declarationOf),
        exports: elements.map((element) => ({
          kind: 'js',
          name: element.className,
          declaration: reference(element),
        })),
      },
      {
        kind: 'javascript-module',
        path: 'modules/vielfalt.js',
        exports: elements.map((element) => ({
          kind: 'custom-element-definition',
          name: element.tag,
          declaration: reference(element),
        })),
      },
    ],
  };
}
