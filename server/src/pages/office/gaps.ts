import { printQuery } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { findGaps } from '../../insight/gaps.js';
import { partsKey } from '../../insight/tally.js';
import { insightTexts } from '../../languages/words.js';
import { html } from '../../text/html.js';
import { entryLabel, insightSource, number, partsLabel } from '../insight/labels.js';
import { fineButton } from './about.js';
import { foundSection } from './found.js';

/** What towns lack although most others have it. */
export const gaps = foundSection({
  id: 'gaps',
  title: (_, language) => insightTexts(language).views.gaps,
  isQuiet: true,
  async items(office) {
    const { context } = office;
    const words = { context, texts: insightTexts(context.language) };
    const found = await findGaps(insightSource(context));
    return found.gaps.map(({ town, parts, others, ask }) => ({
      id: `${town} ${partsKey(parts)}`,
      heading: html`<a href="${context.href('/insight', `table=gaps&${printQuery(ask)}`)}"
        >${entryLabel('place', town, words)}: ${partsLabel(parts, words)}</a
      >`,
      body: html`<p class="muted">
        ${fill(words.texts.gaps.others, {
          count: number(others, words),
          all: number(found.towns - 1, words),
        })}
      </p>`,
      buttons: [fineButton(office)],
    }));
  },
});
