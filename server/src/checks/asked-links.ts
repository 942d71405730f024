import { isDead, LINK_TROUBLES, movedTo, namedLinks } from './named-links.js';
import type { Link } from '../store/papers.js';
import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';

/** Finds web addresses that failed, or lead elsewhere for good, when they were last asked. */
export function* checkAskedLinks({ links, ...inspected }: Inspected): Generator<Finding> {
  for (const { address, ...named } of namedLinks(inspected)) {
    const link = links.get(address);
    if (!link) continue;
    const to = movedTo(link, named.value);
    if (link.state === 'failing') yield { kind: kindOf(link), ...named, remedy: remedyFor(link) };
    else if (to !== undefined) {
      const remedy = `It leads to ${to} for good. Write that address.`;
      yield { kind: 'moved-link', ...named, remedy };
    }
  }
}

function kindOf(link: Link): Finding['kind'] {
  return isDead(link) ? 'dead-link' : 'failing-link';
}

function remedyFor(link: Link): string {
  const { trouble, code, since, asked } = link;
  const why = `${trouble ? LINK_TROUBLES[trouble] : 'it failed'}${code === undefined ? '' : ` (${code})`}`;
  return isDead(link)
    ? `It failed on ${since} and on ${asked}: ${why}. Correct it, or take it out.`
    : `It failed on ${asked}: ${why}. It will be asked again.`;
}
