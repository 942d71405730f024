import { direction } from '@vielfalt/feed/wording';
import { ownName } from '../languages/words.js';
import type { PageContext } from './context.js';
import { attributes, html, type HtmlContent } from '../text/html.js';

/** More languages than these wait until the list is opened. */
const MOST_IN_SIGHT = 5;

const GLOBE = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18';

/**
 * Links to the same page in all languages; where they are many, in a list to open. Those of a private
 * page do not name its path.
 */
export function languageLinks(
  { path, query, isPrivate }: { path: string; query?: string; isPrivate?: true },
  { languages, language, href, texts: { shell } }: PageContext,
): HtmlContent {
  if (languages.length < 2) return undefined;
  const addressIn = (tag: string) =>
    isPrivate ? `?${query ? `${query}&` : ''}lang=${tag}` : href(path, query, tag);
  const links = languages.map(
    (tag) =>
      html`<li>
        <a
          ${attributes({
            href: addressIn(tag),
            hreflang: tag,
            lang: tag,
            dir: direction(tag),
            'aria-current': tag === language && 'true',
          })}
          >${ownName(tag)}</a
        >
      </li>`,
  );
  const list = html`<ul>
    ${links}
  </ul>`;
  const label = shell.languages;
  if (languages.length <= MOST_IN_SIGHT) {
    return html`<nav class="languages" aria-label="${label}">${list}</nav>`;
  }
  return html`<nav class="languages many" aria-label="${label}">
    <details>
      <summary>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="${GLOBE}" /></svg>
        <span class="visually-hidden">${label}:</span>
        <bdi>${ownName(language)}</bdi>
      </summary>
    </details>
    ${list}
  </nav>`;
}
