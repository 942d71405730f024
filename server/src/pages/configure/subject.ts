import { printQuery, type Lock } from '@vielfalt/feed';
import { titleOf } from '@vielfalt/feed/presentation';
import { fill } from '@vielfalt/feed/wording';
import { translation } from '../../resources/networks.js';
import { activeFilters } from '../chosen.js';
import type { PageContext } from '../context.js';
import { labelOf } from '../labels.js';
import { networkName } from '../networks/members.js';
import { offerView } from '../offer-view.js';
import { isRecord, recordOf, type EmbedChoice } from './choice.js';

/** What a choice shows, as the directory's own pages have it. */
export interface EmbedSubject {
  /** Its name: the words of a link, and a frame's title. */
  name: string;
  /** The address of the page about the same, below the service's root. */
  path: string;
  query: string;
  /** Whether the directory has it. */
  isThere: boolean;
}

/** Finds what a choice shows; undefined where it is a record and none is chosen yet. */
export async function subjectOf(
  choice: EmbedChoice,
  context: PageContext,
): Promise<EmbedSubject | undefined> {
  if (!isRecord(choice)) return listSubject(choice.lock, context);
  const slug = recordOf(choice);
  if (slug === undefined) return undefined;
  const name = await recordName(choice.shown, slug, context);
  const path = `/${choice.shown}s/${slug}`;
  return { name: name ?? slug, path, query: '', isThere: name !== undefined };
}

/** The directory, or what a lock leaves of it. */
export function listSubject(lock: Lock, context: PageContext): EmbedSubject {
  const { directory, texts } = context;
  const { topicAbout, placeAbout, offers } = texts.listing;
  const chosen = activeFilters({ request: { query: lock, lock: {} }, problems: [] }, context);
  const { topic, place } = lock;
  const isOne = chosen.length === 1;
  const labels = chosen.map(({ label }) => label).join(texts.card.comma);
  const name =
    isOne && place?.[0]
      ? fill(placeAbout, { name: labelOf('place', place[0], context) })
      : isOne && topic?.[0]
        ? fill(topicAbout, { name: labelOf('topic', topic[0], context) })
        : labels
          ? `${offers}: ${labels}`
          : directory.title;
  return { name, path: '/', query: printQuery(lock), isThere: true };
}

/** A record's name in the page's language; undefined where there is none, or not any more. */
async function recordName(
  shown: EmbedChoice['shown'],
  slug: string,
  context: PageContext,
): Promise<string | undefined> {
  const { site, language } = context;
  if (shown === 'provider') return site.reference.providers.named(slug)?.name;
  if (shown === 'network') {
    const found = await site.answers.network(slug);
    if (!found || found.status === 'retired') return undefined;
    return networkName({ ...found, ...translation(site, found, language) }, context).text;
  }
  const offer = await site.answers.offer(slug);
  const card = offer && (await site.answers.card(offer.id, {}, language));
  return card && titleOf(offerView(context, card)).text;
}
