import type { Network } from '@vielfalt/feed';
import { fill, longDate } from '@vielfalt/feed/wording';
import { aboutRecord } from '../../checks/finding.js';
import type { Inspected } from '../../checks/inspected.js';
import { isDead, movedTo, namedLinks, type NamedLink } from '../../checks/named-links.js';
import { upkeepTexts } from '../../languages/words.js';
import type { Link } from '../../store/papers.js';
import { around, html, type Html, type HtmlContent } from '../../text/html.js';
import { aboutOffer, aboutProvider, fineButton, inTable } from './about.js';
import { foundSection, inspectedFor } from './found.js';
import type { Office, OfficeItem } from './section.js';

/** Links that failed on two days, whenever `vielfalt check --links` asked them. */
export const deadLinks = foundSection({
  id: 'dead-links',
  title: (_, language) => upkeepTexts(language).deadLinks.title,
  about: (_, language) => upkeepTexts(language).deadLinks.about,
  items: (office) => linkItems(office, (link) => isDead(link) && troubleOf(link, office)),
});

/** Links that lead elsewhere for good; visitors still arrive. */
export const movedLinks = foundSection({
  id: 'moved-links',
  title: (_, language) => upkeepTexts(language).movedLinks.title,
  about: (_, language) => upkeepTexts(language).movedLinks.about,
  isQuiet: true,
  items: (office) =>
    linkItems(office, (link, { value }) => {
      const to = movedTo(link, value);
      return to !== undefined && leadsTo(to, office);
    }),
});

/** The links that `about` says something of, each once, with all records that name it. */
async function linkItems(
  office: Office,
  about: (link: Link, named: NamedLink) => HtmlContent,
): Promise<OfficeItem[]> {
  const links = await office.sources.store.papers('link');
  if (links.size === 0) return [];
  const inspected = await inspectedFor(office);
  const found = new Map<string, { said: HtmlContent; named: NamedLink[] }>();
  for (const named of namedLinks(inspected)) {
    const link = links.get(named.address);
    const said = link && about(link, named);
    if (!said) continue;
    const before = found.get(named.address);
    if (before) before.named.push(named);
    else found.set(named.address, { said, named: [named] });
  }
  const whose = recordsOf(inspected, office);
  return [...found].map(([address, { said, named }]) => ({
    id: address,
    heading: webAddress(address),
    body: [said, whose(named)],
    buttons: [fineButton(office)],
  }));
}

function troubleOf({ trouble, since, to }: Link, office: Office): HtmlContent {
  const { deadLinks: words } = upkeepTexts(office.context.language);
  const troubles: Readonly<Record<string, string>> = words.troubles;
  const date = longDate(since, office.context.texts.tag);
  return [
    html`<p>${fill(words.since, { date, trouble: troubles[trouble ?? ''] ?? '' })}</p>`,
    to !== undefined && leadsTo(to, office),
  ];
}

function leadsTo(to: string, { context }: Office): Html {
  const { leads } = upkeepTexts(context.language).deadLinks;
  return html`<p>${around(leads, 'address', webAddress(to))}</p>`;
}

function webAddress(address: string): Html {
  return html`<a href="${address}" rel="noreferrer"><bdi dir="ltr">${address}</bdi></a>`;
}

/** Shows the records that name a link, each once, and where they are written. */
function recordsOf({ offers, providers, networks }: Inspected, office: Office) {
  const { context } = office;
  const aboutNetwork = ({ name, slug }: Network) =>
    html`<a href="${context.href(`/networks/${slug}`)}"><bdi>${name}</bdi></a>`;
  const shown = new Map<string, Html>([
    ...offers.map((offer) => [keyOf(aboutRecord(offer)), aboutOffer(offer, office)] as const),
    ...providers.map((each) => [keyOf(aboutRecord(each)), aboutProvider(each, office)] as const),
    ...networks.map((network) => [keyOf(aboutRecord(network)), aboutNetwork(network)] as const),
  ]);
  return (named: readonly NamedLink[]): Html[] => {
    const records = new Map(named.map((each) => [keyOf(each), each]));
    return [...records].map(
      ([key, each]) =>
        html`<p>${shown.get(key) ?? each.title}</p>
          ${each.source !== '' && inTable(each, office)}`,
    );
  };
}

function keyOf({ source, record, title }: Pick<NamedLink, 'source' | 'record' | 'title'>): string {
  return JSON.stringify([source, record, title]);
}
