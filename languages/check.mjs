import { REFERENCE, isGroup, isPlural } from './read.mjs';

/** The files of a language that hold texts; what each text is for stands in `notes.json`. */
const FILES = [
  ...['interface', 'map', 'diagnosis', 'pages', 'insight', 'formats', 'configure'],
  ...['confirm', 'letters', 'office', 'reports', 'upkeep'],
];

const kindOf = (value) =>
  isPlural(value)
    ? 'forms'
    : Array.isArray(value)
      ? 'list'
      : isGroup(value)
        ? 'group'
        : typeof value;

/** The names in braces in a text or all its forms, each once and without digits: `{count}`. */
function placeholders(text) {
  const texts = typeof text === 'string' ? [text] : Object.values(text);
  const found = texts.flatMap((each) => [...each.matchAll(/\{(\w+)(\p{Nd}{10})?\}/gu)]);
  return new Set(found.map(([, name]) => `{${name}}`));
}

/** What is wrong with one text, compared to the German one. */
function textProblems(text, german, locale) {
  const [kind, wanted] = [kindOf(text), kindOf(german)];
  if (kind !== wanted || (kind === 'list' && text.length !== german.length))
    return [`is not written like the German text`];
  const known = placeholders(german);
  const found = placeholders(text);
  const unknown = [...found].filter((name) => !known.has(name));
  // A form for one or two often says the number in words.
  const dropped = [...known].filter(
    (name) => !found.has(name) && !(kind === 'forms' && name === '{count}'),
  );
  const problems = [
    ...unknown.map((name) => `has ${name}, which is never filled in`),
    ...dropped.map((name) => `has lost ${name}`),
  ];
  if (kind !== 'forms') return problems;
  for (const [form, one] of Object.entries(text)) {
    const kept = placeholders(one);
    const lost = [...known].filter((name) => name !== '{count}' && !kept.has(name));
    problems.push(...lost.map((name) => `has lost ${name} in "${form}"`));
  }
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  const missing = pluralCategories.filter((form) => !(form in text));
  const odd = Object.keys(text).filter((form) => !pluralCategories.includes(form));
  return [
    ...missing.map((form) => `has no form "${form}"`),
    ...odd.map((form) => `has a form "${form}", which the language does not use`),
    ...problems,
  ];
}

function* groupProblems(texts, german, locale, optional, path) {
  for (const key of Object.keys(texts)) {
    const here = path ? `${path}.${key}` : key;
    if (!(key in german)) yield `${here} is not in the German file`;
    else if (texts[key] === null && optional.has(here)) continue;
    else if (isGroup(texts[key]) && isGroup(german[key]))
      yield* groupProblems(texts[key], german[key], locale, optional, here);
    else
      for (const problem of textProblems(texts[key], german[key], locale))
        yield `${here} ${problem}`;
  }
}

/** The paths of texts that a language may do without. */
function optionalTexts(notes) {
  return new Set(
    Object.keys(notes)
      .filter((path) => path.endsWith('?'))
      .map((path) => path.slice(0, -1)),
  );
}

/** The paths of all texts in a group. */
export function paths(group, path = '') {
  return Object.entries(group).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return isGroup(value) ? paths(value, here) : [here];
  });
}

/**
 * What is wrong with a language's texts, in sentences, and the paths of those that are missing in its
 * own files.
 *
 * @param {import('./read.mjs').Languages} languages
 * @param {string} tag
 * @param {Record<string, Record<string, string>>} notes by file and path
 */
export function checkLanguage(languages, tag, notes) {
  const { locale } = languages.head(tag);
  const problems = [];
  const missing = [];
  for (const file of FILES) {
    const german = languages.json(REFERENCE, file);
    const texts = languages.json(tag, file);
    const optional = optionalTexts(notes[file]);
    for (const problem of groupProblems(texts, german, locale, optional, ''))
      problems.push(`languages/${tag}/${file}.json: ${problem}.`);
    const written = new Set(paths(texts));
    for (const path of paths(german)) if (!written.has(path)) missing.push(`${file}.json: ${path}`);
  }
  return { problems, missing };
}
