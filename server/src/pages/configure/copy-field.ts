import { configureTexts } from '../../languages/words.js';
import type { PageContext } from '../context.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';

/** How many letters stand in a line of a field, about. */
const LINE = 60;

/**
 * A text to be copied: by a button where scripts run, else by hand. Paper, which has no fields, has
 * it as plain text.
 * @param lang that of the text, where it is one for people
 */
export function copyField(
  id: string,
  label: HtmlContent,
  text: string,
  context: PageContext,
  lang?: { lang: string; dir: string },
): Html {
  const { frames } = context.texts;
  const { selected } = configureTexts(context.language).result;
  const rows = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / LINE), 0);
  return html`<div class="copied">
    <p><label id="label-${id}" for="${id}">${label}</label></p>
    <textarea id="${id}" ${dirOf(lang)} rows="${rows}" readonly spellcheck="false">
${text}</textarea>
    <pre class="on-paper" ${dirOf(lang)}>${text}</pre>
    <p class="copying">
      <button
        class="button"
        type="button"
        id="copy-${id}"
        data-copies="${id}"
        aria-labelledby="copy-${id} label-${id}"
      >
        ${frames.copy}</button
      ><span role="status" data-done="${frames.copied}" data-selected="${selected}"></span>
    </p>
  </div>`;
}

function dirOf(lang: { lang: string; dir: string } | undefined): HtmlContent {
  return lang ? html`lang="${lang.lang}" dir="${lang.dir}"` : html`dir="ltr"`;
}
