import type { PageContext } from './context.js';
import { html, type Html } from './html.js';

/** One step on the way from the start page. */
export interface Step {
  path: string;
  label: string;
}

/** The way from the start page to this one, which is not part of it. */
export function breadcrumb(steps: Step[], { texts, href }: PageContext): Html {
  const all = [{ path: '/', label: texts.shell.home }, ...steps];
  return html`<nav class="breadcrumb" aria-label="${texts.listing.breadcrumb}">
    <ol class="plain" role="list">
      ${all.map(({ path, label }) => html`<li><a href="${href(path)}">${label}</a></li>`)}
    </ol>
  </nav>`;
}
