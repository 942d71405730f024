import type { Link, LinkTrouble } from '../store/papers.js';
import { webAddress, type PoliteWeb, type WebAnswer } from './polite-web.js';

const MOST_REDIRECTS = 10;

/** What an address answers, without the day. */
export type LinkAnswer = Pick<Link, 'state' | 'trouble' | 'code' | 'to' | 'hasMoved'>;

/** Troubles that visitors do not have: the website speaks to browsers alone. */
const FOR_PROGRAMS: ReadonlySet<LinkTrouble> = new Set(['refused', 'robots']);

/**
 * Asks an address, and where it leads.
 * @throws AskLaterError; what the web's signal ended it with
 */
export async function askLink(web: Pick<PoliteWeb, 'ask'>, start: URL): Promise<LinkAnswer> {
  let url = start;
  /** Where it has moved to for good: up to the first redirect that may change. */
  let moved = start;
  let isForGood = true;
  for (let redirects = 0; ; redirects++) {
    const answer = await web.ask(url);
    const next = 'location' in answer ? webAddress(answer.location ?? '', url) : undefined;
    if (!next) {
      const hasMoved = moved.href !== start.href;
      const to = hasMoved ? moved : url;
      return {
        ...verdict(answer),
        ...(to.href !== start.href && { to: to.href }),
        ...(hasMoved && { hasMoved }),
      };
    }
    if (redirects === MOST_REDIRECTS) return { state: 'failing', trouble: 'loop' };
    isForGood &&= 'status' in answer && (answer.status === 301 || answer.status === 308);
    if (isForGood) moved = next;
    url = next;
  }
}

function verdict(answer: WebAnswer): Pick<LinkAnswer, 'state' | 'trouble' | 'code'> {
  if ('trouble' in answer) {
    return { state: FOR_PROGRAMS.has(answer.trouble) ? 'unclear' : 'failing', ...answer };
  }
  const { status } = answer;
  if (status >= 200 && status < 300) return { state: 'alive' };
  const code = String(status);
  if (status === 404 || status === 410) return { state: 'failing', trouble: 'gone', code };
  // Some say 999 to programs.
  if (status >= 500 && status < 600) return { state: 'failing', trouble: 'server', code };
  return { state: 'unclear', trouble: 'refused', code };
}
