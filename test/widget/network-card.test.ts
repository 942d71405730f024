import { fixture, fixtureCleanup } from '@open-wc/testing-helpers';
import { html } from 'lit';
import type { NetworkAnswer } from '@vielfalt/feed';
import { define } from '../../widget/src/define.js';
import type { VielfaltNetworkCard } from '../../widget/src/network-card/network-card.js';
import { accessible } from './accessible.js';
import { equal, ok } from './assert.js';
import { PROVIDER, directory, terms } from './cards.js';
import { holds, lacks, plain } from './words.js';

define();

const FEED = 'https://feed.example/';
const trueFetch = globalThis.fetch;

const ANSWER: NetworkAnswer = {
  directory,
  network: {
    id: '0b2f6a1e-9a53-5c0e-8d86-2f4e1b0c9d22',
    slug: 'runder-tisch',
    source: 'office',
    name: 'Runder Tisch Ankommen',
    aim: 'Familien finden, was sie brauchen.',
    contact: { role: 'Koordination', phone: '030 23125-123' },
    web: 'https://www.example.org/tisch',
    schedule: { times: [{ dtstart: '2099-12-01T17:00', dtend: '2099-12-01T19:00' }] },
    checked: { on: '2026-06-03', by: 'Amt für Integration' },
  },
  members: [
    {
      provider: { id: PROVIDER, slug: 'haus-am-park', name: 'Haus am Park e. V.' },
      coordinates: true,
    },
    { name: 'Kita Sonne', web: 'https://kita.example.org/' },
    { name: 'Schule am Wall' },
  ],
  upcoming: [
    { start: '2020-01-07T17:00', end: '2020-01-07T19:00' },
    { start: '2099-12-01T17:00', end: '2099-12-01T19:00' },
  ],
  rhythm: 'jeden 1. Dienstag im Monat 17–19 Uhr',
  terms,
};

function answer(network: () => unknown): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url.pathname + url.search);
    const body = network();
    return new Response(JSON.stringify(body ?? {}), {
      status: body ? 200 : 410,
      headers: { 'content-type': 'application/json' },
    });
  };
  return asked;
}

/** Until the card shows its network, or says why it does not. */
async function settled(element: VielfaltNetworkCard) {
  const done = () => element.shadowRoot?.querySelector('article, [role=alert]');
  for (let turn = 0; turn < 4 || !done(); turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
}

async function shown(lang = 'de') {
  const element = await fixture<VielfaltNetworkCard>(
    html`<vielfalt-network-card lang=${lang} network="runder-tisch" feed=${FEED} heading-level="2">
      <a href="https://example.org/">Zum Netzwerk</a>
    </vielfalt-network-card>`,
  );
  await settled(element);
  return {
    element,
    text: () => plain(element.shadowRoot?.querySelector<HTMLElement>('.root')),
    links: () => [...(element.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href),
  };
}

afterEach(() => {
  fixtureCleanup();
  globalThis.fetch = trueFetch;
});

describe('<vielfalt-network-card>', () => {
  it('says what it is for, who belongs to it and when it meets', async () => {
    const asked = answer(() => ANSWER);
    const { element, text, links } = await shown();
    equal(asked, ['/v1/networks/runder-tisch?lang=de']);
    for (const part of [
      'Runder Tisch Ankommen',
      'Familien finden, was sie brauchen.',
      'Haus am Park e. V. (Koordination)',
      'Kita Sonne',
      'Schule am Wall',
      'jeden 1. Dienstag im Monat',
      '1. Dez. 2099',
      '17–19 Uhr',
      '030 23125-123',
      'Geprüft am 3. Juni 2026',
    ]) {
      holds(text(), part);
    }
    lacks(text(), '2020');
    equal(element.shadowRoot?.querySelector('[role=heading]')?.ariaLevel, '2');
    for (const link of [
      `${FEED}networks/runder-tisch`,
      `${FEED}providers/haus-am-park`,
      'https://kita.example.org/',
      `${FEED}networks/runder-tisch.ics`,
    ]) {
      ok(links().includes(link), `${link} in ${links().join(' ')}`);
    }
  });

  it('speaks the language of the page, and marks what does not', async () => {
    const texts = { name: 'مائدة مستديرة' };
    answer(() => ({ ...ANSWER, translation: { language: 'ar', by: 'machine', texts } }));
    const { element, text } = await shown('ar');
    holds(text(), 'مائدة مستديرة');
    holds(text(), 'التنسيق');
    equal(element.shadowRoot?.querySelector('#title span')?.getAttribute('lang'), null);
    equal(element.shadowRoot?.querySelector('.prose')?.getAttribute('lang'), 'de');
  });

  it('says so where it cannot be had, keeps what is inside and tries again', async () => {
    let there = false;
    answer(() => (there ? ANSWER : undefined));
    const { element, text } = await shown();
    holds(text(), 'Dieses Netzwerk gibt es hier nicht oder nicht mehr.');
    equal(element.querySelector('a')?.checkVisibility(), true);
    there = true;
    element.shadowRoot?.querySelector('button')?.click();
    await settled(element);
    holds(text(), 'Runder Tisch Ankommen');
  });

  it('has no faults that axe-core knows', async () => {
    answer(() => ANSWER);
    const { element } = await shown();
    await accessible(element);
  });
});
