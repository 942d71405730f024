import { fixture, fixtureCleanup } from '@open-wc/testing-helpers';
import { html } from 'lit';
import type { ProviderAnswer } from '@vielfalt/feed';
import { define } from '../../widget/src/define.js';
import type { VielfaltProviderCard } from '../../widget/src/provider-card/provider-card.js';
import { accessible } from './accessible.js';
import { equal, ok } from './assert.js';
import { PROVIDER, card, context, directory, terms } from './cards.js';
import { holds, plain } from './words.js';

define();

const FEED = 'https://feed.example/';
const trueFetch = globalThis.fetch;

const ANSWER: ProviderAnswer = {
  directory,
  provider: {
    id: PROVIDER,
    slug: 'haus-am-park',
    source: 'office',
    name: 'Haus am Park e. V.',
    kind: 'Begegnungsstätte',
    description: 'Ein Haus für alle.\n\n- Treff\n- Beratung',
    address: { street: 'Parkstraße 7', postalCode: '58453', town: 'witten' },
    contact: { phone: '030 23125-123', email: 'haus@example.org' },
    web: 'https://www.example.org/haus',
    networks: ['Netzwerk Ankommen'],
    logo: '/files/haus.png',
    checked: { on: '2026-06-03', by: 'Amt für Integration' },
  },
  offers: 1,
  terms,
};

const OFFERS = {
  directory,
  total: 1,
  offers: [card()],
  providers: context().providers,
  terms,
  facets: {},
  links: { self: '/v1/offers' },
};

function answer(provider: () => unknown): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url.pathname + url.search);
    const body = url.pathname.startsWith('/v1/providers/') ? provider() : OFFERS;
    return new Response(JSON.stringify(body ?? {}), {
      status: body ? 200 : 404,
      headers: { 'content-type': 'application/json' },
    });
  };
  return asked;
}

/** Until the card shows its provider, or says why it does not. */
async function settled(element: VielfaltProviderCard) {
  const done = () => element.shadowRoot?.querySelector('article, [role=alert]');
  for (let turn = 0; turn < 4 || !done(); turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
}

async function shown(
  attribute = 'haus-am-park',
  lang = 'de',
): Promise<{ element: VielfaltProviderCard; text: () => string }> {
  const element = await fixture<VielfaltProviderCard>(
    html`<vielfalt-provider-card lang=${lang} provider=${attribute} feed=${FEED} heading-level="2">
      <a href="https://example.org/">Zum Anbieter</a>
    </vielfalt-provider-card>`,
  );
  await settled(element);
  return {
    element,
    text: () => plain(element.shadowRoot?.querySelector<HTMLElement>('.root')),
  };
}

afterEach(() => {
  fixtureCleanup();
  globalThis.fetch = trueFetch;
});

describe('<vielfalt-provider-card>', () => {
  it('says who it is and how to reach it', async () => {
    const asked = answer(() => ANSWER);
    const { element, text } = await shown();
    equal(asked[0], '/v1/providers/haus-am-park?lang=de');
    for (const part of [
      'Begegnungsstätte',
      'Haus am Park e. V.',
      'Ein Haus für alle.',
      'Parkstraße 7',
      '58453 Witten',
      '030 23125-123',
      'Netzwerk Ankommen',
      'Geprüft am 3. Juni 2026',
    ]) {
      holds(text(), part);
    }
    equal(element.shadowRoot?.querySelector('img')?.src, `${FEED}files/haus.png`);
    equal(element.shadowRoot?.querySelector('[role=heading]')?.ariaLevel, '2');
  });

  it('names its networks and who else is in them', async () => {
    const others = [
      { name: 'Kita Sonne' },
      { provider: { id: PROVIDER, slug: 'bildungswerk', name: 'Bildungswerk' } },
    ];
    const network = { id: PROVIDER, slug: 'runder-tisch', name: 'Runder Tisch Ankommen', others };
    answer(() => ({ ...ANSWER, networks: [network] }));
    const { element, text } = await shown();
    holds(text(), 'Runder Tisch Ankommen Mit dabei: Kita Sonne, Bildungswerk');
    holds(text(), 'Netzwerk Ankommen');
    const links = [...(element.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href);
    ok(links.includes(`${FEED}networks/runder-tisch`), links.join(' '));
    ok(links.includes(`${FEED}providers/bildungswerk`), links.join(' '));
    await accessible(element);
  });

  it('shows its offers, and those alone', async () => {
    const asked = answer(() => ANSWER);
    const { element } = await shown();
    const list = element.shadowRoot?.querySelector('vielfalt-offer-list');
    ok(list, 'there is no list');
    await settled(element);
    holds(
      asked.find((path) => path.startsWith('/v1/offers')) ?? '',
      'within.provider=haus-am-park',
    );
    equal(list.getAttribute('heading-level'), '3');
  });

  it('keeps its offers apart from the directory around it', async () => {
    const asked = answer(() => ANSWER);
    const directoryAround = await fixture<HTMLElement>(
      html`<vielfalt-directory lang="de" feed=${FEED} topic="language">
        <vielfalt-provider-card provider="haus-am-park" feed=${FEED}></vielfalt-provider-card>
      </vielfalt-directory>`,
    );
    const element = directoryAround.querySelector('vielfalt-provider-card');
    ok(element, 'there is no card');
    await settled(element);
    await settled(element);
    ok(
      asked.some((path) => /within\.provider=haus-am-park/.test(path)),
      asked.join(' '),
    );
  });

  it('marks what is not in the language of the page', async () => {
    answer(() => ANSWER);
    const langs = async (lang: string) => {
      const { element } = await shown('haus-am-park', lang);
      const own = element.shadowRoot?.querySelectorAll('.head .muted, .prose') ?? [];
      return [...own].map((each) => each.getAttribute('lang'));
    };
    equal(await langs('uk'), ['de', 'de']);
    equal(await langs('de'), [null, null]);
  });

  it('shows no list where there are no offers', async () => {
    answer(() => ({ ...ANSWER, offers: 0 }));
    const { element } = await shown();
    equal(element.shadowRoot?.querySelector('vielfalt-offer-list'), null);
  });

  it('says nothing of an address on request but the town', async () => {
    const address = { town: 'witten', street: 'Geheimweg 1', visibility: 'on-request' };
    answer(() => ({ ...ANSWER, provider: { ...ANSWER.provider, address } }));
    const { text } = await shown();
    holds(text(), 'Witten Adresse auf Anfrage');
    equal(text().includes('Geheimweg'), false);
  });

  it('says so where it cannot be had, keeps what is inside and tries again', async () => {
    let there = false;
    answer(() => (there ? ANSWER : undefined));
    const { element, text } = await shown();
    holds(text(), 'Diesen Anbieter gibt es hier nicht oder nicht mehr.');
    equal(element.querySelector('a')?.checkVisibility(), true);
    there = true;
    element.shadowRoot?.querySelector('button')?.click();
    await settled(element);
    holds(text(), 'Haus am Park e. V.');
  });

  it('has no faults that axe-core knows', async () => {
    answer(() => ANSWER);
    const { element } = await shown();
    await settled(element);
    await accessible(element);
  });
});
