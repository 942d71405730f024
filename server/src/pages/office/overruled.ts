import { dismissOverruled } from '../../desk/changes.js';
import { writeDeed } from '../../desk/deeds.js';
import { html } from '../../text/html.js';
import { aboutOffer, dayOf, inTable } from './about.js';
import { fieldLabel, fieldWords } from './field-words.js';
import { valuePart } from './proposals.js';
import type { OfficeSection } from './section.js';

/** Accepted changes that an import has ended, since the table says a third thing. */
export const overruled: OfficeSection = {
  id: 'overruled',
  title: (words) => words.overruled.title,
  about: (words) => words.overruled.about,
  async items(office) {
    const { context, words, sources } = office;
    const papers = [...(await sources.store.papers('overruled'))];
    const found = await context.site.answers.offers(papers.map(([, { offer }]) => offer));
    const offers = new Map(found.map((offer) => [offer.id, offer]));
    return papers.map(([id, { offer: of, field, before, after, imported, on }]) => {
      const offer = offers.get(of);
      const said = (value: typeof after) => offer && fieldWords(offer, field, value, context);
      return {
        id,
        heading: offer ? aboutOffer(offer, office) : words.proposals.gone,
        body: [
          html`<p class="muted">${fieldLabel(field, context)} · ${dayOf(on, context)}</p>`,
          html`<dl class="compared">
            ${valuePart(words.proposals.before, said(before))}
            ${valuePart(words.proposals.after, said(after))}
            ${valuePart(words.overruled.table, said(imported), 'care')}
          </dl>`,
          offer && inTable(offer, office),
        ],
        buttons: [{ value: 'settle', label: words.settle, isMain: true }],
      };
    });
  },
  async act({ item }, { sources, keeper, now }) {
    const { store } = sources;
    if (!(await store.papers('overruled', [item])).has(item)) return 'late';
    await dismissOverruled(store, item);
    await writeDeed(store, { keeper, what: 'settle', subject: item }, now);
    return 'done';
  },
};
