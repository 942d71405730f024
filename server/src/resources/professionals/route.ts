import { WITHIN, type ProfessionalsAnswer } from '@vielfalt/feed';
import type { Site } from '../../answers/site.js';
import type { Reply } from '../../http/reply.js';
import { mentionedTerms } from '../mentioned.js';
import { jsonContent, LOCK_PARAMETERS } from '../operation.js';
import { readAllowed } from '../request.js';
import { dataRoute } from '../route.js';
import { findMissing } from './missing.js';
import { findNetworksAhead } from './networks.js';
import { findForProfessionals, findNewest, findPractices } from './offers.js';

/** The parts of a professionals' answer. */
type Parts = Omit<ProfessionalsAnswer, 'directory' | 'providers' | 'terms'>;

const ASKED = ['topic', 'place', 'lang'];

/**
 * `GET /v1/professionals`: what the page `/professionals` shows those who help, for a town or a topic
 * and inside a lock.
 */
async function professionals(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const { reference, date } = site;
  const request = readAllowed([...ASKED, WITHIN], parameters, site);
  const [missing, networks, practice, offers, newest] = await Promise.all([
    findMissing(site, request),
    findNetworksAhead(site, request),
    findPractices(site, request),
    findForProfessionals(site, request),
    findNewest(site, request),
  ]);
  const parts: Parts = {
    ...(missing && { missing }),
    ...(networks && { networks }),
    ...(practice && { practice }),
    ...(offers && { offers }),
    newest,
  };
  const body: ProfessionalsAnswer = {
    directory: reference.head(date),
    ...parts,
    ...mentioned(site, parts, request.query.lang),
  };
  return { body, lifetime: 'data' };
}

/** The providers and terms that the parts mention. */
function mentioned(
  { reference }: Site,
  { missing, networks, practice, offers, newest }: Parts,
  lang: string | undefined,
): Pick<ProfessionalsAnswer, 'providers' | 'terms'> {
  const gaps = missing?.gaps ?? [];
  const heads = networks?.networks ?? [];
  const cards = [practice, offers, newest].flatMap((found) => found?.offers ?? []);
  const reasons = gaps.flatMap(({ could }) => could.map(({ reason }) => reason));
  const providers = [
    ...cards.map(({ provider }) => provider),
    ...gaps.flatMap(({ could }) => could.map(({ provider }) => provider)),
    ...heads.flatMap(({ coordinator }) =>
      coordinator && 'provider' in coordinator ? coordinator.provider : [],
    ),
  ];
  const values = (ids: readonly (string | undefined)[]) =>
    ids.flatMap((value) => (value === undefined ? [] : { value, count: 0 }));
  return {
    providers: reference.providers.some(providers),
    terms: mentionedTerms(reference.view(lang), cards, {
      topic: values([
        ...gaps.map(({ topic }) => topic),
        ...reasons.flatMap(({ topics }) => topics),
        ...heads.flatMap(({ topics = [] }) => topics),
      ]),
      audience: values([
        ...gaps.map(({ audience }) => audience),
        ...reasons.flatMap(({ audiences }) => audiences),
      ]),
      place: values([
        ...gaps.map(({ place }) => place),
        ...heads.flatMap(({ places = [] }) => places),
      ]),
    }),
  };
}

export const professionalsRoute = dataRoute('/v1/professionals', professionals, {
  summary: 'For professionals: what is missing, networks, offers, the newest',
  operation: {
    id: 'listForProfessionals',
    tag: 'insight',
    description:
      'What the page `/professionals` shows, for a town or a topic: what is missing and who could offer it, networks with their next meetings, good practices, offers for professionals, the newest. A part that the lock leaves no honest answer to is absent.',
    parameters: [...ASKED, ...LOCK_PARAMETERS],
    answer: jsonContent('professionals-answer'),
  },
});
