import type { NetworkHead } from '@vielfalt/feed';
import { networkLine, networkName } from '@vielfalt/feed/presentation';
import { findNetworksAhead } from '../../resources/professionals/networks.js';
import type { PageContext } from '../context.js';
import { html, type Html } from '../html.js';
import { spoken } from '../offer-view.js';
import { inPageLanguage } from '../page-request.js';
import type { MakePart } from './part.js';

/** Networks, the next to meet first. */
export const networksAhead: MakePart = async ({ request }, context) => {
  const found = await findNetworksAhead(context.site, inPageLanguage(request, context));
  const { networks, noNetworks } = context.texts.professionals;
  return (
    found && {
      id: 'networks',
      heading: networks,
      body:
        found.total > 0
          ? html`<ul class="plain lines" role="list">
              ${found.networks.map((head) => html`<li>${line(head, context)}</li>`)}
            </ul>`
          : html`<p>${noNetworks}</p>`,
    }
  );
};

function line(head: NetworkHead, context: PageContext): Html {
  const { directory, href, site, texts } = context;
  const name = networkName(head, directory);
  return html`<a href="${href(`/networks/${head.slug}`)}">${name && spoken(name, context)}</a>
    <span class="muted">${networkLine(head, head.next, site.date, texts)}</span>`;
}
