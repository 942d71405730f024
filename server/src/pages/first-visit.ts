import Negotiator from 'negotiator';
import type { Reply } from '../http/reply.js';
import type { Site } from '../resources/request.js';
import { pageLanguages, rootOf } from './context.js';

/** Choices by `Accept-Language`: browsers send a few hundred different ones. */
const choices = new Map<string, string>();
const MOST_CHOICES = 500;
/** No browser sends a longer one. */
const MAX_HEADER = 200;

/**
 * Leads whoever comes to a page whose address names no language to the page in theirs
 * (`Accept-Language`, RFC 9110, 12.5.4), where there is one and it is not the directory's own. From
 * then on the language stands in every address: a choice made there is kept without a cookie.
 * @param address the page's, below the service's root
 */
export function firstVisit(
  accepted: string | undefined,
  address: string,
  { publication, baseUrl }: Site,
): Reply | undefined {
  if (accepted === undefined || accepted.length > MAX_HEADER) return undefined;
  const languages = pageLanguages(publication.state.directory);
  const language = preferred(accepted, languages);
  if (language === languages[0]) return undefined;
  const mark = address.includes('?') ? '&' : '?';
  return {
    status: 302,
    body: '',
    type: 'text/plain',
    headers: {
      Location: `${rootOf(baseUrl)}${address}${mark}lang=${language}`,
      Vary: 'Accept-Encoding, Accept-Language',
    },
  };
}

/** The first of some languages, unless another one is liked better. */
function preferred(accepted: string, languages: string[]): string {
  const key = `${languages.join()} ${accepted}`;
  const known = choices.get(key);
  if (known !== undefined) return known;
  if (choices.size >= MOST_CHOICES) choices.clear();
  const negotiator = new Negotiator({ headers: { 'accept-language': accepted } });
  const chosen = negotiator.language(languages) ?? languages[0] ?? '';
  choices.set(key, chosen);
  return chosen;
}
