import { fill, plural } from '@vielfalt/feed/wording';
import type { Session } from '../../desk/keepers.js';
import type { Reply } from '../../http/reply.js';
import { around, html, type Html, type HtmlContent } from '../../text/html.js';
import { actButton, headingId } from './buttons.js';
import { deedList } from './deeds.js';
import type { Office, OfficeItem, OfficeSection } from './section.js';
import { SECTIONS } from './sections.js';
import { formToken } from './session.js';
import { OFFICE_PATH, officePage, postForm } from './shell.js';
import { TRUST_PATH } from './trust.js';

/** The number of items of a section that stand in the whole list. */
const FIRST = 5;

/** The id of what is said of the act before. */
export const SAID = 'said';

interface Listed {
  section: OfficeSection;
  items: OfficeItem[];
}

/**
 * The list of what waits.
 * @param only the id of the one section to show, with all its items
 * @param said what there is to say of the act before
 * @param part the id of the section that it was in
 */
export async function listPage(
  office: Office,
  session: Session,
  { only, said, part }: { only?: string | undefined; said?: string; part?: string } = {},
): Promise<Reply> {
  const { context, words, keeper } = office;
  const all: Listed[] = [];
  for (const section of SECTIONS) all.push({ section, items: await section.items(office) });
  const count = sum(all.filter(({ section }) => !section.isQuiet));
  const chosen = all.find(({ section }) => section.id === only);
  const shown = (chosen ? [chosen] : all).filter(({ items }) => items.length > 0);
  // The fragment of the address leads to it, also for a screen reader.
  const note =
    said !== undefined &&
    html`<p class="note" role="status" id="${SAID}" tabindex="-1">${said}</p>`;
  const isInPart = shown.some(({ section }) => section.id === part);
  const token = formToken(session);
  const address = html`<bdi dir="ltr">${keeper}</bdi>`;
  const leaving = html`<button class="quiet">${words.leave}</button>`;
  return officePage(
    context,
    html`<h1>${words.title}</h1>
      <div class="who">
        <p class="muted">${around(words.signedIn, 'address', address)}</p>
        ${postForm(context.href(`${OFFICE_PATH}/leave`), { token }, leaving)}
      </div>
      ${!isInPart && note}
      ${
        chosen
          ? html`<p><a href="${context.href(OFFICE_PATH)}">${words.back}</a></p>`
          : html`<p class="lead">
                ${count > 0 ? plural(context.texts.tag, words.waiting, count) : words.nothing}
              </p>
              ${count > 0 && contents(all, office)}`
      }
      ${shown.map((listed) => [
        listed.section.id === part && note,
        sectionPart(listed, chosen !== undefined, { office, token }),
      ])}
      ${!chosen && (await more(office))}`,
    { query: chosen ? `only=${chosen.section.id}` : '' },
  );
}

/** What else the office can do and look up. */
async function more(office: Office): Promise<Html> {
  const { context, words } = office;
  return html`<div class="more">
    <p><a href="${context.href(TRUST_PATH)}">${words.trust.title}</a></p>
    ${await deedList(office)}
  </div>`;
}

function sum(listed: readonly Listed[]): number {
  return listed.reduce((total, { items }) => total + items.length, 0);
}

/** What waits, by its kind, with a way to it. */
function contents(all: readonly Listed[], { context, words }: Office): Html {
  const waiting = all.filter(({ section, items }) => !section.isQuiet && items.length > 0);
  return html`<nav class="views" aria-label="${words.title}">
    <ul class="plain" role="list">
      ${waiting.map(
        ({ section, items }) =>
          html`<li>
            <a href="#${section.id}"
              >${section.title(words, context.language)} <strong>${items.length}</strong></a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

function sectionPart(
  { section, items }: Listed,
  isWhole: boolean,
  { office, token }: { office: Office; token: string },
): Html {
  const { context, words } = office;
  const { id } = section;
  const about = section.about?.(words, context.language);
  const link = section.link?.(office);
  const shown = isWhole ? items : items.slice(0, FIRST);
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}" tabindex="-1">
      ${section.title(words, context.language)} <span class="muted">${items.length}</span>
    </h2>
    ${about !== undefined && html`<p class="muted">${about}</p>`}
    ${link !== undefined && html`<p>${link}</p>`}
    <ul class="plain waiting" role="list">
      ${shown.map((item) => html`<li class="box">${itemPart(item, section, { office, token })}</li>`)}
    </ul>
    ${
      shown.length < items.length &&
      html`<p>
        <a href="${context.href(OFFICE_PATH, `only=${id}`)}"
          >${fill(words.all, { count: String(items.length) })}</a
        >
      </p>`
    }
  </section>`;
}

function itemPart(
  { id, heading, body, buttons }: OfficeItem,
  section: OfficeSection,
  { office, token }: { office: Office; token: string },
): HtmlContent {
  const about = headingId(section.id, id);
  const content = html`<h3 id="${about}">${heading}</h3>
    ${body}
    ${
      buttons !== undefined &&
      html`<p class="acts">${buttons.map((button) => actButton(button, [about]))}</p>`
    }`;
  if (!section.act) return content;
  const fields = { token, section: section.id, item: id };
  return postForm(office.context.href(OFFICE_PATH), fields, content);
}
