import { MAX_WORDS, printRequest, type Query } from '@vielfalt/feed';
import type { PageRequest } from './page-request.js';
import type { PageContext } from './context.js';
import { attributes, html, type HtmlContent, type Html } from '../text/html.js';

/** Hidden fields by which a form adds to the choices made before. */
export function hiddenFields(
  { request }: PageRequest,
  { carried }: PageContext,
  besides: (keyof Query)[],
): HtmlContent {
  const kept = new URLSearchParams(printRequest(request));
  for (const name of [...besides, 'page']) kept.delete(name);
  if (carried !== undefined) kept.set('lang', carried);
  return [...kept].map(
    ([name, value]) => html`<input ${attributes({ type: 'hidden', name, value })} />`,
  );
}

const NOTHING: PageRequest = { request: { query: {}, lock: {} }, problems: [] };

/** The search for words; it works by itself, on any page. */
export function searchForm(context: PageContext, requested: PageRequest = NOTHING): Html {
  const { texts, root } = context;
  const { frame, search } = texts;
  const { q } = requested.request.query;
  return html`<form class="search" role="search" action="${root}/" aria-label="${frame.landmark}">
    ${hiddenFields(requested, context, ['q'])}
    <label for="q">${frame.label}</label>
    <div class="field">
      <input
        ${attributes({
          id: 'q',
          name: 'q',
          type: 'search',
          maxlength: MAX_WORDS,
          autocomplete: 'off',
          value: q,
        })}
      />
      <button class="button primary" type="submit">${search.submit}</button>
    </div>
  </form>`;
}
