import { addDays, occurrences, type Offer, type Schedule } from '@vielfalt/feed';
import { fill, longDate } from '@vielfalt/feed/wording';
import { checkFreshness } from '../../checks/freshness.js';
import { decide, propose } from '../../desk/changes.js';
import { writeDeed } from '../../desk/deeds.js';
import { fieldId } from '../../importing/amend.js';
import { html, type HtmlContent } from '../../text/html.js';
import { aboutOffer, fineButton, inTable } from './about.js';
import { fieldWords } from './field-words.js';
import { foundSection, inspectedFor } from './found.js';
import type { Office, OfficeItem, OfficeOutcome } from './section.js';

/** The time in which a last day is looked for, in days. */
const MOST_DAYS = 3_650;

/** Offers whose last day is over and that are published all the same. */
export const ended = foundSection({
  id: 'ended',
  title: (words) => words.ended.title,
  async items(office) {
    const inspected = await inspectedFor(office);
    const named = new Map(inspected.offers.map((offer) => [keyOf(offer), offer]));
    const found = [...checkFreshness(inspected)].filter(({ kind }) => kind === 'ended');
    return found.flatMap((finding) => {
      const offer = named.get(keyOf(finding));
      return offer ? [itemOf(offer, office)] : [];
    });
  },
  act: ({ item, act }, office) => (act === 'end' ? end(item, office) : Promise.resolve('late')),
});

function keyOf({ source, record }: Pick<Offer, 'source' | 'record'>): string {
  return JSON.stringify([source, record]);
}

function itemOf(offer: Offer, office: Office): OfficeItem {
  return {
    id: offer.id,
    heading: aboutOffer(offer, office),
    body: [scheduleWords(offer, office), inTable(offer, office)],
    buttons: [{ value: 'end', label: office.words.ended.end, isMain: true }, fineButton(office)],
  };
}

/** The times of an offer; where they are all over, pages list none of them, and the last day is said. */
function scheduleWords({ schedule = {}, ...offer }: Offer, { context }: Office): HtmlContent {
  const { site, texts } = context;
  const { text, times, validTo } = schedule;
  const last = validTo === undefined && times && lastDayOf(schedule, site.date);
  if (!last) return fieldWords(offer, 'schedule', schedule, context);
  return [
    html`<p>${fill(texts.card.until, { date: longDate(last, texts.tag) })}</p>`,
    text !== undefined && fieldWords(offer, 'schedule', { text }, context),
  ];
}

/** The last day of an offer that is over; of the last ten years. */
function lastDayOf(schedule: Schedule, today: string): string | undefined {
  const last = occurrences(schedule, undefined, addDays(today, -MOST_DAYS), today).at(-1);
  if (!last) return undefined;
  const { start, end = start } = last;
  const day = end.slice(0, 10);
  // What ends at midnight, or lasts whole days, ends on the day before.
  const isBefore = end > start && (end.length === 10 || end.endsWith('T00:00'));
  return isBefore ? addDays(day, -1) : day;
}

/** The office proposes it, and accepts it: a change as any other, which can be taken back. */
async function end(id: string, office: Office): Promise<OfficeOutcome> {
  const { keeper, now, sources, context } = office;
  const { store } = sources;
  const offer = await context.site.answers.offer(id);
  if (!offer) return 'late';
  const { provider, status } = offer;
  const after = { status: 'ended' } as const;
  const proposed = await propose(store, { offer: id, provider, before: { status }, after }, now);
  if (proposed.outcome !== 'done') return 'late';
  if (proposed.waiting.length > 0) {
    const decision = {
      proposal: proposed.id,
      field: 'status',
      accepted: true,
      by: keeper,
    } as const;
    const { outcome } = await decide(store, { ...decision, now });
    if (outcome !== 'done') return 'late';
  }
  await writeDeed(store, { keeper, what: 'end', subject: fieldId(id, 'status') }, now);
  return 'done';
}
