import { isFree, termTree, toCard, toPublicOffer, type Offer } from '@vielfalt/feed';
import { description, rows } from '@vielfalt/feed/presentation';
import { sayOpenings } from '@vielfalt/feed/wording';
import { formatTexts } from '../../languages/words.js';
import type { AmendableField, FieldValue } from '../../store/papers.js';
import type { PageContext } from '../context.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';
import { offerView, passage } from '../offer-view.js';
import { rowItems } from '../rows.js';

/** The name of a field, as offers' pages have it. */
export function fieldLabel(field: AmendableField, { texts, language }: PageContext): string {
  const { columns } = formatTexts(language).csv;
  const labels: Record<AmendableField, string> = {
    status: columns.status,
    schedule: texts.card.facts.when,
    cost: texts.card.facts.cost,
    registration: texts.details.facts.registration,
    openings: texts.details.facts.openings,
    contact: texts.details.facts.contact,
    description: columns.description,
  };
  return labels[field];
}

/** A value of an offer's field, in the words of the offer's page. */
export function fieldWords(
  offer: Offer,
  field: AmendableField,
  value: FieldValue,
  context: PageContext,
): HtmlContent {
  const { site, texts } = context;
  const unknown = html`<p class="muted">${texts.details.unknown}</p>`;
  if (value === null) return unknown;
  if (field === 'status') return statusWords(value as Offer['status'], context);
  const bare = bareOffer(offer, field, value);
  const tree = termTree(context.view.terms);
  const own = offer.language ?? context.directory.language;
  const card = toCard(bare, { tree, language: own, lang: own, order: 0 });
  const view = offerView(context, card, { offer: toPublicOffer(bare) });
  if (field === 'description') {
    const text = description(view);
    return text ? passage(text, context) : unknown;
  }
  if (field === 'openings') return html`<p>${sayOpenings(bare, site.date, texts)}</p>`;
  const label = fieldLabel(field, context);
  const row = rows(view).find((each) => each.label === label);
  // That it is free, a card says in a badge.
  const free = field === 'cost' && isFree(bare) && html`<p>${texts.card.badges.free}</p>`;
  return [free, row && rowItems(row.items, context)];
}

function statusWords(status: Offer['status'], { texts, language }: PageContext): Html {
  const { paused, ended } = texts.card.badges;
  const words: Record<Offer['status'], string> = {
    published: formatTexts(language).csv.published,
    paused,
    ended,
    retired: ended,
  };
  return html`<p>${words[status]}</p>`;
}

/** An offer that says nothing but one field's value; its names are for the office to see. */
function bareOffer(
  { id, slug, source, record, title, changed, language }: Offer,
  field: AmendableField,
  value: FieldValue,
): Offer {
  const shown = field === 'contact' ? { ...(value as Offer['contact']), namePublic: true } : value;
  return {
    ...{ id, slug, source, record, provider: '', title, changed, status: 'published' },
    ...(language !== undefined && { language }),
    [field]: shown,
  };
}
