const markdown = (value) => ({ kind: 'markdown', value });

/** The values that an attribute's type names, where it names all of them. */
function valuesOf({ type }) {
  return [...type.matchAll(/'([^']*)'/g)].map(([, name]) => ({ name }));
}

/** Each of several elements' members once. */
function once(elements, list) {
  const all = elements.flatMap((element) => element[list].map((each) => [each.name, each]));
  return [...new Map(all).values()];
}

/** Completion of tags and attributes for VS Code (HTML custom data 1.1). */
export function htmlData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tag, summary, description, attributes }) => ({
      name: tag,
      description: markdown([summary, description].filter(Boolean).join('\n\n')),
      attributes: attributes.map((attribute) => ({
        name: attribute.name,
        description: markdown(attribute.description),
        ...(attribute.type === 'boolean' && { valueSet: 'v' }),
        ...(valuesOf(attribute).length > 0 && { values: valuesOf(attribute) }),
      })),
    })),
  };
}

/** Completion of custom properties and parts for VS Code (CSS custom data 1.1). */
export function cssData(elements) {
  return {
    version: 1.1,
    properties: once(elements, 'cssProperties').map(({ name, description }) => ({
      name,
      description: markdown(description),
    })),
    pseudoElements: once(elements, 'parts').map(({ name, description }) => ({
      name: `::part(${name})`,
      description: markdown(description),
    })),
  };
}

/** The same for JetBrains' editors (web-types, https://github.com/JetBrains/web-types). */
export function webTypes(elements, { name, version }) {
  const described = (each) => ({ name: each.name, description: each.description });
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tag,
          description: [element.summary, element.description].filter(Boolean).join('\n\n'),
          attributes: element.attributes.map((attribute) => ({
            ...described(attribute),
            value: attribute.type === 'boolean' ? { kind: 'no-value' } : { type: attribute.type },
            ...('default' in attribute && { default: attribute.default }),
          })),
          slots: element.slots.map(described),
          js: {
            properties: element.fields.map((field) => ({ ...described(field), type: field.type })),
            events: element.events.map((event) => ({ ...described(event), type: event.type })),
          },
          css: {
            parts: element.parts.map(described),
            properties: element.cssProperties.map(described),
          },
        })),
      },
    },
  };
}
