import { localTime } from '@vielfalt/feed';
import { shortDate } from '@vielfalt/feed/wording';
import { latestDeeds } from '../../desk/deeds.js';
import { AMENDABLE_FIELDS, type Deed } from '../../store/papers.js';
import { html, joined, type Html, type HtmlContent } from '../../text/html.js';
import { fieldLabel } from './field-words.js';
import type { Office } from './section.js';

/** The number of deeds that are shown. */
const MOST = 100;

/** What keepers have done, the latest first, in a list to open. */
export async function deedList(office: Office): Promise<Html> {
  const { sources, words } = office;
  const deeds = await latestDeeds(sources.store, MOST);
  const lines: Html[] = [];
  for (const deed of deeds) lines.push(html`<li>${await lineOf(deed, office)}</li>`);
  return html`<details class="deeds">
    <summary>${words.deeds.title}</summary>
    <ol class="plain" role="list">
      ${lines}
    </ol>
  </details>`;
}

async function lineOf({ at, keeper, what, subject }: Deed, office: Office): Promise<HtmlContent> {
  const { context, words } = office;
  const { directory, texts } = context;
  const { date, time } = localTime(Date.parse(at), directory.timeZone);
  const acts: Partial<Record<string, string>> = words.deeds.acts;
  return joined(
    [
      html`<time datetime="${at}">${shortDate(date, directory.date, texts.tag)} ${time}</time>`,
      html`<bdi dir="ltr">${keeper}</bdi>`,
      acts[what] ?? what,
      ...(subject === undefined ? [] : await subjectWords(subject, office)),
    ],
    ' · ',
  );
}

/** The record and the field that a deed was about, as far as they are still known. */
async function subjectWords(subject: string, { context }: Office): Promise<HtmlContent[]> {
  const [id = '', name] = subject.split(' ');
  const { answers } = context.site;
  const record = (await answers.offer(id)) ?? (await answers.provider(id));
  const field = AMENDABLE_FIELDS.find((each) => each === name);
  return [
    record && html`<bdi>${'title' in record ? record.title : record.name}</bdi>`,
    field && fieldLabel(field, context),
  ];
}
