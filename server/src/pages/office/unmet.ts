import { fill, longDate, plural } from '@vielfalt/feed/wording';
import { upkeepTexts } from '../../languages/words.js';
import { unmetWords } from '../../upkeep/unmet-searches.js';
import { html } from '../../text/html.js';
import { fineButton } from './about.js';
import { foundSection } from './found.js';

/** Words that were looked for on five days or more, and that the directory has nothing for. */
export const unmet = foundSection({
  id: 'unmet',
  title: (_, language) => upkeepTexts(language).unmet.title,
  about: (_, language) => upkeepTexts(language).unmet.about,
  isQuiet: true,
  async items(office) {
    const { context, sources } = office;
    const { days: words } = upkeepTexts(context.language).unmet;
    const { tag } = context.texts;
    const found = await unmetWords(sources.store, context.site.answers);
    const days = (count: number, last: string) =>
      fill(plural(tag, words, count), { date: longDate(last, tag) });
    return found.map((each) => ({
      id: each.word,
      heading: html`<bdi>${each.word}</bdi>`,
      body: html`<p class="muted">${days(each.days, each.last)}</p>`,
      buttons: [fineButton(office)],
    }));
  },
});
