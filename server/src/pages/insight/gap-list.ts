import { printQuery, type Lock } from '@vielfalt/feed';
import { fill, plural } from '@vielfalt/feed/wording';
import { MOST, type Gap, type Gaps } from '../../insight/gaps.js';
import { Slices } from '../../slices.js';
import { html, joined, type HtmlContent, type Html } from '../../text/html.js';
import { entryLabel, number, partsLabel, percent, type InsightContext } from './labels.js';
import type { ViewName } from './question.js';

/** Gaps, each with a way to who has what is missing. @param most how many to name */
export async function gapList(
  { gaps, towns }: Gaps,
  most: number,
  words: InsightContext,
): Promise<Html> {
  if (gaps.length === 0) return html`<p>${words.texts.gaps.nothing}</p>`;
  const listed = await new Slices().map(
    gaps.slice(0, most),
    (gap) => html`<li>${described(gap, towns, words)}</li>`,
  );
  return html`<ol class="gaps">
    ${listed}
  </ol>`;
}

function described(gap: Gap, towns: number, words: InsightContext): Html {
  const { context, texts } = words;
  const { tag } = context.texts;
  const { others, share, everyone } = texts.gaps;
  const facts: HtmlContent[] = [
    fill(others, { count: number(gap.others, words), all: number(towns - 1, words) }),
    `${share}: ${number(gap.expected, words, 1)}`,
    gap.everyone > 0 &&
      html`<a href="${context.href('/', printQuery(gap.ask))}" rel="nofollow"
        >${plural(tag, everyone, gap.everyone)}</a
      >`,
  ];
  return html`<a href="${context.href('/insight', neighbours(gap))}"
      ><strong>${entryLabel('place', gap.town, words)}</strong>: ${partsLabel(gap.parts, words)}</a
    >
    <span class="muted">${joined(facts, ' · ')}</span>`;
}

/** The table in which the others have what is missing here. */
function neighbours({ parts, ask }: Gap): string {
  const { place: _, ...requested }: Lock = ask;
  const table: ViewName = parts.topic
    ? 'topics'
    : parts.audience
      ? 'audiences'
      : parts.spoken
        ? 'languages'
        : 'times';
  return (table === 'topics' ? '' : `table=${table}&`) + printQuery(requested);
}

/** The rule by which something is missing. */
export function gapRule(words: InsightContext): string {
  return fill(words.texts.gaps.about, { most: percent(MOST, words) });
}
