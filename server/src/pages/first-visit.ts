import Negotiator from 'negotiator';
import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { nearestLanguage, pageLanguages } from './context.js';

/** Choices by `Accept-Language`: browsers send a few hundred different ones. */
const choices = new Map<string, string>();
const MOST_CHOICES = 500;
/** No browser sends a longer one. */
const MAX_HEADER = 200;

/**
 * Leads whoever comes to a page whose address names no language to the page in theirs
 * (`Accept-Language`, RFC 9110, 12.5.4), where there is one and it is not the directory's own. From
 * then on the language stands in every address: a choice made there is kept without a cookie.
 * @param asked what the page's address asks for
 */
export function firstVisit(
  accepted: string | undefined,
  requested: URLSearchParams,
  site: Site,
): Reply | undefined {
  const language = likedLanguage(accepted, site);
  if (language === pageLanguages(site.reference.directory)[0]) return undefined;
  const query = new URLSearchParams(requested);
  query.set('lang', language);
  return {
    status: 302,
    body: '',
    type: 'text/plain',
    headers: {
      // The same path, whatever a proxy has put before it, and nobody else's address (RFC 3986, 5.2.2).
      Location: `?${query.toString()}`,
      Vary: 'Accept-Encoding, Accept-Language',
    },
  };
}

/** The language of the directory's pages that somebody likes best; its own where they say nothing. */
export function likedLanguage(accepted: string | undefined, { reference }: Site): string {
  const languages = pageLanguages(reference.directory);
  return accepted === undefined || accepted.length > MAX_HEADER
    ? (languages[0] ?? '')
    : preferred(accepted, languages);
}

/**
 * The first of some languages, unless another one is liked better: of equal weights, the one that
 * stands first, and its language in place of a region before the next wish (RFC 4647, 3.4).
 */
function preferred(accepted: string, languages: string[]): string {
  const key = `${languages.join()} ${accepted}`;
  const known = choices.get(key);
  if (known !== undefined) return known;
  if (choices.size >= MOST_CHOICES) choices.clear();
  const negotiator = new Negotiator({ headers: { 'accept-language': accepted } });
  const liked = (wish: string) =>
    wish === '*' ? negotiator.language(languages) : nearestLanguage(wish, languages);
  const wishes = negotiator.languages().map(liked);
  const chosen = wishes.find((language) => language !== undefined) ?? languages[0] ?? '';
  choices.set(key, chosen);
  return chosen;
}
