import type { NetworkHead, ShownMember } from '@vielfalt/feed';
import { either, type Said } from '@vielfalt/feed/wording';
import type { PageContext } from '../context.js';
import { html, type Html } from '../../text/html.js';
import { outward } from '../words.js';

/** A network's name: translated where it has been, else as written. */
export function networkName(
  network: Pick<NetworkHead, 'name' | 'language' | 'translation'>,
  { directory }: PageContext,
): Said {
  const { name, translation } = network;
  return (
    either(network, directory, name, translation?.texts.name) ?? {
      text: name,
      lang: directory.language,
    }
  );
}

/** One that belongs to a network, leading to its page where the directory has one. */
export function memberLink(member: ShownMember, { href }: PageContext): Html {
  if ('name' in member) {
    const name = html`<bdi>${member.name}</bdi>`;
    return member.web === undefined ? name : outward(member.web, name);
  }
  const { slug, name } = member.provider;
  return html`<a href="${href(`/providers/${slug}`)}"><bdi>${name}</bdi></a>`;
}

/** All of them as items of a list; it says who coordinates. */
export function memberItems(members: readonly ShownMember[], context: PageContext): Html[] {
  const { coordinator } = context.texts.networks;
  return members.map(
    (member) =>
      html`<li>
        ${memberLink(member, context)}
        ${member.coordinates && html`<span class="muted">(${coordinator})</span>`}
      </li>`,
  );
}
