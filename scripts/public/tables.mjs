import { Languages, REFERENCE } from '../../languages/read.mjs';

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(heads, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What may be written as a parameter's or a lock's value. */
function valuesOf(schema) {
  const { enum: values, type, minimum, maximum, maxLength, format } = schema;
  const unless = 'default' in schema ? `; ${schema.default} unless given` : '';
  if (values) return values.map(code).join(', ');
  if (type === 'array') return 'one, or several with commas';
  if (type === 'integer') return maximum ? `${minimum} to ${maximum}${unless}` : `from ${minimum}`;
  if (format === 'date-time') return 'an instant';
  return maxLength ? `up to ${maxLength} characters` : 'a text';
}

/** Members that several elements share, each once with the tags of all that have it. */
function shared(elements, list) {
  const found = new Map();
  for (const element of elements) {
    for (const each of element[list]) {
      const known = found.get(each.name) ?? { ...each, tags: [] };
      found.set(each.name, { ...known, tags: [...known.tags, element.tag] });
    }
  }
  return [...found.values()];
}

/** Tags without what they all begin with. */
const short = (tags) => tags.map((tag) => tag.replace('vielfalt-', '')).join(', ');

/** What `/configure` hands out for the notices of other websites, as the guide quotes it. */
function paragraphs() {
  const { handout } = new Languages().json(REFERENCE, 'configure');
  const { script, shortlist, others, location, reports } = handout.privacy;
  const filled = [script, shortlist, others, location, reports]
    .join(' ')
    .replace('{name}', '[Name des Verzeichnisses]')
    .replace('{address}', '[Adresse]');
  return { privacy: `> ${filled}`, accessibility: `> ${handout.accessibility}` };
}

/**
 * The tables of the guides, by the name between their marks.
 *
 * @param {object} sources
 * @param {ReturnType<typeof import('./elements.mjs').readElements>} sources.elements
 * @param {ReturnType<typeof import('./parameters.mjs').readParameters>} sources.parameters
 * @param {Awaited<ReturnType<typeof import('./commands.mjs').readCommands>>} sources.commands
 */
export function tablesOf({ elements, parameters, commands: { commands, exits } }) {
  const attributes = shared(elements, 'attributes').filter(({ isLock }) => !isLock);
  const single = new Set(['offer', 'provider', 'open']);
  return {
    locks: table(
      ['attribute', 'shows', 'values'],
      parameters.locks.map(({ name, description, schema, type }) => [
        code(name),
        description,
        type === 'boolean' ? 'no value needed' : valuesOf(schema),
      ]),
    ),
    attributes: table(
      ['attribute', 'meaning', 'elements (`vielfalt-…`)'],
      attributes
        .filter(({ name }) => !single.has(name))
        .map(({ name, description, tags }) => [code(name), description, short(tags)]),
    ),
    properties: table(
      ['property', 'sets'],
      shared(elements, 'cssProperties').map(({ name, description }) => [code(name), description]),
    ),
    parts: table(
      ['element', 'part', 'is'],
      elements.flatMap(({ tag, parts }) =>
        parts.map(({ name, description }, index) => [
          index ? '' : code(tag),
          code(name),
          description,
        ]),
      ),
    ),
    events: table(
      ['event', 'tells', '`event` has', 'elements (`vielfalt-…`)'],
      shared(elements, 'events').map(({ name, about, has, tags }) => [
        code(name),
        about,
        has.map((each) => `${code(each.name)}: ${each.description}`).join(' '),
        short(tags),
      ]),
    ),
    parameters: table(
      ['name', 'value', 'asks for'],
      parameters.query.map(({ name, description, schema }) => [
        code(name),
        valuesOf(schema),
        description,
      ]),
    ),
    commands: table(
      ['command', 'does'],
      commands.flatMap(({ purpose, usages, options }) => [
        [usages.map(code).join('<br>'), `**${purpose}**`],
        ...options.map(({ option, text }) => [code(option), text]),
      ]),
    ),
    exits: table(['exit code', 'means'], exits),
    ...paragraphs(),
  };
}

/**
 * Puts tables between their marks: `<!-- table: name -->` and `<!-- end of table -->`.
 *
 * @throws {Error} where a guide names a table that there is not
 */
export function filled(text, tables) {
  return text.replace(
    /(<!-- table: (\w+) -->\n)[^]*?(<!-- end of table -->)/g,
    (_, begin, name, end) => {
      if (!(name in tables)) throw new Error(`there is no table "${name}"`);
      return `${begin}\n${tables[name]}\n\n${end}`;
    },
  );
}
