import type { Offer } from '@vielfalt/feed';
import { checkFreshness } from '../../checks/freshness.js';
import { decide, propose } from '../../desk/changes.js';
import { writeDeed } from '../../desk/deeds.js';
import { fieldId } from '../../importing/amend.js';
import { aboutOffer, fineButton, inTable } from './about.js';
import { fieldWords } from './field-words.js';
import { foundSection, inspectedFor } from './found.js';
import type { Office, OfficeItem, OfficeOutcome } from './section.js';

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
    body: [
      fieldWords(offer, 'schedule', offer.schedule ?? null, office.context),
      inTable(offer, office),
    ],
    buttons: [{ value: 'end', label: office.words.ended.end, isMain: true }, fineButton(office)],
  };
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
