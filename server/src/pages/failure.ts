import type { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { languages, textsFor } from '../languages/words.js';
import { assetPath } from './assets.js';
import { attributes, html } from '../text/html.js';
import { LOADING, POLICY } from './page.js';

/**
 * The page for people where no other can be made: the directory is empty, too much is asked at once, or
 * the mistake is ours. Nothing is known of the directory then, so it is said in every
 * language, German first, then English.
 *
 * @param root what stands before every path
 * @param isFramed whether it may stand in a frame
 */
export function failurePage({ details, headers }: Problem, root: string, isFramed: boolean): Reply {
  const tags = new Set(['de', 'en', ...[...languages.spoken].sort()]);
  const [first, ...others] = [...tags].map(textsFor);
  // Simple German may have this from German.
  const further = others.filter(({ trouble }) => trouble.failed !== first?.trouble.failed);
  const document = html`<!doctype html>
    <html lang="de" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${first?.trouble.failed}</title>
        <link rel="stylesheet" href="${root}${assetPath('pages.css')}" />
      </head>
      <body>
        <main class="wide failure">
          <h1>${first?.trouble.failed}</h1>
          ${further.map(
            ({ language, dir, trouble }) =>
              html`<p ${attributes({ lang: language, dir })}>${trouble.failed}</p>`,
          )}
          <p lang="en" class="muted">${details.detail}</p>
        </main>
      </body>
    </html> `;
  return {
    status: details.status,
    body: document.toString(),
    type: 'text/html; charset=utf-8',
    headers: { ...headers, 'Content-Security-Policy': isFramed ? LOADING : POLICY },
  };
}
