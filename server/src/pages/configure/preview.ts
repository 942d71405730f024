import { configureTexts } from '../../languages/words.js';
import { framePath } from '../frames/path.js';
import { attributes, html, type Html, type HtmlContent } from '../../text/html.js';
import { foundOffers } from '../plain-list.js';
import { isRecord, type EmbedChoice } from './choice.js';
import { MOCK_PAGES } from './contrast.js';
import { frameQuery } from './frame-lines.js';
import type { SnippetSource } from './source.js';
import { hasElement } from './ways.js';

/** What was chosen, on a page as it may look: on a screen and on a telephone, light or dark. */
export async function preview(source: SnippetSource): Promise<Html> {
  const words = configureTexts(source.context.language).preview;
  const isDark = source.choice.options.dark !== undefined;
  const shown = await content(source, isDark);
  const mock = (name: 'wide' | 'phone') =>
    html`<figure class="mock on-${name}">
      <figcaption>${words[name]}</figcaption>
      <div class="${isDark ? 'paper dark' : 'paper'}">
        <p class="masthead" aria-hidden="true"><b>${words.site}</b></p>
        ${shown(words[name])}
      </div>
    </figure>`;
  return html`${mock('wide')} ${mock('phone')}`;
}

/** The real thing, once for each size: a frame of our own, or the HTML that a server would fetch. */
async function content(
  { choice, way, subject, context }: SnippetSource,
  isDark: boolean,
): Promise<(size: string) => HtmlContent> {
  if (way === 'html') {
    const { limit } = choice.options;
    const query = limit === undefined ? {} : { limit: Number(limit) };
    const request = { query, lock: choice.lock };
    const offers = isRecord(choice) ? '' : await foundOffers({ request, problems: [] }, context);
    return () => html`<div class="vielfalt">${offers}</div>`;
  }
  const query = frameQuery(framed(choice, way), context, groundOf(way, isDark));
  const src = `${context.root}${framePath(subject.path)}${query && `?${query}`}`;
  return (size) => {
    const title = `${size}: ${subject.name}`;
    return html`<iframe ${attributes({ src, title, loading: 'lazy' })}></iframe>`;
  };
}

/** An address alone says no more than what is shown. */
function framed(choice: EmbedChoice, way: SnippetSource['way']): EmbedChoice {
  if (way !== 'address') return choice;
  const { network, offer, limit } = choice.options;
  const options = { ...(network && { network }), ...(offer && { offer }), ...(limit && { limit }) };
  return {
    ...choice,
    shown: choice.shown === 'list' ? 'directory' : choice.shown,
    options,
    look: {},
  };
}

/** Elements stand on the page's ground; frames have one of their own. */
function groundOf(way: SnippetSource['way'], isDark: boolean): Record<string, string> {
  return hasElement(way) && isDark ? MOCK_PAGES.dark : {};
}
