import {
  DAYS,
  LOCKS,
  PARAMETER_DOCS,
  TIMES,
  isFlag,
  isList,
  listOf,
  termTree,
  type List,
  type LockName,
} from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { configureTexts } from '../../languages/words.js';
import type { PageContext } from '../context.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';
import { labelOf, pathLabel } from '../labels.js';
import type { EmbedChoice } from './choice.js';
import { select, selectField, switchField, textField, type Option } from './fields.js';

/** The locks that most editors need; all others are folded away. */
const FIRST: readonly LockName[] = ['place', 'topic', 'audience'];

/** A field for each lock that there is, in the order of the guides. */
export function lockFields(choice: EmbedChoice, context: PageContext): Html {
  const { what } = configureTexts(context.language);
  const further = LOCKS.filter((name) => !FIRST.includes(name));
  const field = (name: LockName) => lockField(name, choice, context);
  const isOpen = further.some((name) => choice.lock[name] !== undefined);
  return html`<p class="hint">${what.hint}</p>
    ${FIRST.map(field)}
    <details ${isOpen && 'open'}>
      <summary>${what.more}</summary>
      ${further.filter((name) => !isFlag(name)).map(field)}
      ${further.filter((name) => isFlag(name)).map(field)}
    </details>`;
}

function lockField(name: LockName, { lock }: EmbedChoice, context: PageContext): HtmlContent {
  const label = lockLabel(name, context);
  if (isFlag(name)) return switchField(name, label, lock[name] === true);
  if (isList(name)) return listField(name, lock[name] ?? [], context);
  const { schema } = PARAMETER_DOCS[name];
  const chosen = String(lock[name] ?? '');
  const { choices } = context.texts;
  if (!schema.enum) {
    const { minimum: min, maximum: max } = schema;
    return textField(name, label, { type: 'number', min, max, value: chosen });
  }
  const levels: Readonly<Record<string, string>> = name === 'level' ? choices.levels : {};
  const options = schema.enum.map((value): Option => [value, levels[value] ?? value]);
  return selectField(name, label, [['', choices.any], ...options], chosen);
}

/** The name of a lock; one that has no words yet is called as it is written. */
export function lockLabel(name: string, { texts: { facets, choices } }: PageContext): string {
  const names: Readonly<Record<string, string>> = { ...facets, ...choices.flags };
  return names[name] ?? name;
}

/** The most providers that are listed to choose from: of more one is named by its slug. */
const MOST_PROVIDERS = 2_000;

export const hasManyProviders = ({ site }: PageContext) =>
  site.reference.providers.size > MOST_PROVIDERS;

/** A field for the slugs of providers. */
export function slugField(slugs: string | undefined, context: PageContext): Html {
  return textField('provider', lockLabel('provider', context), { value: slugs, dir: 'ltr' });
}

/** A list for each value that is chosen, and one more: so several can be chosen by the keyboard. */
function listField(name: List, chosen: readonly string[], context: PageContext): Html {
  if (name === 'provider' && hasManyProviders(context)) return slugField(chosen.join(','), context);
  const { what } = configureTexts(context.language);
  const label = lockLabel(name, context);
  const further = fill(what.further, { name: label });
  const values = valuesOf(name, context);
  const first = select(
    { id: `by-${name}`, name },
    [['', context.texts.choices.any], ...values],
    chosen[0] ?? '',
  );
  const others = chosen.length > 0 ? [...chosen.slice(1), ''] : [];
  return html`<p data-repeats="${further}" data-or="${what.or}">
    <label for="by-${name}">${label}</label>
    ${first}
    ${others.map((value, at) =>
      select(
        { id: `by-${name}-${at + 1}`, name, 'aria-label': further },
        [['', what.or], ...values],
        value,
      ),
    )}
  </p>`;
}

/** What a list can be locked to: terms and providers by name, days and times in their order. */
function valuesOf(name: List, context: PageContext): Option[] {
  const { site, view, language } = context;
  if (name === 'day') return DAYS.map((id) => [id, labelOf(name, id, context)]);
  if (name === 'time') return TIMES.map((id) => [id, labelOf(name, id, context)]);
  const list = listOf(name);
  const tree = termTree(view.terms);
  const ids = list
    ? Object.keys(view.terms[list]).filter((id) => tree.current(list, id) === id)
    : [...site.reference.providers].map(({ slug }) => slug);
  return byName(
    ids.map((id) => [id, pathLabel(name, id, context)]),
    language,
  );
}

/** Entries in the order of their labels. */
export function byName(options: Option[], language: string): Option[] {
  const collator = new Intl.Collator(language);
  return options.sort(([, a], [, b]) => collator.compare(a, b));
}
