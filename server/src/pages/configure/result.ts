import { meantLock } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { configureTexts } from '../../languages/words.js';
import { attributes, html, type Html, type HtmlContent } from '../../text/html.js';
import { CONFIGURE_PATH, isIdle, printChoice, type EmbedChoice } from './choice.js';
import { faintPairs, mendedColours, type FaintPair } from './contrast.js';
import { copyField } from './copy-field.js';
import { parameterLabel } from './form.js';
import { snippetOf } from './snippet.js';
import { needsOf, type Snippet, type SnippetSource } from './source.js';
import { bestWay, wayFault, type WayIn } from './ways.js';

/** The lines to be copied, how that goes in the chosen system, and what to look out for. */
export function result(source: SnippetSource): Html {
  const { choice, context } = source;
  const { result: words, problems } = configureTexts(context.language);
  const snippet = snippetOf(source);
  const field = (id: string, label: HtmlContent, text: string | undefined) =>
    text !== undefined && copyField(id, label, text, context);
  const query = printChoice(choice);
  const address = context.absolute(CONFIGURE_PATH, query) ?? context.href(CONFIGURE_PATH, query);
  return html`${faultNote(source)} ${lostNote(source)} ${contrastNote(source)}
    ${!context.site.baseUrl && html`<p class="note">${problems.base}</p>`}
    ${field('snippet', words.paste, snippet.lines)}
    ${field('template', words.template, snippet.template)}
    ${field('styles', words.styles, snippet.styles)}
    ${field('allowed', words.allowed, snippet.allowed)}
    <h3>${words.steps}</h3>
    <ol>
      ${steps(source, snippet).map((step) => html`<li>${step}</li>`)}
    </ol>
    ${field('address', html`${words.share}<span class="hint">${words.shareHint}</span>`, address)}`;
}

/** Why the way that is asked for does not work, and the one that does. */
function faultNote({ choice, way, context }: SnippetSource): HtmlContent {
  const { settings, faults, result: words } = configureTexts(context.language);
  const needs = needsOf(choice, context);
  const fault = wayFault(way, needs);
  if (!fault) return undefined;
  const best = fill(words.instead, { way: settings.ways[bestWay(needs)] });
  const href = context.href(CONFIGURE_PATH, printChoice({ ...choice, way: undefined }));
  return html`<div class="note">
    <p>
      <strong>${fill(words.fault, { way: settings.ways[way], reason: faults[fault] })}</strong>
    </p>
    <p><a href="${href}">${best}</a></p>
  </div>`;
}

/** Whether a way has no look of its own. */
function isPlain(way: WayIn): boolean {
  return way === 'address' || way === 'html';
}

/** The choices that a way cannot carry, or that have no meaning for what is shown. */
function lostBy(way: WayIn, { shown, lock, options, look, idle = [] }: EmbedChoice): string[] {
  const isLost: Partial<Record<WayIn, (name: string) => boolean>> = {
    placeholder: (name) => name === 'id' || name === 'map',
    frame: (name) => name === 'id' || name === 'sync-url',
    address: (name) => name !== 'limit',
    html: (name) => name !== 'limit' && name !== 'language',
  };
  const own = ['strict', 'dark', shown];
  const locks = Object.keys({ ...lock, ...Object.fromEntries(idle) });
  const names = [
    ...locks.filter((name) => isIdle(meantLock(name) ?? name, { shown })),
    ...Object.keys(options).filter(
      (name) => !own.includes(name) && (isIdle(name, { shown }) || isLost[way]?.(name)),
    ),
  ];
  const isList = way === 'address' && shown === 'list';
  return [...names, ...(isPlain(way) ? Object.keys(look) : []), ...(isList ? ['show'] : [])];
}

function lostNote({ choice, way, context }: SnippetSource): HtmlContent {
  const lost = lostBy(way, choice);
  const names = lost.map((name) => parameterLabel(name, context)).join(context.texts.card.comma);
  return (
    lost.length > 0 &&
    html`<p class="note">${fill(configureTexts(context.language).result.lost, { names })}</p>`
  );
}

/** What would be hard to see as the preview has it, and the nearest colours that would do. */
function contrastNote({ choice, way, context }: SnippetSource): HtmlContent {
  const { contrast } = configureTexts(context.language);
  const { shown, look, options } = choice;
  const page = way === 'frame' ? 'frame' : options.dark === undefined ? 'light' : 'dark';
  const faint = isPlain(way) ? [] : faintPairs(look, { shown, page });
  if (faint.length === 0) return undefined;
  const mended = mendedColours(look, { shown, page });
  const number = (ratio: number) => ratio.toLocaleString(context.texts.tag);
  const said = ({ pair, ratio, needed }: FaintPair) =>
    fill(contrast.faint, {
      pair: contrast.pairs[pair],
      page: contrast.pages[page],
      ratio: number(ratio),
      needed: number(needed),
    });
  const query = printChoice({ ...choice, look: { ...look, ...mended } });
  return html`<div class="note">
    <p><strong>${contrast.title}</strong></p>
    <ul>
      ${faint.map(
        (each) => html`<li>${said(each)} ${swatch(each.front)} ${swatch(each.back)}</li>`,
      )}
    </ul>
    ${
      Object.keys(mended).length > 0 &&
      html`<p>${contrast.nearest}</p>
        <ul>
          ${Object.entries(mended).map(
            ([name, colour]) => html`<li>${parameterLabel(name, context)}: ${swatch(colour)}</li>`,
          )}
        </ul>
        <p>
          <a href="${context.href(CONFIGURE_PATH, query)}#lines">${contrast.take}</a>
        </p>`
    }
  </div>`;
}

/** A colour to be seen, and as it is written. */
function swatch(colour: string): Html {
  return html`<span class="swatch" dir="ltr"
    ><svg viewBox="0 0 1 1" aria-hidden="true">
      <rect width="1" height="1" ${attributes({ fill: colour })} />
    </svg>
    ${colour}</span
  >`;
}

/** What to do, in plain words, step by step. */
function steps(
  { choice: { system, options }, way, context }: SnippetSource,
  { template, styles, allowed }: Snippet,
): string[] {
  const words = configureTexts(context.language).steps;
  const admin = [
    ...(template === undefined ? [] : [words.template]),
    ...(allowed === undefined ? [] : [words.allowed]),
    ...(styles === undefined ? [] : [words.styles]),
    ...(options.strict !== undefined && way !== 'html' ? [words.policy] : []),
  ];
  if (way === 'html') return [words.include];
  const here = way === 'address' ? [words.address] : [words.open[system], words.paste];
  return [...admin, ...here, words.save];
}
