import { safeLink, type PublicNetwork } from '@vielfalt/feed';
import type { FormatContext } from '../entry.js';
import { contactOf, eventsOf, propertyLines, type Zone } from './event.js';
import { icalText } from './lines.js';

/** A network in the requested language, as its calendar tells of it. */
export interface MeetingEntry {
  network: PublicNetwork;
  name: string;
  /** What is said of it, each a paragraph. */
  about: readonly (string | undefined)[];
  /** The network's page. */
  url: string;
}

/** A network's meetings as events. */
export function meetingLines(entry: MeetingEntry, source: FormatContext, zone: Zone): string[] {
  const { network, name, about, url } = entry;
  const { site, view } = source;
  const labels = (network.topics ?? []).flatMap((id) => view.terms.topic[id]?.label ?? []);
  return eventsOf(network, source, zone, () =>
    propertyLines(
      {
        SUMMARY: icalText(name),
        DESCRIPTION: icalText([...about, url].filter(Boolean).join('\n\n')),
        URL: URL.canParse(url) && safeLink(url),
        CATEGORIES: labels.map(icalText).join(','),
        CONTACT: icalText(contactOf(network.contact ?? {})),
      },
      network.changed ?? site.date,
    ),
  );
}
