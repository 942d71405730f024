import { LOCKS, isFlag, nearest } from '@vielfalt/feed';
import { foreignAttribute, knownAttributes, oddAttributes } from '../store/odd-attributes.js';
import type { Symptom } from './symptom.js';

const SYNCHRONISED = ['', 'yes', 'true', 'sync-url', 'fragment', 'with-words'];
const QUOTES = /^[“”„‟«»‘’‚]|[“”„‟«»‘’‚]$/;

/** An attribute as it is written in HTML. */
export function written(name: string, value: string): string {
  return `${name}="${value}"`;
}

/** What is wrong with one word of `sync-url`. */
function unknownWay(word: string): Symptom[] {
  if (SYNCHRONISED.includes(word)) return [];
  const near = nearest(word, SYNCHRONISED);
  return [{ kind: 'value', values: { code: written('sync-url', word) }, nearest: near }];
}

/** Attributes without the value that they are for: locks, and the record that a card shows. */
function emptySymptoms(element: Element): Symptom[] {
  const known = knownAttributes(element);
  const locks = LOCKS.filter((name) => known.includes(name) && !isFlag(name));
  const empty = locks.filter((name) => /^[\s,]*$/.test(element.getAttribute(name) ?? '-'));
  const [, record = ''] = /^vielfalt-(.+)-card$/.exec(element.localName) ?? [];
  const isNone = record && !String(Reflect.get(element, record) ?? '').trim();
  return [...empty, ...(isNone ? [record] : [])].map((name) => {
    const code = written(name, element.getAttribute(name) ?? '');
    return { kind: 'value', values: { code } };
  });
}

/** What is wrong with values that are no locks; of locks the feed knows better. */
async function valueSymptoms(element: Element): Promise<Symptom[]> {
  const { readQuery } = await import('../later.js');
  const value = (name: string) => element.getAttribute(name)?.trim() ?? '';
  const root = element.getRootNode() as Document | ShadowRoot;
  const display = new URLSearchParams({ sort: value('sort'), limit: value('limit') });
  const problems = [display, value('start')].flatMap((query) => readQuery(query).problems);
  const found = problems.map(({ parameter, value: text, nearest: near }): Symptom => {
    return { kind: 'value', values: { code: written(parameter, text) }, nearest: near };
  });
  const [level, id] = [value('heading-level'), value('for')];
  if (level && !/^[1-6]$/.test(level))
    found.push({ kind: 'value', values: { code: written('heading-level', level) } });
  if (id && !root.getElementById(id))
    found.push({ kind: 'for', values: { code: written('for', id) } });
  return [...found, ...value('sync-url').split(/\s+/).flatMap(unknownWay)];
}

/** What is wrong with an element's attributes, as far as that can be told without its feed. */
export async function attributeSymptoms(element: Element): Promise<Symptom[]> {
  const known = knownAttributes(element);
  const odd = oddAttributes(element).filter(({ name }) => !known.includes(name));
  const found = odd.map(({ kind, name, value, nearest: near }): Symptom => {
    const code = kind === 'quotes' ? written(name, value) : name;
    return { kind, values: { code }, nearest: near };
  });
  for (const { name, value } of element.attributes) {
    if (odd.some((each) => each.name === name)) continue;
    const code = written(name, value);
    if (known.includes(name)) {
      if (QUOTES.test(value.trim())) found.push({ kind: 'quotes', values: { code } });
    } else if (!foreignAttribute(name)) {
      const near = nearest(name, known);
      if (near) found.push({ kind: 'attribute', values: { code: name }, nearest: near });
    }
  }
  return [...found, ...emptySymptoms(element), ...(await valueSymptoms(element))];
}

/** The level of an element's own headings. */
export function headingLevel(element: Element): number {
  const level = Number(element.getAttribute('heading-level'));
  return level >= 1 && level <= 6 ? Math.round(level) : 3;
}
