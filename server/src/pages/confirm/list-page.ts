import { titleOf } from '@vielfalt/feed/presentation';
import { fill, plural } from '@vielfalt/feed/wording';
import type { Reply } from '../../http/reply.js';
import { badgeList, checkLine } from '../facts.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';
import { spoken } from '../offer-view.js';
import { rowList } from '../rows.js';
import { confirmPage, toOffice } from './layout.js';
import { fingerprintOf, ownAddress, type OwnOffer, type ProviderVisit } from './provider-visit.js';
import { factRows, fieldLabel } from './said-fields.js';

/** A fingerprint of all that the list shows. */
export function listFingerprint(offers: readonly OwnOffer[]): string {
  return fingerprintOf(offers.map(({ offer, fingerprint }) => [offer.id, fingerprint]));
}

/** Tells whether nothing has been said of an offer yet. */
export function isOpen({ isConfirmed, waiting }: OwnOffer): boolean {
  return !isConfirmed && waiting.length === 0;
}

/**
 * All that the directory shows of a provider, each offer with the three answers to it.
 * @param told `hasChanged`: it is not what was looked at any more; `note`: a sentence to say first
 */
export function listPage(
  visited: ProviderVisit,
  offers: readonly OwnOffer[],
  told: { hasChanged?: boolean; note?: string } = {},
): Reply {
  const { context, words } = visited;
  const { list } = words;
  const { tag } = context.texts;
  const all = allButton(visited, offers);
  const { hasChanged = false, note } = told;
  const said = hasChanged ? list.changedMeanwhile : note;
  return confirmPage(visited, {
    title: words.title,
    ...(hasChanged && { status: 409 }),
    body: html`
      ${said !== undefined && html`<p class="note" role="alert">${said}</p>`}
      <p class="lead">
        ${offers.length === 0 ? list.none : plural(tag, list.intro, offers.length)}
      </p>
      ${offers.length > 1 && all && html`<p>${list.hint}</p>`}
      ${offers.length > 0 && (all || html`<p class="note good">${list.nothingLeft}</p>`)}
      ${offers.map((each) => ownCard(each, visited))} ${offers.length > 3 && all}
      ${toOffice(list.office, context)}
    `,
  });
}

/** The button for all offers of which nothing has been said. */
function allButton(visited: ProviderVisit, offers: readonly OwnOffer[]): HtmlContent {
  const { words, context } = visited;
  const open = offers.filter(isOpen).length;
  const label = open === offers.length ? words.list.all : words.list.rest;
  return (
    open > 0 &&
    html`<form method="post" action="${ownAddress(visited, { all: 'yes' })}">
      <input type="hidden" name="seen" value="${listFingerprint(offers)}" />
      <button class="button primary">${plural(context.texts.tag, label, open)}</button>
    </form>`
  );
}

function ownCard(own: OwnOffer, visited: ProviderVisit): Html {
  const { context } = visited;
  const { offer, view } = own;
  const id = `offer-${offer.slug}`;
  return html`<article class="card" id="${id}" tabindex="-1" aria-labelledby="${id}-title">
    <h2 id="${id}-title">
      <a href="${context.href(`/offers/${offer.slug}`)}" rel="noreferrer"
        >${spoken(titleOf(view), context)}</a
      >
    </h2>
    ${badgeList(view)} ${rowList(factRows(own), context)} ${checkLine(offer.checked, context)}
    ${answers(own, visited)}
  </article>`;
}

/** What was said of an offer, and what can be said. */
function answers(own: OwnOffer, visited: ProviderVisit): Html {
  const { words, context } = visited;
  const { offer, fingerprint, view, isConfirmed, waiting } = own;
  const { slug } = offer;
  const named = (label: string) =>
    html`${label} <span class="visually-hidden">(${spoken(titleOf(view), context)})</span>`;
  const fields = waiting.map((field) => fieldLabel(field, visited)).join(context.texts.card.comma);
  return html`${isConfirmed && html`<p class="note good">${words.offer.confirmed}</p>`}
    ${waiting.length > 0 && html`<p class="note">${fill(words.offer.waiting, { fields })}</p>`}
    <div class="answers">
      ${
        isOpen(own) &&
        html`<form method="post" action="${ownAddress(visited, { right: slug })}">
          <input type="hidden" name="seen" value="${fingerprint}" />
          <button class="button">${named(words.offer.right)}</button>
        </form>`
      }
      <a class="button" href="${ownAddress(visited, { change: slug })}"
        >${named(words.offer.changed)}</a
      >
      <a class="button" href="${ownAddress(visited, { gone: slug })}">${named(words.offer.gone)}</a>
    </div>`;
}
