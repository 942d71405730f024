import { shownFields } from '../../desk/field-values.js';
import type { Reply } from '../../http/reply.js';
import { html } from '../../text/html.js';
import { typedText } from '../../text/typed.js';
import { sendProposal } from './change-page.js';
import { aboutOffer, backToOffers, confirmPage } from './layout.js';
import { leadTo, ownAddress, type OwnOffer, type ProviderVisit } from './provider-visit.js';

const MOST_NOTE = 2_000;

/** The question whether an offer has ended for good. */
export function gonePage(own: OwnOffer, visited: ProviderVisit): Reply {
  const { gone } = visited.words;
  const { slug, status } = own.offer;
  return confirmPage(visited, {
    title: gone.title,
    query: { gone: slug },
    body: html`${aboutOffer(own, visited)}
      <p>${gone.intro}</p>
      <form method="post" action="${ownAddress(visited, { gone: slug })}">
        <div class="asked">
          <label for="by-note">${gone.note}</label>
          <textarea
            id="by-note"
            name="note"
            rows="3"
            dir="auto"
            maxlength="${MOST_NOTE}"
          ></textarea>
        </div>
        <div class="answers">
          <button class="button" name="status" value="ended">${gone.ended}</button>
          ${
            status === 'published' &&
            html`<button class="button" name="status" value="paused">${gone.paused}</button>`
          }
        </div>
      </form>
      ${backToOffers(visited)}`,
  });
}

/** Takes the answer to that question. */
export async function receiveGone(own: OwnOffer, visited: ProviderVisit): Promise<Reply> {
  const { form } = visited.visit;
  const status = (['ended', 'paused'] as const).find((each) => each === form.get('status'));
  if (!status) return gonePage(own, visited);
  const { status: before = null } = shownFields(own.offer);
  const note = [...typedText(form.get('note'))].slice(0, MOST_NOTE).join('');
  const wish = { after: { status }, before: { status: before }, note };
  const done = await sendProposal(own, wish, visited);
  return done.outcome === 'done' ? done.reply : leadTo(ownAddress(visited));
}
