import { createHash } from 'node:crypto';
import type { Offer } from '@vielfalt/feed';
import { decide, waitingFields } from '../../desk/changes.js';
import { writeDeed } from '../../desk/deeds.js';
import { fieldId, isSaidBy, valueOf } from '../../importing/amend.js';
import type { AmendableField, FieldValue, Proposal } from '../../store/papers.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';
import { prose } from '../words.js';
import { aboutOffer, dayOf } from './about.js';
import { actButton, headingId } from './buttons.js';
import { fieldLabel, fieldWords } from './field-words.js';
import type { Office, OfficeAct, OfficeItem, OfficeOutcome, OfficeSection } from './section.js';
import { trustLink } from './trust.js';

/** What providers would change: field by field, or all at once. */
export const proposals: OfficeSection = {
  id: 'proposals',
  title: (words) => words.proposals.title,
  async items(office) {
    const waiting = [...(await office.sources.store.papers('proposal'))]
      .filter(([, proposal]) => waitingFields(proposal).length > 0)
      .sort(([, a], [, b]) => a.at.localeCompare(b.at));
    const { answers } = office.context.site;
    const ids = [...new Set(waiting.map(([, { offer }]) => offer))];
    const offers = new Map((await answers.offers(ids)).map((offer) => [offer.id, offer]));
    // Those of one offer stand together, where its first one does.
    const sorted = ids.flatMap((id) => waiting.filter(([, { offer }]) => offer === id));
    return sorted.map(([id, proposal]) => itemOf(id, proposal, offers.get(proposal.offer), office));
  },
  act: decideAll,
};

function itemOf(
  id: string,
  proposal: Proposal,
  offer: Offer | undefined,
  office: Office,
): OfficeItem {
  const { context, words } = office;
  const { proposals: texts } = words;
  const isGone = !offer || offer.status === 'retired';
  if (isGone) {
    return {
      id,
      heading: offer ? aboutOffer(offer, office) : texts.gone,
      body: html`<p>${texts.gone}</p>`,
      buttons: [{ value: 'decline', label: texts.decline }],
    };
  }
  const fields = waitingFields(proposal);
  return {
    id,
    heading: aboutOffer(offer, office),
    body: [
      html`<p class="muted">
        ${dayOf(proposal.at, context)} · ${trustLink(proposal.provider, office)}
      </p>`,
      proposal.note !== undefined &&
        html`<p class="muted">${texts.note}</p>
          <div class="prose" dir="auto">${prose(proposal.note)}</div>`,
      fields.map((field) =>
        fieldPart(id, { proposal, offer, field, isOne: fields.length === 1 }, office),
      ),
    ],
    buttons: [
      {
        value: 'accept',
        label: fields.length > 1 ? texts.acceptAll : texts.accept,
        isMain: true,
      },
      { value: 'decline', label: fields.length > 1 ? texts.declineAll : texts.decline },
    ],
  };
}

interface FieldPart {
  proposal: Proposal;
  offer: Offer;
  field: AmendableField;
  isOne: boolean;
}

function fieldPart(id: string, { proposal, offer, field, isOne }: FieldPart, office: Office): Html {
  const { context, words } = office;
  const { proposals: texts } = words;
  const label = `${field}-${id}`;
  const about = [label, headingId('proposals', id)];
  const before = proposal.before[field] ?? null;
  const current = valueOf(offer, field);
  const hasChanged = !isSaidBy(before, current);
  const said = (value: FieldValue) => fieldWords(offer, field, value, context);
  return html`<div class="compared">
    <h4 id="${label}">${fieldLabel(field, context)}</h4>
    <dl>
      ${valuePart(texts.before, said(before))}
      ${hasChanged && valuePart(texts.current, said(current), 'care')}
      ${valuePart(texts.after, said(proposal.after[field] ?? null), 'new')}
    </dl>
    ${hasChanged && html`<input type="hidden" name="seen-${field}" value="${printOf(current)}" />`}
    ${
      !isOne &&
      html`<p class="acts">
        ${actButton({ value: `accept ${field}`, label: texts.accept }, about)}
        ${actButton({ value: `decline ${field}`, label: texts.decline }, about)}
      </p>`
    }
  </div>`;
}

/** One value of several that are compared. */
export function valuePart(label: string, value: HtmlContent, name = ''): Html {
  return html`<div class="${name}">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A short name of a value, by which a form says which one its keeper has seen. */
function printOf(value: FieldValue): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

async function decideAll({ item, act, form }: OfficeAct, office: Office): Promise<OfficeOutcome> {
  const { keeper: by, now, sources, context } = office;
  const { store } = sources;
  const [what = '', only] = act.split(' ');
  const proposal = (await store.papers('proposal', [item])).get(item);
  if (!proposal || (what !== 'accept' && what !== 'decline')) return 'late';
  const fields = waitingFields(proposal).filter((field) => !only || field === only);
  const offer = await context.site.answers.offer(proposal.offer);
  let isLate = fields.length === 0;
  for (const field of fields) {
    const current = offer && valueOf(offer, field);
    const isSeen = current !== undefined && form.get(`seen-${field}`) === printOf(current);
    const accepted = what === 'accept';
    const { outcome } = await decide(store, {
      ...{ proposal: item, field, accepted, by, now },
      ...(isSeen && { seen: current }),
    });
    if (outcome === 'done') {
      await writeDeed(store, { keeper: by, what, subject: fieldId(proposal.offer, field) }, now);
    } else isLate = true;
  }
  return isLate ? 'late' : 'done';
}
