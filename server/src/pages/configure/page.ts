import type { WholeScript } from '../../http/widget-versions.js';
import type { Site } from '../../answers/site.js';
import type { Reply } from '../../http/reply.js';
import { configureTexts } from '../../languages/words.js';
import { assetPath } from '../assets.js';
import { breadcrumb } from '../breadcrumb.js';
import { pageContext } from '../context.js';
import { attributes, html } from '../../text/html.js';
import { renderPage } from '../page.js';
import { CONFIGURE_PATH, printRead, readChoice } from './choice.js';
import { choiceForm } from './form.js';
import { switchField } from './fields.js';
import { handout } from './handout.js';
import { preview } from './preview.js';
import { problems } from './problems.js';
import { result } from './result.js';
import { needsOf } from './source.js';
import { subjectOf } from './subject.js';
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
  const formaction = `${context.root}${CONFIGURE_PATH}#preview`;
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
        ${await choiceForm(read, context)}
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
          <button class="button" type="submit" form="configure" ${attributes({ formaction })}>
            ${words.preview.renew}
          </button>
        </div>
        <div id="frames" data-live>${source ? await preview(source) : unchosen}</div>
      </section>
    </div>`,
  });
}
