import { addDays, occurrences } from '@vielfalt/feed';
import { sayTime, shortDate, timetable } from '@vielfalt/feed/wording';
import type { Reply } from '../../http/reply.js';
import { attributes, html, type Html, type HtmlContent } from '../../text/html.js';
import { CHANGE_FIELDS, type ReadChange } from './change-fields.js';
import { timesNow } from './change-form.js';
import { aboutOffer, confirmPage } from './layout.js';
import { ownAddress, type OwnOffer, type ProviderVisit } from './provider-visit.js';

/** The days ahead of which dates are shown, and the most of them. */
const AHEAD = 42;
const MOST_DATES = 8;

/** The page that shows times as they were understood, before they are sent. */
export function previewPage(own: OwnOffer, read: ReadChange, visited: ProviderVisit): Reply {
  const { words, visit } = visited;
  const { preview } = words;
  const kept = CHANGE_FIELDS.map((field) => [field, read.typed[field]] as const);
  const hidden = [...kept, ['seen', visit.form.get('seen') ?? ''] as const];
  return confirmPage(visited, {
    title: preview.title,
    query: { change: own.offer.slug },
    body: html`${aboutOffer(own, visited)} ${understood(read, visited)}
      ${timesNow(own.offer, visited)}
      <p>${preview.intro}</p>
      <form method="post" action="${ownAddress(visited, { change: own.offer.slug })}">
        ${hidden.map(
          ([name, value]) => html`<input ${attributes({ type: 'hidden', name, value })} />`,
        )}
        <div class="answers">
          <button class="button primary" name="step" value="send">${preview.send}</button>
          <button class="button" name="step" value="edit">${preview.edit}</button>
        </div>
      </form>`,
  });
}

function understood({ after: { schedule }, isTextKept }: ReadChange, visited: ProviderVisit): Html {
  const { site, context, words } = visited;
  if (!schedule) return html`<p class="note">${words.preview.removed}</p>`;
  const lines = timetable(schedule, site.date, context.texts);
  return html`${
    lines.length > 0 &&
    html`<ul class="understood">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`
  }
  ${(schedule.times ?? []).length > 0 && dates(schedule, visited)}
  ${
    isTextKept &&
    html`<div class="note">
      <p>${words.preview.kept}</p>
      <p dir="auto"><strong>${schedule.text}</strong></p>
    </div>`
  }`;
}

/** The dates that follow from it. */
function dates(
  schedule: NonNullable<ReadChange['after']['schedule']>,
  { site, context, words }: ProviderVisit,
): HtmlContent {
  const { directory, texts } = context;
  const soon = occurrences(schedule, directory.calendar, site.date, addDays(site.date, AHEAD));
  if (soon.length === 0) return html`<p class="note">${words.preview.noDates}</p>`;
  return html`<p>${words.preview.dates}</p>
    <ul class="dates plain" role="list">
      ${soon.slice(0, MOST_DATES).map(
        ({ start, end }) =>
          html`<li>
            <time datetime="${start}">${shortDate(start, site.date, texts.tag)}</time>
            <span class="time">${sayTime({ start, ...(end && { end }) }, site.date, texts)}</span>
          </li>`,
      )}
    </ul>`;
}
