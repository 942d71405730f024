import { nameKey, type ShownMember } from '@vielfalt/feed';
import type { PageContext } from '../context.js';
import { html, type HtmlContent, type Html } from '../../text/html.js';
import { layOut, LINE, type PlacedNode } from './layout.js';
import type { ShownNetwork } from './table.js';

/** In units of which a letter has 15: the picture, and where its lines begin and end. */
const WIDTH = 880;
const LINES = { from: 340, to: 540 };
const MARGIN = 8;
/** More members than this are too many to read: then those of several networks are drawn alone. */
const MOST = 40;

interface PictureMember {
  label: string;
  path: string | undefined;
  others: number[];
}

/** Who works with whom, as lines between networks and members; the table says the same. */
export function networkPicture(shown: readonly ShownNetwork[], context: PageContext): HtmlContent {
  const { networkPages: words } = context.texts;
  const all = membersOf(shown);
  const members = all.length > MOST ? all.filter(({ others }) => others.length > 1) : all;
  if (members.length === 0) return undefined;
  return html`<section class="network-picture">
    <h2 id="picture">${words.picture}</h2>
    <p>${words.pictureHint} ${members.length < all.length && words.pictureFew}</p>
    <div class="scroller" role="region" tabindex="0" aria-labelledby="picture">
      ${drawn(shown, members, context)}
    </div>
  </section>`;
}

/** Each member once, with the indices of its networks, in the order in which they come up. */
function membersOf(shown: readonly ShownNetwork[]): PictureMember[] {
  const found = new Map<string, PictureMember>();
  for (const [index, { members }] of shown.entries()) {
    for (const member of members) {
      const key = 'name' in member ? nameKey(member.name) : member.provider.id;
      const known = found.get(key);
      if (known) known.others.push(index);
      else found.set(key, { ...labelOf(member), others: [index] });
    }
  }
  return [...found.values()];
}

function labelOf(member: ShownMember): Pick<PictureMember, 'label' | 'path'> {
  if ('name' in member) return { label: member.name, path: undefined };
  return { label: member.provider.name, path: `/providers/${member.provider.slug}` };
}

function drawn(
  shown: readonly ShownNetwork[],
  members: readonly PictureMember[],
  context: PageContext,
): Html {
  const networks = shown.map(({ name }, index) => ({
    label: name.text,
    others: members.flatMap(({ others }, member) => (others.includes(index) ? member : [])),
  }));
  const layout = layOut(networks, members);
  const places = new Map(layout.members.map(({ index, y }) => [index, y]));
  const isMirrored = context.texts.dir === 'rtl';
  const at = (x: number) => (isMirrored ? WIDTH - x : x);
  const height = layout.height + 2 * MARGIN;
  const line = (from: number, to: number) => {
    const middle = at((LINES.from + LINES.to) / 2);
    const start = `M${at(LINES.from)} ${from + MARGIN}`;
    return `${start}C${middle} ${from + MARGIN} ${middle} ${to + MARGIN} ${at(LINES.to)} ${to + MARGIN}`;
  };
  const label = (node: PlacedNode, column: 'networks' | 'members', path: string | undefined) => {
    const isBefore = column === 'networks';
    const x = isBefore ? at(LINES.from - 12) : at(LINES.to + 12);
    const anchor = isBefore === isMirrored ? 'start' : 'end';
    const first = node.y + MARGIN + 5 - ((node.lines.length - 1) * LINE) / 2;
    const text = html`<text text-anchor="${anchor}">
      ${node.lines.map((each, at) => html`<tspan x="${x}" y="${first + at * LINE}">${each}</tspan> `)}
    </text>`;
    const dot = html`<circle
      cx="${at(isBefore ? LINES.from : LINES.to)}"
      cy="${node.y + MARGIN}"
      r="4"
    />`;
    return html`${path === undefined ? text : html`<a href="${context.href(path)}">${text}</a>`}
    ${dot}`;
  };
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="group" aria-labelledby="picture">
    ${layout.networks.map(
      (node) =>
        html`<g class="drawn-network">
          ${(networks[node.index]?.others ?? []).map(
            (member) => html`<path d="${line(node.y, places.get(member) ?? 0)}" /> `,
          )}
          ${label(node, 'networks', pathOf(shown[node.index]))}
        </g>`,
    )}
    <g class="drawn-members">
      ${layout.members.map((node) => label(node, 'members', members[node.index]?.path))}
    </g>
  </svg>`;
}

function pathOf(network: ShownNetwork | undefined): string | undefined {
  return network && `/networks/${network.head.slug}`;
}
