import type { WholeScript } from '../../http/widget-versions.js';
import { meantLock, type QueryProblem } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import type { Site } from '../../answers/site.js';
import type { Reply } from '../../http/reply.js';
import { configureTexts } from '../../languages/words.js';
import { assetPath } from '../assets.js';
import { breadcrumb } from '../breadcrumb.js';
import { pageContext, type PageContext } from '../context.js';
import { html, type Html, type HtmlContent } from '../html.js';
import { renderPage } from '../page.js';
import { CONFIGURE_PATH, printRead, readChoice, readable, type ReadChoice } from './choice.js';
import { choiceForm, parameterLabel } from './form.js';
import { switchField } from './fields.js';
import { handout } from './handout.js';
import { preview } from './preview.js';
import { result } from './result.js';
import { needsOf } from './source.js';
import { subjectOf, type EmbedSubject } from './subject.js';
import { bestWay } from './ways.js';

/**
 * `GET /configure`: lets a web editor choose what their website shows and how, and writes the lines
 * for it. The address holds the whole choice.
 * @param script the script in one file, if it is there
 */
export async function configurePage(
  site: Site,
  parameters: URLSearchParams,
  script: WholeScript,
): Promise<Reply> {
  const context = pageContext(site, parameters);
  const words = configureTexts(context.language);
  const read = readChoice(parameters, context);
  const { choice } = read;
  const isHeld = read.unread.length > 0;
  const subject = await subjectOf(choice, context);
  const way = choice.way ?? bestWay(needsOf(choice, context));
  const chosen = { choice, way, script, context };
  const source = !isHeld && subject && { ...chosen, subject };
  const unchosen = html`<p class="note">
    ${isHeld ? words.problems.held : words.problems.unchosen}
  </p>`;
  const query = printRead(read);
  const wrong = [...read.ignored, ...read.unread, ...read.unknown];
  const isMistaken = wrong.length > 0 || subject?.isThere === false;
  return renderPage(context, {
    path: CONFIGURE_PATH,
    query,
    title: words.title,
    description: words.intro,
    steps: [],
    unlisted: query !== '',
    showsFrames: true,
    ...(isMistaken && { status: 400 }),
    head: html`<script type="module" src="${context.root}${assetPath('configure.js')}"></script>`,
    body: html`<div class="wide configure">
      ${breadcrumb([], context)}
      <h1>${words.title}</h1>
      <p class="lead">${words.intro}</p>
      <div class="desk">
        ${await choiceForm(choice, context)}
        <section aria-labelledby="lines">
          <h2 id="lines" tabindex="-1">${words.result.title}</h2>
          <div id="problems" data-live>${problems(read, subject, context)}</div>
          <div id="result" data-live>${source ? result(source) : unchosen}</div>
        </section>
      </div>
      <p class="visually-hidden" role="status" id="updated" data-said="${words.updated}"></p>
      <section aria-labelledby="handout-title">
        <h2 id="handout-title">${words.handout.title}</h2>
        <div id="handout" data-live>${handout(chosen)}</div>
      </section>
      <section class="on-screen" aria-labelledby="preview">
        <h2 id="preview">${words.preview.title}</h2>
        <div class="of-form">
          ${switchField('dark', words.preview.dark, choice.options.dark !== undefined, 'configure')}
        </div>
        <div id="frames" data-live>${source ? await preview(source) : unchosen}</div>
      </section>
    </div>`,
  });
}

/** What of the address was left out, and what the directory does not know. */
function problems(
  read: ReadChoice,
  subject: EmbedSubject | undefined,
  context: PageContext,
): HtmlContent {
  const { ignored, unread, unknown } = read;
  const { problems: words } = configureTexts(context.language);
  const { trouble } = context.texts;
  const isGone = subject?.isThere === false && unknown.length === 0;
  if (ignored.length + unread.length + unknown.length === 0 && !isGone) return undefined;
  const said = (sentence: string, problem: QueryProblem, field?: string) => {
    const { parameter, value, nearest } = problem;
    const label = parameterLabel(parameter, context);
    const [before = '', after = ''] = sentence.split('{name}');
    return html`<li>
      ${fill(before, { value })}${field === undefined ? label : html`<a href="#${field}">${label}</a>`}${fill(after, { value })}
      ${nearest !== undefined && nearestLink(read, { ...problem, nearest }, context)}
    </li>`;
  };
  return html`<div class="note" role="alert">
    <p><strong>${trouble.notUnderstood}</strong></p>
    <ul>
      ${ignored.map((problem) => said(words.wrong, problem))}
      ${unread.map((problem) => said(words.wrong, problem, fieldOf(problem)))}
      ${unknown.map((problem) => said(trouble.value, problem))}
      ${isGone && html`<li>${fill(words.gone, { name: subject.name })}</li>`}
    </ul>
    ${(isGone || unknown.length > 0) && html`<p>${words.kept}</p>`}
  </div>`;
}

/** Leads to the same choice with what was nearest: a lock by its right name, or a value of it. */
function nearestLink(
  read: ReadChoice,
  { parameter, value, nearest }: QueryProblem & { nearest: string },
  context: PageContext,
): Html {
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

/** The id of the field where that is chosen which cannot be read; a lock may go by another name. */
function fieldOf({ parameter }: QueryProblem): string {
  return `by-${parameter === 'show' ? parameter : meantLock(parameter)}`;
}
