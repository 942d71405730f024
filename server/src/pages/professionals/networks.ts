import type { NetworkHead } from '@vielfalt/feed';
import { networkLine, networkName } from '@vielfalt/feed/presentation';
import { findNetworksAhead } from '../../resources/professionals/networks.js';
import type { PageContext } from '../context.js';
import { html, type Html } from '../../text/html.js';
import { spoken } from '../offer-view.js';
import { changedQuery, inPageLanguage, lockQuery } from '../page-request.js';
import type { MakePart } from './part.js';

/** Networks, the next to meet first. */
export const networksAhead: MakePart = async (requested, context) => {
  const found = await findNetworksAhead(context.site, inPageLanguage(requested.request, context));
  const { href, texts } = context;
  return (
    found && {
      id: 'networks',
      heading: texts.professionals.networks,
      body:
        found.total > 0
          ? html`<ul class="plain lines" role="list">
                ${found.networks.map((head) => html`<li>${line(head, lockQuery(requested), context)}</li>`)}
              </ul>
              <p class="further">
                <a href="${href('/networks', changedQuery(requested, {}))}"
                  >${texts.networkPages.picture}</a
                >
              </p>`
          : html`<p>${texts.professionals.noNetworks}</p>`,
    }
  );
};

function line(head: NetworkHead, locked: string, context: PageContext): Html {
  const { directory, href, site, texts } = context;
  const name = networkName(head, directory);
  return html`<a href="${href(`/networks/${head.slug}`, locked)}"
      >${name && spoken(name, context)}</a
    >
    <span class="muted">${networkLine(head, head.next, site.date, texts)}</span>`;
}
