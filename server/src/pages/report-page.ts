import { reportWay, type ReportTexts, type Reported } from '@vielfalt/feed/wording';
import { MOST_LETTERS, type ReportFault, type SentReport } from '../desk/report-form.js';
import type { ReportedRecord } from '../desk/reported-record.js';
import { reportTexts } from '../languages/words.js';
import type { Reply } from '../http/reply.js';
import { REPORT_REASONS } from '../store/papers.js';
import { breadcrumb } from './breadcrumb.js';
import type { PageContext } from './context.js';
import { around, attributes, html, type Html, type HtmlContent } from '../text/html.js';
import { inLanguage } from './offer-view.js';
import { renderPage, type Page } from './page.js';
import { reportPath } from './report.js';
import { outward } from './words.js';

/** A form as it is shown. */
export interface ShownForm {
  ticket: string;
  /** As it was sent; absent: nothing was. */
  sent?: SentReport;
  fault?: ReportFault;
}

/** `/offers/{slug}/report`: the form for what is wrong, or why it was not taken. */
export function reportPage(
  about: ReportedRecord,
  { ticket, sent, fault }: ShownForm,
  context: PageContext,
): Reply {
  const words = reportTexts(context.language);
  const { publisher } = context.directory;
  const letter = letterTo(about, context);
  const reply = pageAbout(about, context, {
    title: words.title,
    ...(fault && { fault: faultWords(fault, words) }),
    status: fault === undefined ? 200 : fault === 'many' ? 429 : 422,
    body: html`${
        fault &&
        html`<div class="note" role="alert">
          <p>${faultWords(fault, words)}</p>
          ${fault === 'many' && letter}
        </div>`
      }
      <p>${named(words.intro, publisher)}</p>
      <form method="post" action="${context.href(reportPath(about.kind, about.record.slug))}">
        ${fields(sent, words)}
        <input type="hidden" name="ticket" value="${ticket}" />
        <p class="muted">${named(words.privacy, publisher)}</p>
        <button class="button primary" type="submit">${words.send}</button>
      </form>
      ${fault !== 'many' && letter}`,
  });
  return fault === 'many'
    ? { ...reply, headers: { ...reply.headers, 'Retry-After': '3600' } }
    : reply;
}

/** A sentence with a name in it, which may run in another direction. */
function named(sentence: string, name: string): HtmlContent {
  return around(sentence, 'name', html`<bdi>${name}</bdi>`);
}

function faultWords(fault: ReportFault, { faults }: ReportTexts): string {
  if (fault === 'empty' || fault === 'long' || fault === 'many') return faults[fault];
  return faults.again;
}

function fields(sent: SentReport | undefined, words: ReportTexts): Html {
  return html`<fieldset>
      <legend>${words.question}</legend>
      ${REPORT_REASONS.map(
        (reason) =>
          html`<p class="switch">
            <input
              ${attributes({
                type: 'checkbox',
                id: `wrong-${reason}`,
                name: 'wrong',
                value: reason,
                checked: sent?.reasons.includes(reason),
              })}
            />
            <label for="wrong-${reason}">${words.reasons[reason]}</label>
          </p>`,
      )}
    </fieldset>
    <p>
      <label for="text">${words.text}</label>
      <span class="hint" id="text-hint">${words.textHint}</span>
      <textarea
        id="text"
        name="text"
        rows="5"
        maxlength="${MOST_LETTERS.text}"
        dir="auto"
        aria-describedby="text-hint"
      >
${sent?.text}</textarea>
    </p>
    <p>
      <label for="reach">${words.reach}</label>
      <span class="hint" id="reach-hint">${words.reachHint}</span>
      <input
        ${attributes({
          id: 'reach',
          name: 'reach',
          maxlength: MOST_LETTERS.reach,
          dir: 'auto',
          autocomplete: 'off',
          value: sent?.reach,
          'aria-describedby': 'reach-hint',
        })}
      />
    </p>
    <div hidden>
      <label for="website">${words.trap}</label>
      <input id="website" name="website" tabindex="-1" autocomplete="off" />
    </div>`;
}

/** Said once a report was taken. */
export function thanksPage(about: ReportedRecord, context: PageContext): Reply {
  const { thanks, back } = reportTexts(context.language);
  const { slug } = about.record;
  return pageAbout(about, context, {
    title: thanks,
    body: html`<p>
      <a href="${context.href(`/${about.kind}s/${slug}`)}">${named(back, nameOf(about))}</a>
    </p>`,
  });
}

/** The way to the directory that a record comes from, which corrects it. */
export function elsewherePage(about: ReportedRecord, context: PageContext): Reply {
  const { title, elsewhere } = reportTexts(context.language);
  const { origin } = about.record;
  return pageAbout(about, context, {
    title,
    body: html`<p>${elsewhere}</p>
      ${letterTo(about, context)}
      ${origin && html`<p>${outward(origin.page, html`<bdi>${origin.name}</bdi>`)}</p>`}`,
  });
}

function pageAbout(
  about: ReportedRecord,
  context: PageContext,
  { title, fault, body, status }: Pick<Page, 'body' | 'status'> & { title: string; fault?: string },
): Reply {
  const { kind, record } = about;
  const name = nameOf(about);
  const language = record.language ?? context.directory.language;
  const steps = [{ path: `/${kind}s/${record.slug}`, label: name }];
  return renderPage(context, {
    path: reportPath(kind, record.slug),
    // Who hears the page hears first what is wrong.
    title: `${fault ?? title} ${name}`,
    description: title,
    unlisted: true,
    ...(status !== undefined && { status }),
    body: html`<div class="wide report">
      ${breadcrumb(steps, context)}
      <h1>${title}</h1>
      <p class="lead"><bdi ${inLanguage(language, context)}>${name}</bdi></p>
      ${body}
    </div>`,
  });
}

/** The letter that says it instead, by its address. */
function letterTo(about: ReportedRecord, context: PageContext): HtmlContent {
  const { directory, texts } = context;
  const { kind, record } = about;
  const { slug, origin } = record;
  const page = context.absolute(`/${kind}s/${slug}`, '', directory.language);
  const reported: Reported = { kind, name: nameOf(about), slug, page, origin };
  const way = reportWay(directory.reportTo, reported, texts.details.report);
  return (
    way &&
    html`<p>
      <a href="${way.link}"><bdi dir="ltr">${way.email ?? way.link}</bdi></a>
    </p>`
  );
}

function nameOf({ kind, record }: ReportedRecord): string {
  return kind === 'offer' ? record.title : record.name;
}
