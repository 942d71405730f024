/** The parameter that names one offer in a page's fragment. */
const OFFER = 'vielfalt-offer=';

/** A fragment in which all is ours: an offer, choices such as `vielfalt.topic=language`. */
const OWN = /^#((vielfalt-offer|[^=&/?!]+\.[a-z]+)=[^&]*(&|$))+$/;

/** The parts of the page's fragment; undefined where that is the page's own: a jump mark, a route. */
export function ownParts({ hash } = location): string[] | undefined {
  if (hash && !OWN.test(hash)) return undefined;
  return hash.slice(1).split('&').filter(Boolean);
}

/** The end of an offer's address that the page's fragment names; no feed would accept longer ones. */
export function linkedSlug(): string | undefined {
  const written = ownParts()?.find((part) => part.startsWith(OFFER));
  return written && /^[a-z0-9-]{1,500}$/.exec(written.slice(OFFER.length))?.[0];
}

/** The page's fragment with another offer, or with none. What it holds of choices stays. */
export function fragmentWith(slug?: string): string {
  const others = (ownParts() ?? []).filter((part) => !part.startsWith(OFFER));
  const parts = [...(slug === undefined ? [] : [OFFER + slug]), ...others];
  return parts[0] ? `#${parts.join('&')}` : '';
}
