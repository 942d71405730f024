import { addDays, occurrences, type Card } from '@vielfalt/feed';
import { rows, type Row } from '@vielfalt/feed/presentation';
import type { AmendableField, FieldValues } from '../../store/papers.js';
import { offerView, type OfferView } from '../offer-view.js';
import { brief } from '../words.js';
import type { OwnOffer, ProviderVisit } from './provider-visit.js';

/** The days ahead of which dates are named. */
const AHEAD = 42;

/** The heading of a field. */
export function fieldLabel(
  field: AmendableField,
  { words, context: { texts } }: ProviderVisit,
): string {
  if (field === 'status' || field === 'description') return words.fields[field];
  if (field === 'schedule') return texts.card.facts.when;
  return field === 'cost' ? texts.card.facts.cost : texts.details.facts[field];
}

/** Facts that a provider can judge at a glance: when, where, at what price, how to get in touch. */
export function factRows({ view }: OwnOffer): Row[] {
  const { card, details } = view.locale;
  const { registration, openings, contact } = details.facts;
  const { when, where } = card.facts;
  const shown: string[] = [when, where, card.facts.cost, registration, openings, contact];
  return rows(view).filter(({ label }) => shown.includes(label));
}

/** What values of some fields come to, each with the heading of its field. */
export function valueRows(own: OwnOffer, values: FieldValues, visited: ProviderVisit): Row[] {
  const fields = Object.keys(values) as AmendableField[];
  const wished = wishedView(own, values, visited);
  const all = rows(wished);
  return fields.map((field) => {
    const label = fieldLabel(field, visited);
    const row = values[field] === null ? undefined : all.find((each) => each.label === label);
    return row ?? { label, items: [{ line: [plainly(field, values, visited)] }] };
  });
}

/** The offer as it would be with other values; its translations say what was. */
function wishedView(
  { view, offer }: OwnOffer,
  { status: _, ...values }: FieldValues,
  { site, context }: ProviderVisit,
): OfferView {
  const { schedule = offer.schedule } = values;
  const { calendar } = context.directory;
  const upcoming = schedule
    ? occurrences(schedule, calendar, site.date, addDays(site.date, AHEAD))
    : [];
  const { translation: __, rhythm: ___, ...card } = view.card;
  return offerView(context, { ...card, ...values, status: 'published', upcoming } as Card);
}

/** A value that has no row among the facts of an offer. */
function plainly(
  field: AmendableField,
  { status, cost, openings, description }: FieldValues,
  { words, context }: ProviderVisit,
): string {
  const { badges } = context.texts.card;
  if (field === 'status' && (status === 'paused' || status === 'ended')) return badges[status];
  if (field === 'status') return words.change.yes;
  if (field === 'cost' && cost?.free) return badges.free;
  if (field === 'openings' && openings) return badges[`openings-${openings.state}`];
  if (field === 'description' && description) return brief(description);
  return words.change.unsaid;
}
