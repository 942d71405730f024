import { fixtureCleanup } from '@open-wc/testing-helpers';
import type { Card, OfferAnswer } from '@vielfalt/feed';
import '../../widget/src/vielfalt.js';
import { FeedClient } from '../../widget/src/store/feed-client.js';
import { accessible } from './accessible.js';
import { equal } from './assert.js';
import { MONDAY, card, context, offerAnswer } from './cards.js';
import { flagOfDirectory } from './flag-of-directory.js';
import { FEED, Shown, answer, restoreFetch } from './shown-card.js';
import { holds, lacks } from './words.js';

describe('good practice, of a directory', () => {
  flagOfDirectory('practice', 'gutes Beispiel');
});

describe('good practice, of a card', () => {
  const PRACTICE: Partial<Card> = {
    practice: { reason: 'Die Nachbarschaft kocht mit.' },
    translation: { language: 'tr', by: 'person', texts: { practiceReason: 'Komşular da var.' } },
  };

  /** The whole offer, as its feed answers it. */
  function whole(): OfferAnswer {
    const { offer, ...rest } = offerAnswer(card(PRACTICE));
    return {
      ...rest,
      offer: {
        ...offer,
        practice: {
          reason: 'Die Nachbarschaft kocht mit.',
          needs: { rooms: 'Eine Küche' },
          since: '2023-09-01',
          ask: { role: 'Fachdienst', phone: '030 23125 118' },
        },
      },
    };
  }

  afterEach(() => {
    fixtureCleanup();
    restoreFetch();
  });

  it('is a badge while it is closed, and nothing else', async () => {
    const asked = answer(whole);
    const shown = await Shown.of(PRACTICE, context(MONDAY, { client: new FeedClient(FEED) }));
    equal(shown.all('.badge'), ['Gutes Beispiel']);
    lacks(shown.text, 'Nachbarschaft');
    equal(asked, []);
  });

  it('is told in full once it is open, in the languages that there are', async () => {
    const asked = answer(whole);
    const around = context(MONDAY, { client: new FeedClient(FEED) });
    const shown = await (await Shown.of(PRACTICE, around, 'tr')).open();
    await shown.settled();
    equal(asked, ['/v1/offers/cafe-vielfalt?lang=tr']);
    holds(shown.text, 'Neden Komşular da var.');
    holds(shown.text, 'Eine Küche');
    holds(shown.text, 'Eylül 2023');
    equal(shown.link('030 23125 118'), 'tel:03023125118');
    const german = [...shown.element.renderRoot.querySelectorAll('.good-practice .prose')];
    equal(
      german.map((each) => each.getAttribute('lang')),
      [null, 'de'],
    );
    const heading = shown.find('.good-practice [role=heading]');
    equal([heading.textContent?.trim(), heading.ariaLevel], ['İyi örnek', '4']);
    await accessible(shown.element);
  });

  it('says why where the rest cannot be had, and lets the visitor try again', async () => {
    answer(() => undefined);
    const around = context(MONDAY, { client: new FeedClient(FEED) });
    const shown = await (await Shown.of(PRACTICE, around)).open();
    await shown.settled();
    holds(shown.text, 'Warum Komşular da var.');
    holds(shown.text, 'Noch einmal versuchen');
  });
});
