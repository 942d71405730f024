import { toPublicNetwork } from '@vielfalt/feed';
import type { Site } from '../answers/site.js';
import { pageUrl } from '../formats/entry.js';
import { printMeetings } from '../formats/ical/calendar.js';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { disposition } from './formats.js';
import { address } from './links.js';
import { NETWORK_LOCKS, networkFor, translation } from './networks.js';
import { GONE, textContent } from './operation.js';
import { readAllowed } from './request.js';
import { dataRoute } from './route.js';

/**
 * `GET /networks/{slug}.ics`: a network's meetings.
 * @throws Problem 404 where it is unknown, outside the lock or without dates, 410 where it has gone
 */
async function networkCalendar(
  site: Site,
  parameters: URLSearchParams,
  name: string,
): Promise<Reply> {
  const { query, lock } = readAllowed(['lang', ...NETWORK_LOCKS], parameters, site);
  const { network: found } = await networkFor(site, name, lock);
  const network = toPublicNetwork(found);
  if (!network.schedule?.times?.length) {
    throw new Problem(404, `The network "${found.name}" has no dates that a calendar could hold.`);
  }
  const source = { site, view: site.reference.view(query.lang) };
  const texts = translation(site, found, query.lang).translation?.texts;
  const path = `/networks/${found.slug}`;
  const self = address(site, `${path}.ics`, { query: { lang: query.lang }, lock });
  const entry = {
    network,
    name: texts?.name ?? network.name,
    about: [texts?.aim ?? network.aim, texts?.schedule ?? network.schedule.text],
    url: pageUrl(source, path),
  };
  return {
    body: [...printMeetings(source, entry, site.baseUrl && self)].join(''),
    type: 'text/calendar; charset=utf-8',
    lifetime: 'data',
    headers: {
      'Content-Disposition': disposition(true, `${found.slug}.ics`),
      'Content-Language': source.view.lang,
    },
  };
}

export const networkCalendarRoute = dataRoute('/networks/:name.ics', networkCalendar, {
  summary: "One network's meetings as a calendar (iCalendar, RFC 5545)",
  operation: {
    id: 'networkCalendar',
    tag: 'networks',
    description: 'The meetings of one network, for calendars to subscribe to.',
    parameters: ['lang', ...NETWORK_LOCKS],
    name: 'Slug of the network.',
    answer: textContent('text/calendar'),
    problems: { 404: 'It is unknown, outside the lock or has no dates.', 410: GONE[410] },
  },
});
