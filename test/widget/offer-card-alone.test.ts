import { fixture, fixtureCleanup } from '@open-wc/testing-helpers';
import { html } from 'lit';
import type { VielfaltOfferCard } from '../../widget/src/offer-card/offer-card.js';
import { equal } from './assert.js';
import { card, offerAnswer } from './cards.js';
import { FEED, Shown, answer, restoreFetch } from './shown-card.js';
import { holds } from './words.js';

afterEach(() => {
  fixtureCleanup();
  restoreFetch();
});

describe('<vielfalt-offer-card> alone', () => {
  const alone = async (more = '') =>
    new Shown(
      await fixture<VielfaltOfferCard>(
        html`<vielfalt-offer-card lang="de" offer="cafe-vielfalt" feed=${FEED + more}>
          <a href="https://example.org/">Zum Angebot</a>
        </vielfalt-offer-card>`,
      ),
    );
  const fallback = ({ element }: Shown) => element.querySelector('a')?.checkVisibility();

  it('fetches its offer', async () => {
    const asked = answer(() => offerAnswer(card()));
    const shown = await alone();
    await shown.there('#title');
    equal(asked, ['/v1/offers/cafe-vielfalt?lang=de']);
    equal(shown.all('#title'), ['Café Vielfalt']);
    await shown.open();
    equal(shown.link('Link zu'), `${FEED}offers/cafe-vielfalt`);
    equal(fallback(shown), false);
  });

  it('shows what is inside it until then', async () => {
    globalThis.fetch = () => new Promise<Response>(() => {});
    equal(fallback(await alone()), true);
  });

  it('says so where the offer has gone, keeps what is inside and tries again', async () => {
    let there = false;
    answer(() => (there ? offerAnswer(card()) : undefined));
    const shown = await alone();
    await shown.there('[role=alert]');
    holds(shown.text, 'Dieses Angebot gibt es hier nicht oder nicht mehr.');
    equal(fallback(shown), true);
    there = true;
    shown.find('button').click();
    await shown.there('#title');
    equal(shown.all('#title'), ['Café Vielfalt']);
  });

  it('says so where its feed is none', async () => {
    const shown = new Shown(
      await fixture<VielfaltOfferCard>(
        html`<vielfalt-offer-card
          lang="de"
          offer="x"
          feed="ftp://example.org"
        ></vielfalt-offer-card>`,
      ),
    );
    await shown.there('[role=alert]');
    holds(shown.text, 'Das Angebot konnte nicht geladen werden.');
  });
});
