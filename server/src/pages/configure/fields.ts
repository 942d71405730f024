import { attributes, html, type Html, type HtmlContent } from '../../text/html.js';

/** An entry of a list to choose from. */
export type Option = readonly [value: string, label: string];

/** A list to choose one of; a value that is none of its entries is shown as it is. */
export function selectField(
  name: string,
  label: HtmlContent,
  options: readonly Option[],
  chosen = '',
): Html {
  return html`<p>
    <label for="by-${name}">${label}</label>
    ${select({ id: `by-${name}`, name }, options, chosen)}
  </p>`;
}

/** The list alone. */
export function select(
  values: Record<string, string>,
  options: readonly Option[],
  chosen: string,
): Html {
  const isKnown = options.some(([value]) => value === chosen);
  const all = isKnown ? options : [...options, [chosen, chosen] as const];
  return html`<select ${attributes(values)}>
    ${all.map(
      ([value, label]) =>
        html`<option ${attributes({ value, selected: value === chosen })}>${label}</option>`,
    )}
  </select>`;
}

/** A field for a value that is typed. */
export function textField(
  name: string,
  label: HtmlContent,
  values: Record<string, string | number | boolean | undefined>,
): Html {
  return html`<p>
    <label for="by-${name}">${label}</label>
    <input ${attributes({ id: `by-${name}`, name, autocomplete: 'off', ...values })} />
  </p>`;
}

/** A choice that is on or off. @param form the id of the form it belongs to, where it stands outside */
export function switchField(
  name: string,
  label: HtmlContent,
  checked: boolean,
  form?: string,
): Html {
  const values = { id: `by-${name}`, type: 'checkbox', name, value: 'yes', checked, form };
  return html`<p class="switch">
    <input ${attributes(values)} />
    <label for="by-${name}">${label}</label>
  </p>`;
}
