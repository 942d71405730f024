import { html, nothing, type TemplateResult } from 'lit';
import {
  isAhead,
  localTime,
  PROFESSIONALS,
  type Card,
  type FirstOffers,
  type ShownGap,
  type NetworkHead,
  type ProfessionalsAnswer,
  type Query,
  type Request,
} from '@vielfalt/feed';
import {
  changedOn,
  gapName,
  networkLine,
  networkName,
  sayReason,
} from '@vielfalt/feed/presentation';
import { either, type Said } from '@vielfalt/feed/wording';
import type { Locale } from '../locales/locale.js';
import type { withProfessionals } from '../locales/professionals.js';
import { spoken } from '../offer-card/summary.js';
import type { FeedClient } from '../store/feed-client.js';
import { networkPage } from '../store/networks.js';
import { offerAddress } from '../store/offer-address.js';
import { gapsPage } from '../store/professionals.js';
import { providerPage } from '../store/records.js';

/** Everything that the sections are drawn from. */
export interface SectionView {
  answer: ProfessionalsAnswer;
  /** What was asked for. */
  request: Request;
  locale: ReturnType<typeof withProfessionals>;
  client: FeedClient;
  /** Milliseconds since the epoch. */
  now: number;
}

/** One thing to know for those who help: a heading that opens it, and what is in it. */
export interface Section {
  id: string;
  heading: string;
  /** What may make it worth opening: how many there are, or a day. */
  note: string;
  body: unknown;
}

type MakeSection = (view: SectionView) => Section | undefined;

const missing: MakeSection = (view) => {
  const { answer, request, locale, client } = view;
  const { missing: heading, nothingMissing } = locale.professionals;
  const found = answer.missing;
  if (!found) return undefined;
  // The page about all of it knows no lock.
  const hasMore = found.total > found.gaps.length && Object.keys(request.lock).length === 0;
  return {
    id: 'missing',
    heading,
    note: count(found.total, view),
    body: found.gaps[0]
      ? html`<ul class="entries plain" role="list">
            ${found.gaps.map((each) => html`<li>${gap(each, view)}</li>`)}
          </ul>
          ${hasMore ? all(gapsPage(client), view) : nothing}`
      : html`<p>${nothingMissing}</p>`,
  };
};

function gap(each: ShownGap, { answer, locale, client }: SectionView): TemplateResult {
  const { providers, terms } = answer;
  return html`<p>
      <strong>${terms.place[each.place]?.label ?? each.place}</strong>: ${gapName(each, terms)}
    </p>
    ${
      each.could[0]
        ? html`<p class="muted">${locale.professionals.who}</p>
            <ul class="plain" role="list">
              ${each.could.map(({ provider, reason }) => {
                const head = providers[provider];
                return head
                  ? html`<li>
                      <a href=${providerPage(client, head.slug)}><bdi>${head.name}</bdi></a>
                      <span class="muted">${sayReason(reason, terms, locale)}</span>
                    </li>`
                  : nothing;
              })}
            </ul>`
        : nothing
    }`;
}

const networks: MakeSection = (view) => {
  const { networks: heading, noNetworks } = view.locale.professionals;
  const found = view.answer.networks;
  return (
    found && {
      id: 'networks',
      heading,
      note: count(found.total, view),
      body: found.networks[0]
        ? lines(found.networks, (each) => network(each, view))
        : html`<p>${noNetworks}</p>`,
    }
  );
};

function network(head: NetworkHead, { answer, locale, client, now }: SectionView): TemplateResult {
  const { directory } = answer;
  const moment = localTime(now, directory.timeZone);
  const next = head.next && isAhead(head.next, moment) ? head.next : undefined;
  return html`${link(networkPage(client, head.slug), networkName(head, directory), locale)}
    <span class="muted">${networkLine(head, next, moment.date, locale)}</span>`;
}

const practice: MakeSection = (view) => {
  const { answer, client, locale, request } = view;
  const found = answer.practice;
  if (!found) return undefined;
  const reason = (card: Card) =>
    either(card, answer.directory, card.practice?.reason, card.translation?.texts.practiceReason);
  const { place, topic } = request.query;
  const query: Query = { ...(topic && { topic }), ...(place && { place }), practice: true };
  return {
    id: 'practice',
    heading: locale.professionals.practice,
    note: count(found.total, view),
    body: html`${offerLines(found, reason, view)}
    ${found.total > found.offers.length ? all(client.page(query, request.lock), view) : nothing}`,
  };
};

const offers: MakeSection = (view) => {
  const { answer, client, request } = view;
  const { offers: heading } = view.locale.professionals;
  const found = answer.offers;
  if (!found) return undefined;
  const kind = ({ kind: id = '' }: Card) => answer.terms.kind[id]?.label;
  const { place, topic } = request.query;
  const query = { ...(topic && { topic }), ...(place && { place }), audience: [PROFESSIONALS] };
  const hasMore = found.total > found.offers.length;
  return {
    id: 'offers',
    heading,
    note: count(found.total, view),
    body: html`${offerLines(found, kind, view)}
    ${hasMore ? all(client.page(query, request.lock), view) : nothing}`,
  };
};

const newest: MakeSection = (view) => {
  const { newest: found, directory } = view.answer;
  const { professionals, tag } = view.locale;
  const day = ({ changed }: Card) => changed && changedOn(changed, directory.timeZone, tag);
  const [first] = found.offers;
  return {
    id: 'newest',
    heading: professionals.newest,
    note: (first && day(first)) ?? count(found.total, view),
    body: offerLines(found, day, view),
  };
};

/** In the order in which they are shown. */
const SECTIONS: readonly MakeSection[] = [missing, networks, practice, offers, newest];

/** The sections that there is an answer to. */
export function sectionsOf(view: SectionView): Section[] {
  return SECTIONS.flatMap((make) => make(view) ?? []);
}

function count(total: number, { locale }: SectionView): string {
  return total.toLocaleString(locale.tag);
}

function all(address: string, { locale }: SectionView): TemplateResult {
  return html`<p><a href=${address}>${locale.professionals.all}</a></p>`;
}

/** The name of something, in its own language, with a link to it. */
function link(address: string, name: Said | undefined, locale: Locale): TemplateResult {
  return html`<a href=${address}>${name && spoken(name, { locale, context: {} })}</a>`;
}

function lines<Item>(items: readonly Item[], line: (item: Item) => TemplateResult) {
  return html`<ul class="entries plain" role="list">
    ${items.map((item) => html`<li>${line(item)}</li>`)}
  </ul>`;
}

/** Offers in a line each: title, provider, and something more. */
function offerLines(
  { offers: cards }: FirstOffers,
  more: (card: Card) => string | Said | undefined,
  { answer, locale, client }: SectionView,
): TemplateResult {
  const { directory, providers } = answer;
  if (!cards[0]) return html`<p>${locale.professionals.nothing}</p>`;
  return lines(cards, (card) => {
    const name = providers[card.provider]?.name;
    const last = more(card);
    const title = either(card, directory, card.title, card.translation?.texts.title);
    return html`${link(offerAddress(client, card.slug), title, locale)}
      <span class="muted"
        >${name ? html`<bdi>${name}</bdi>` : nothing}${name && last ? ' · ' : ''}${typeof last === 'object' ? spoken(last, { locale, context: {} }) : last}</span
      >`;
  });
}
