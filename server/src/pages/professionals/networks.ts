import type { NetworkHead } from '@vielfalt/feed';
import { longDay, plural } from '@vielfalt/feed/wording';
import { holdsForNetworks, networkHead } from '../../resources/networks.js';
import type { PageContext } from '../context.js';
import { html, joined, type Html } from '../html.js';
import { spoken } from '../offer-view.js';
import { changedQuery, lockQuery } from '../page-request.js';
import type { MakePart } from './part.js';

/** How many networks are named. */
const MOST = 8;

/** Networks, the next to meet first; none under a lock that they cannot be held to. */
export const networksAhead: MakePart = async (requested, context) => {
  const { query, lock } = requested.request;
  if (!holdsForNetworks(lock)) return undefined;
  const { href, site, language, texts } = context;
  const listed = await site.answers.networks(query, lock);
  const heads = listed.map((each) => networkHead(site, each, language));
  // Those of one date, or without any, stay in the order of their names.
  heads.sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) < startOf(b) ? -1 : 1));
  return {
    id: 'networks',
    heading: texts.professionals.networks,
    body:
      heads.length > 0
        ? html`<ul class="plain lines" role="list">
              ${heads.slice(0, MOST).map((head) => html`<li>${line(head, lockQuery(requested), context)}</li>`)}
            </ul>
            <p class="further">
              <a href="${href('/networks', changedQuery(requested, {}))}"
                >${texts.networkPages.picture}</a
              >
            </p>`
        : html`<p>${texts.professionals.noNetworks}</p>`,
  };
};

/** After every date where there is none. */
const startOf = ({ next }: NetworkHead) => next?.start ?? '~';

function line(
  { slug, name, language, translation, next, rhythm, members }: NetworkHead,
  locked: string,
  context: PageContext,
): Html {
  const { directory, href, site, texts } = context;
  const { professionals } = texts;
  const shown = translation?.texts.name;
  const said =
    shown !== undefined && translation
      ? { text: shown, lang: translation.language }
      : { text: name, lang: language ?? directory.language };
  const about = [
    next && `${professionals.next}: ${longDay(next.start, site.date, texts.tag)}`,
    rhythm,
    plural(texts.tag, professionals.members, members),
  ];
  return html`<a href="${href(`/networks/${slug}`, locked)}">${spoken(said, context)}</a>
    <span class="muted">${joined(about, ' · ')}</span>`;
}
