import { duplicatesIn } from '../../checks/duplicates.js';
import { html } from '../../text/html.js';
import { aboutOffer, fineButton, inTable } from './about.js';
import { foundSection, inspectedFor } from './found.js';

/** Offers that stand there twice, it seems; which of them is to go the table decides. */
export const duplicates = foundSection({
  id: 'duplicates',
  title: (words) => words.duplicates.title,
  about: (words) => words.duplicates.about,
  async items(office) {
    const pairs = [...duplicatesIn(await inspectedFor(office))];
    return pairs.map(([first, second]) => ({
      id: `${first.id} ${second.id}`,
      heading: aboutOffer(second, office),
      body: [
        inTable(second, office),
        html`<p>${aboutOffer(first, office)}</p>`,
        inTable(first, office),
      ],
      buttons: [fineButton(office)],
    }));
  },
});
