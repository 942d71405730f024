import { attributes, html, type HtmlContent, type Html } from '../../text/html.js';

/**
 * A button of an item's form.
 * @param value what `act` is told
 * @param about the id of the element that says what it is done to, where several have the same label
 */
export function actButton(
  value: string,
  label: HtmlContent,
  { isMain = false, about }: { isMain?: boolean; about?: string } = {},
): Html {
  const id = about && `act-${about}-${value.replace(/\W+/g, '-')}`;
  const names = about && { id, 'aria-labelledby': `${id} ${about}` };
  const values = { class: isMain ? 'button primary' : 'button', name: 'act', value, ...names };
  return html`<button ${attributes(values)}>${label}</button>`;
}
