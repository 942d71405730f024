import { toPublicNetwork, type PublicNetwork, type ShownMember } from '@vielfalt/feed';
import { contactItems, type RowItem } from '@vielfalt/feed/presentation';
import {
  either,
  isSameLanguage,
  languageName,
  sayTime,
  shortDate,
  timetable,
  type Said,
} from '@vielfalt/feed/wording';
import type { Site } from '../../answers/site.js';
import { jsonLdOfNetwork } from '../../formats/json-ld.js';
import type { Reply } from '../../http/reply.js';
import {
  hasGone,
  meetingsAhead,
  networkInside,
  shownMembers,
  translation,
} from '../../resources/networks.js';
import { breadcrumb } from '../breadcrumb.js';
import { pageContext, type PageContext } from '../context.js';
import { embedCode } from '../embed.js';
import { checkLine } from '../facts.js';
import { goneNetwork } from '../gone.js';
import { html, jsonLd, type HtmlContent, type Html } from '../../text/html.js';
import { missingPage } from '../missing.js';
import { inLanguage, mark, spoken } from '../offer-view.js';
import { renderPage } from '../page.js';
import { isLockBroken, lockQuery } from '../page-request.js';
import { report } from '../report.js';
import { source } from '../source.js';
import { rowList } from '../rows.js';
import { brief, prose } from '../words.js';
import { memberItems, networkName } from './members.js';
import { readNetworkRequest } from './question.js';
import { termLinks } from './table.js';

/** How many meetings are listed; the calendar has all. */
const MOST_MEETINGS = 6;

/** A network with all that its page is drawn from. */
interface NetworkView {
  network: PublicNetwork;
  name: Said;
  aim: Said | undefined;
  schedule: Said | undefined;
  members: ShownMember[];
  context: PageContext;
  /** The address part of the lock. */
  lock: string;
}

/** `GET /networks/{slug}`: what it works for, who belongs to it, when it meets. */
export async function networkPage(
  site: Site,
  parameters: URLSearchParams,
  slug: string,
): Promise<Reply> {
  const context = pageContext(site, parameters);
  const { requested } = readNetworkRequest(parameters, context);
  if (isLockBroken(requested)) return missingPage(site, parameters);
  const { lock } = requested.request;
  const found = await site.answers.network(slug);
  if (found && hasGone(found, lock)) return goneNetwork(site, parameters, found);
  const listed = found && (await networkInside(site, found, lock));
  if (!listed) return missingPage(site, parameters, lockQuery(requested));
  const network = toPublicNetwork(found);
  const shown = { ...found, ...translation(site, found, context.language) };
  const { directory, texts } = context;
  const { aim, schedule } = shown.translation?.texts ?? {};
  const view: NetworkView = {
    network,
    name: networkName(shown, context),
    aim: either(shown, directory, network.aim, aim),
    schedule: either(shown, directory, network.schedule?.text, schedule),
    members: shownMembers(site, listed.members),
    context,
    lock: lockQuery(requested),
  };
  const { name, members } = view;
  const path = `/networks/${network.slug}`;
  const steps = [{ path: '/networks', query: view.lock, label: texts.details.networks }];
  const about = { name: name.text, aim: view.aim?.text, members };
  return renderPage(context, {
    isEmbeddable: true,
    path,
    query: view.lock,
    title: name.text,
    description: brief(`${name.text}: ${view.aim?.text ?? texts.networkPages.name}`),
    type: 'profile',
    steps,
    unlisted: view.lock !== '',
    head: [
      jsonLd(jsonLdOfNetwork({ site, view: context.view }, network, about)),
      hasTimes(network) &&
        html`<link
          rel="alternate"
          type="text/calendar"
          title="${name.text}"
          href="${context.href(`${path}.ics`, view.lock)}"
        />`,
    ],
    body: html`<div class="wide">
      ${breadcrumb(steps, context, view.lock)}
      <article class="offer network">
        ${head(view)}
        <div class="columns">
          <aside>${meetings(view)}</aside>
          <div>${facts(view)} ${end(view)}</div>
        </div>
        ${embedCode(
          texts.networkPages.embed,
          { shown: 'network', options: { network: network.slug } },
          { name: name.text, path, query: '' },
          context,
        )}
      </article>
    </div>`,
  });
}

function hasTimes({ schedule }: PublicNetwork): boolean {
  return Boolean(schedule?.times?.length);
}

function head({ name, aim, context }: NetworkView): Html {
  const { texts, view } = context;
  const said = aim ?? name;
  const origin =
    said.by === 'machine'
      ? texts.card.machine
      : !isSameLanguage(said.lang, context.language) &&
        languageName(said.lang, texts.tag, view.terms);
  return html`<header>
    <p class="kicker">${texts.networkPages.name}</p>
    <h1>${spoken(name, context)}</h1>
    ${aim && html`<div class="prose lead" ${inLanguage(aim.lang, context)}>${prose(aim.text)}</div>`}
    ${origin && html`<p>${mark(origin)}</p>`}
  </header>`;
}

function facts({ network, members, context }: NetworkView): Html {
  const { facets, details, networks: words, networkPages } = context.texts;
  const { topics = [], places = [], contact, web, links = [] } = network;
  const row = (label: string, content: HtmlContent) =>
    html`<div>
      <dt>${label}</dt>
      <dd>${content}</dd>
    </div>`;
  const more: RowItem[] = links.map(({ label: text, url: link }) => ({ link, text }));
  return html`<section aria-labelledby="members">
      <h2 id="members">${words.members}</h2>
      ${
        members.length > 0
          ? html`<ul class="members">
              ${memberItems(members, context)}
            </ul>`
          : html`<p class="muted">${details.unknown}</p>`
      }
    </section>
    ${rowList(
      [
        {
          label: details.facts.contact,
          items: contactItems({ ...contact, ...(web && { web }) }, context.texts),
        },
        { label: details.facts.links, items: more },
      ],
      context,
    )}
    <dl class="rows">
      ${topics.length > 0 && row(facets.topic, termLinks('topic', topics, context))}
      ${row(
        facets.place,
        places.length > 0 ? termLinks('place', places, context) : networkPages.everywhere,
      )}
    </dl>`;
}

function meetings({ network, schedule: said, context, lock }: NetworkView): Html {
  const { site, texts, href } = context;
  const { schedule = {}, slug } = network;
  const next = meetingsAhead(site, network).slice(0, MOST_MEETINGS);
  const lines = timetable(schedule, site.date, texts);
  const isUnknown = next.length === 0 && lines.length === 0 && !said;
  return html`<section class="box" aria-labelledby="meetings">
    <h2 id="meetings">${texts.networks.next}</h2>
    ${schedule.times?.some(({ freq }) => freq) && lines.map((line) => html`<p>${line}</p>`)}
    ${said && html`<div class="prose" ${inLanguage(said.lang, context)}>${prose(said.text)}</div>`}
    ${
      next.length > 0 &&
      html`<ul class="dates plain" role="list">
        ${next.map(
          ({ start, end }) =>
            html`<li>
              <time datetime="${start}">${shortDate(start, site.date, texts.tag)}</time>
              <span class="time">${sayTime({ start, ...(end && { end }) }, site.date, texts)}</span>
            </li>`,
        )}
      </ul>`
    }
    ${isUnknown && html`<p class="muted">${texts.networkPages.noMeeting}</p>`}
    ${
      hasTimes(network) &&
      html`<p><a href="${href(`/networks/${slug}.ics`, lock)}">${texts.networks.calendar}</a></p>`
    }
  </section>`;
}

function end({ network, context, lock }: NetworkView): Html {
  const { texts, directory, href } = context;
  const { name, slug } = network;
  const page = context.absolute(`/networks/${slug}`, '', directory.language);
  return html`<footer class="end">
    ${checkLine(network.checked, context)}
    <p class="muted">
      ${report({ kind: 'network', name, slug, page, origin: network.origin }, context)}
      <a href="${href(`/v1/networks/${slug}`, lock)}">${texts.offer.data} (JSON)</a>
      ${source(network, context)}
    </p>
  </footer>`;
}
