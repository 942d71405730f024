import { meantLock, type QueryProblem } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { configureTexts } from '../../languages/words.js';
import type { PageContext } from '../context.js';
import { isColour, LOOK_NAMES } from '../frames/look.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';
import { CONFIGURE_PATH, printRead, readable, type ReadChoice } from './choice.js';
import { fieldOf, parameterLabel } from './form.js';
import type { EmbedSubject } from './subject.js';

/** What of the address was left out, and what the directory does not know. */
export function problems(
  read: ReadChoice,
  subject: EmbedSubject | undefined,
  context: PageContext,
): HtmlContent {
  const { ignored, unread, unknown } = read;
  const { problems: words } = configureTexts(context.language);
  const { trouble } = context.texts;
  const isGone = subject?.isThere === false && unknown.length === 0;
  if (ignored.length + unread.length + unknown.length === 0 && !isGone) return undefined;
  return html`<div class="note" role="alert">
    <p><strong>${trouble.notUnderstood}</strong></p>
    <ul>
      ${[...ignored, ...unread].map((each) => html`<li>${unreadable(each, read, context)}</li>`)}
      ${unknown.map((each) => html`<li>${notKnown(each, read, context)}</li>`)}
      ${isGone && html`<li>${fill(words.gone, { name: subject.name })}</li>`}
    </ul>
    ${(isGone || unknown.length > 0) && html`<p>${words.kept}</p>`}
  </div>`;
}

/** What cannot be read, with the way to its field, how it is written, and what may be meant. */
function unreadable(problem: QueryProblem, read: ReadChoice, context: PageContext): Html {
  const { parameter, value } = problem;
  const field = fieldOf(parameter, read.choice) ?? fieldOf(meantLock(parameter) ?? '', read.choice);
  const label = html`<bdi>${parameterLabel(parameter, context)}</bdi>`;
  const name = field === undefined ? label : html`<a href="#${field}">${label}</a>`;
  const [before = '', after = ''] = configureTexts(context.language).problems.wrong.split('{name}');
  return html`${before}${name}${fill(after, { value })} ${ruleOf(parameter, context)}
  ${nearestLink(problem, read, context)}`;
}

/** What the directory does not know, and what may be meant. */
function notKnown(problem: QueryProblem, read: ReadChoice, context: PageContext): Html {
  const { parameter, value } = problem;
  const name = parameterLabel(parameter, context);
  return html`${fill(context.texts.trouble.value, { name, value })}
  ${nearestLink(problem, read, context)}`;
}

/** How a value that is typed has to be written. */
function ruleOf(parameter: string, { language }: PageContext): string | undefined {
  const { rules } = configureTexts(language).problems;
  if (parameter === 'id' || parameter === 'offer') return rules[parameter];
  if (!LOOK_NAMES.includes(parameter) || parameter === 'font') return undefined;
  return isColour(parameter) ? rules.colour : rules.length;
}

/** Leads to the same choice with what was nearest: a lock by its right name, or a value of it. */
function nearestLink(
  { parameter, value, nearest }: QueryProblem,
  read: ReadChoice,
  context: PageContext,
): HtmlContent {
  if (nearest === undefined) return undefined;
  const isName = meantLock(parameter) === nearest;
  const entries = [...new URLSearchParams(printRead(read))].map(
    ([name, text]): [string, string] => {
      if (name !== parameter) return [name, text];
      const values = text.split(',').map((each) => (each === value ? nearest : each));
      return isName ? [nearest, text] : [name, values.join(',')];
    },
  );
  const href = context.href(CONFIGURE_PATH, readable(new URLSearchParams(entries)));
  const label = isName ? parameterLabel(nearest, context) : nearest;
  const { choices } = context.texts;
  return html`<a href="${href}#lines">${fill(choices.nearest, { nearest: label })}</a>`;
}
