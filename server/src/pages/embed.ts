import { configureTexts } from '../languages/words.js';
import {
  CONFIGURE_PATH,
  NOTHING_CHOSEN,
  printChoice,
  type EmbedChoice,
} from './configure/choice.js';
import { snippetOf } from './configure/snippet.js';
import type { EmbedSubject } from './configure/subject.js';
import type { PageContext } from './context.js';
import { html, type HtmlContent } from '../text/html.js';

/**
 * The lines that show what a page is about on another website, in a field from which they are copied
 * by the keyboard alone, and the way to choose more.
 */
export function embedCode(
  title: string,
  chosen: Partial<EmbedChoice>,
  subject: Omit<EmbedSubject, 'isThere'>,
  context: PageContext,
): HtmlContent {
  // What stands on another website needs whole addresses.
  if (context.isStatic && context.absolute('/') === undefined) return undefined;
  const choice = { ...NOTHING_CHOSEN, ...chosen };
  const { lines } = snippetOf({
    choice,
    way: 'element',
    subject: { ...subject, isThere: true },
    context,
  });
  const customise = context.href(CONFIGURE_PATH, printChoice(choice));
  return html`<details class="embed">
    <summary>${title}</summary>
    <p><label for="embed">${context.texts.listing.embedHint}</label></p>
    <textarea id="embed" dir="ltr" rows="6" readonly spellcheck="false">${lines}</textarea>
    ${
      !context.isStatic &&
      html`<p>
        <a href="${customise}" rel="nofollow">${configureTexts(context.language).customise}</a>
      </p>`
    }
  </details>`;
}
