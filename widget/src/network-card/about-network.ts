import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isAhead, localTime, type NetworkAnswer } from '@vielfalt/feed';
import { contactItems } from '@vielfalt/feed/presentation';
import { either, sayTime, shortDate, type Said } from '@vielfalt/feed/wording';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';
import { networkTexts } from '../locales/networks.js';
import { passage, rowItem, source } from '../offer-card/rows.js';
import { checkLine, spoken } from '../offer-card/summary.js';
import { reportLetter } from '../report/letter.js';
import type { FeedClient } from '../store/feed-client.js';
import { networkCalendar, networkPage } from '../store/networks.js';
import { memberList } from './members.js';

/** How many meetings are listed; the calendar has all. */
const MOST_MEETINGS = 4;

/** What a network's card needs besides the network. */
interface NetworkContext {
  locale: Locale;
  /** The level of the name as a heading. */
  level: number;
  client: FeedClient;
  /** Milliseconds since the epoch. */
  now: number;
}

/** What a network is for, who belongs to it, when it meets and whom to ask. */
export function aboutNetwork(
  answer: NetworkAnswer,
  { locale, level, client, now }: NetworkContext,
): TemplateResult {
  const { network, translation, directory, members } = answer;
  const { name, slug, aim, schedule, contact, web, language, origin } = network;
  const words = networkTexts(locale);
  const full = withDetails(locale);
  const reader = { locale, context: {} };
  const said = (text: string | undefined, translated: string | undefined) =>
    either(
      { ...(language && { language }), ...(translation && { translation }) },
      directory,
      text,
      translated,
    );
  const texts = translation?.texts;
  const title = said(name, texts?.name);
  const today = localTime(now, directory.timeZone).date;
  const paragraph = (text: Said | undefined) =>
    text
      ? passage(
          { said: text, ...(text.by === 'machine' && { origin: locale.card.machine }) },
          reader,
        )
      : nothing;
  return html`<article part="card" aria-labelledby="title">
    <div id="title" part="title" role="heading" aria-level=${level}>
      <a href=${networkPage(client, slug)}>${title && spoken(title, reader)}</a>
    </div>
    ${paragraph(said(aim, texts?.aim))}
    <div class="columns">
      <div>
        ${meetings(answer, locale, now)} ${paragraph(said(schedule?.text, texts?.schedule))}
        ${
          schedule?.times?.length
            ? html`<p><a href=${networkCalendar(client, slug)}>${words.calendar}</a></p>`
            : nothing
        }
      </div>
      ${
        members.length
          ? html`<div>
              <p class="label">${words.members}</p>
              ${memberList(members, client, locale)}
            </div>`
          : nothing
      }
      <div>
        ${contactItems({ ...contact, ...(web && { web }) }, full).map((item) =>
          rowItem(item, reader),
        )}
      </div>
    </div>
    ${checkLine(network.checked, today, locale)}
    <p class="footer">
      ${reportLetter({ kind: 'network', name, slug, page: networkPage(client, slug), origin }, directory, locale)}
      ${source(network, locale)}
    </p>
  </article>`;
}

/** The next meetings that are not over, and how they come round. */
function meetings({ upcoming, rhythm, directory }: NetworkAnswer, locale: Locale, now: number) {
  const moment = localTime(now, directory.timeZone);
  const next = upcoming.filter((each) => isAhead(each, moment)).slice(0, MOST_MEETINGS);
  if (next.length === 0 && !rhythm) return nothing;
  return html`<p class="label">${networkTexts(locale).next}</p>
    ${rhythm ? html`<p class="muted">${rhythm}</p>` : nothing}
    <ul>
      ${next.map(
        (each) =>
          html`<li>
            ${shortDate(each.start, moment.date, locale.tag)}
            <span class="time">${sayTime(each, moment.date, locale)}</span>
          </li>`,
      )}
    </ul>`;
}
