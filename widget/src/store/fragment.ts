/** The parameters of a page's fragment that name one offer, and marked ones with commas. */
export const OFFER = 'vielfalt-offer=';
export const SHORTLIST = 'vielfalt-shortlist=';

/** A fragment in which all is ours: offers, choices such as `vielfalt.topic=language`. */
const OWN = /^#((vielfalt-(offer|shortlist)|[^=&/?!]+\.[a-z]+)=[^&]*(&|$))+$/;

/** The parts of the page's fragment; undefined where that is the page's own: a jump mark, a route. */
export function ownParts({ hash } = location): string[] | undefined {
  if (hash && !OWN.test(hash)) return undefined;
  return hash.slice(1).split('&').filter(Boolean);
}

/** What the page's fragment says behind one of the two names; undefined where it lacks it. */
export function linked(name: typeof OFFER | typeof SHORTLIST): string | undefined {
  return ownParts()
    ?.find((part) => part.startsWith(name))
    ?.slice(name.length);
}

/** The end of an offer's address that the page's fragment names; no feed would accept longer ones. */
export function linkedSlug(): string | undefined {
  return /^[a-z0-9-]{1,500}$/.exec(linked(OFFER) ?? '')?.[0];
}

/** The page's fragment with other offers, or with none. What it holds of choices stays. */
export function fragmentWith(part?: string): string {
  const others = (ownParts() ?? []).filter(
    (each) => !each.startsWith(OFFER) && !each.startsWith(SHORTLIST),
  );
  const parts = part === undefined ? others : [part, ...others];
  return parts[0] ? `#${parts.join('&')}` : '';
}
