import type { PageContext } from './context.js';
import { html, jsonLd, type Html } from '../text/html.js';

/** One step on the way from the start page. */
export interface Crumb {
  path: string;
  /** The address part of the lock that goes along. */
  query?: string;
  label: string;
}

const withHome = (steps: Crumb[], { texts }: PageContext, query = ''): Crumb[] => [
  { path: '/', query, label: texts.shell.home },
  ...steps,
];

/**
 * The way from the start page to this one, which is not part of it.
 * @param locked the address part of the lock that goes along to the start page
 */
export function breadcrumb(steps: Crumb[], context: PageContext, locked = ''): Html {
  const { texts, href } = context;
  return html`<nav class="breadcrumb" aria-label="${texts.listing.breadcrumb}">
    <ol class="plain" role="list">
      ${withHome(steps, context, locked).map(({ path, query, label }) => html`<li><a href="${href(path, query)}">${label}</a></li>`)}
    </ol>
  </nav>`;
}

/**
 * The same for search engines, this page included (https://schema.org/BreadcrumbList); nothing where
 * the public address is not known, since they take whole addresses alone.
 */
export function breadcrumbData(steps: Crumb[], label: string, context: PageContext): Html | false {
  if (context.absolute('/') === undefined) return false;
  const above = withHome(steps, context).map(({ path, label: name }) => ({
    name,
    item: context.absolute(path),
  }));
  return jsonLd({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [...above, { name: label }].map((each, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...each,
    })),
  });
}
