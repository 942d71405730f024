import type { Reply } from '../../http/reply.js';
import { officeTexts } from '../../languages/words.js';
import { html } from '../../text/html.js';
import type { PageContext } from '../context.js';
import { OFFICE_PATH, officePage, postForm } from './shell.js';

/** What the sign-in page says of what has just happened. */
export type SignInNote = 'sent' | 'left' | 'often';

/** The page for whoever has not entered. @param hasMail whether a link can be sent */
export function signInPage(
  context: PageContext,
  hasMail: boolean,
  { note, status = 200 }: { note?: SignInNote | undefined; status?: number } = {},
): Reply {
  const words = officeTexts(context.language);
  const { signIn, left } = words;
  const said = note && { sent: signIn.sent, often: signIn.often, left }[note];
  const field = html`<p>
      <label for="address">${signIn.address}</label>
      <input
        id="address"
        name="address"
        type="email"
        autocomplete="email"
        required
        dir="ltr"
        maxlength="254"
      />
    </p>
    <p><button class="button primary">${signIn.send}</button></p>`;
  return officePage(
    context,
    html`<h1>${words.title}</h1>
      ${said && html`<p class="note" role="status">${said}</p>`}
      ${
        hasMail
          ? html`<p class="lead">${signIn.lead}</p>
              ${postForm(context.href(`${OFFICE_PATH}/link`), {}, field)}`
          : html`<p class="lead">${words.noMail} ${signIn.operator}</p>`
      }`,
    { status },
  );
}

/** Opens nothing by itself: programs that look through mails follow links, but press no buttons. */
export function entryPage(context: PageContext, keeper: string, path: string): Reply {
  const words = officeTexts(context.language);
  const button = html`<p><button class="button primary">${words.enter}</button></p>`;
  return officePage(
    context,
    html`<h1>${words.title}</h1>
      <p class="lead"><bdi dir="ltr">${keeper}</bdi></p>
      ${postForm(context.href(path), {}, button)}`,
    { path },
  );
}

/** The answer to a link that leads in no more. */
export function overPage(context: PageContext): Reply {
  const words = officeTexts(context.language);
  return officePage(
    context,
    html`<h1>${words.title}</h1>
      <p class="lead">${words.over}</p>
      <p><a class="button" href="${context.href(OFFICE_PATH)}">${words.again}</a></p>`,
    { status: 410 },
  );
}

/** The page for whom the proxy does not vouch. */
export function foreignPage(context: PageContext): Reply {
  const words = officeTexts(context.language);
  return officePage(
    context,
    html`<h1>${words.title}</h1>
      <p class="lead">${words.signIn.foreign}</p>`,
    { status: 403 },
  );
}
