import { takeBack } from '../../desk/changes.js';
import { writeDeed } from '../../desk/deeds.js';
import { around, html } from '../../text/html.js';
import { aboutOffer, dayOf } from './about.js';
import { fieldLabel, fieldWords } from './field-words.js';
import { valuePart } from './proposals.js';
import type { OfficeSection } from './section.js';
import { CHANGES_PATH } from './shell.js';

/** Accepted changes that the table does not say yet, with a way to take them back. */
export const changes: OfficeSection = {
  id: 'changes',
  title: (words) => words.changes.title,
  about: (words) => words.changes.about,
  link: ({ context, words }) =>
    html`<a href="${context.href(CHANGES_PATH)}">${words.changes.download} (XLSX)</a>`,
  isQuiet: true,
  async items(office) {
    const { context, words, sources } = office;
    const papers = [...(await sources.store.papers('amendment'))];
    papers.sort(([, a], [, b]) => b.at.localeCompare(a.at));
    const found = await context.site.answers.offers(papers.map(([, { offer }]) => offer));
    const offers = new Map(found.map((offer) => [offer.id, offer]));
    return papers.flatMap(([id, { offer: of, field, before, after, at, by }]) => {
      const offer = offers.get(of);
      if (!offer) return [];
      const { trusted, by: accepted } = words.changes;
      const told = (by === 'trust' ? trusted : accepted).replace('{date}', dayOf(at, context));
      return {
        id,
        heading: aboutOffer(offer, office),
        body: [
          html`<p class="muted">
            ${fieldLabel(field, context)} ·
            ${around(told, 'name', html`<bdi dir="ltr">${by}</bdi>`)}
          </p>`,
          html`<dl class="compared">
            ${valuePart(words.proposals.before, fieldWords(offer, field, before, context))}
            ${valuePart(words.proposals.after, fieldWords(offer, field, after, context), 'new')}
          </dl>`,
        ],
        buttons: [{ value: 'take-back', label: words.changes.takeBack }],
      };
    });
  },
  async act({ item }, { sources, keeper, now }) {
    const { store } = sources;
    const amendment = (await store.papers('amendment', [item])).get(item);
    if (!amendment) return 'late';
    const { offer, field } = amendment;
    const { outcome } = await takeBack(store, { offer, field, now });
    if (outcome !== 'done') return 'late';
    await writeDeed(store, { keeper, what: 'take-back', subject: item }, now);
    return 'done';
  },
};
