import { termTree, type Lock, type Likeness, type TermTree } from '@vielfalt/feed';
import { findGaps, type Gap } from '../../insight/gaps.js';
import { insightTexts } from '../../languages/words.js';
import type { PageContext } from '../context.js';
import { html, type HtmlContent, type Html } from '../html.js';
import { entryLabel, partsLabel, insightSource } from '../insight/labels.js';
import { sayReason } from '../similar.js';
import type { MakePart } from './part.js';

/** How many gaps are named. */
const MOST = 6;
/** How many who could offer it are named of each. */
const MOST_NAMED = 3;
/** What a gap can be held to. */
const LOCKS = ['place', 'topic', 'audience'] as const;

/**
 * What towns lack although most others have it, each with those who could offer it: providers with
 * that topic or for that audience nearby. What is missing in languages or times has no such answer,
 * and stays with insight. Under a lock that gaps cannot be held to, none is named.
 */
export const missingOffers: MakePart = async ({ request: { query, lock } }, context) => {
  if (Object.keys(lock).some((name) => !LOCKS.some((known) => known === name))) return undefined;
  const { texts, view } = context;
  const tree = termTree(view.terms);
  const { gaps } = await findGaps(insightSource(context));
  const shown = gaps
    .filter(({ parts }) => parts.topic ?? parts.audience)
    .filter((gap) => isInside(gap, query, tree) && isInside(gap, lock, tree))
    .slice(0, MOST);
  const words = { context, texts: insightTexts(context.language) };
  const entries = await Promise.all(
    shown.map(
      async (gap) =>
        html`<li>
          <strong>${entryLabel('place', gap.town, words)}</strong>: ${partsLabel(gap.parts, words)}
          ${await whoCould(gap, lock, context)}
        </li>`,
    ),
  );
  const isLocked = Object.keys(lock).length > 0;
  return {
    id: 'missing',
    heading: texts.professionals.missing,
    body: html`${
      entries.length > 0
        ? html`<ol class="gaps">
            ${entries}
          </ol>`
        : html`<p>${words.texts.gaps.nothing}</p>`
    }
    ${
      !isLocked &&
      html`<p class="further">
        <a href="${context.href('/insight', 'table=gaps')}">${texts.shell.insight}</a>
      </p>`
    }`,
  };
};

/** Whether a gap is about what is asked for: of each list its own term, or one below another. */
function isInside({ town, parts }: Gap, asked: Lock, tree: TermTree): boolean {
  const found = { place: town, topic: parts.topic, audience: parts.audience };
  return LOCKS.every((list) => {
    const ids = asked[list]?.map((id) => tree.current(list, id));
    const id = found[list];
    return !ids || (id !== undefined && tree.lineage(list, id).some((each) => ids.includes(each)));
  });
}

async function whoCould(
  { town, parts: { topic, audience } }: Gap,
  lock: Lock,
  context: PageContext,
): Promise<HtmlContent> {
  const { href, language, site, texts, view } = context;
  const { lat, lng } = view.terms.place[town] ?? {};
  const wanted: Likeness = {
    topics: topic === undefined ? [] : [topic],
    audiences: audience === undefined ? [] : [audience],
    points: lat === undefined || lng === undefined ? [] : [{ lat, lng }],
    anyTopic: true,
  };
  const found = await site.answers.similar(wanted, lock, language);
  const lines = found.slice(0, MOST_NAMED).flatMap(({ card, reason }): Html[] => {
    const provider = site.reference.providers[card.provider];
    return provider
      ? [
          html`<li>
            <a href="${href(`/providers/${provider.slug}`)}"><bdi>${provider.name}</bdi></a>
            <span class="muted">${sayReason(reason, context)}</span>
          </li>`,
        ]
      : [];
  });
  return (
    lines.length > 0 &&
    html`<p class="who muted">${texts.professionals.who}</p>
      <ul>
        ${lines}
      </ul>`
  );
}
