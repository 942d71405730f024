import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Card, Check, DirectoryHead, PublicOffer } from '@vielfalt/feed';
import {
  badges,
  checkNote,
  contactItems,
  facts,
  originOf,
  practiceRows,
  quickestWay,
  rows,
  titleOf,
  type DetailedOffer,
} from '@vielfalt/feed/presentation';
import { textsFor } from '../../server/src/languages/words.js';

const de = textsFor('de');

const TODAY = '2026-09-07';

const directory: DirectoryHead = {
  title: 'Verzeichnis',
  language: 'de',
  languages: ['de'],
  timeZone: 'Europe/Berlin',
  date: TODAY,
  revision: 1,
  publisher: 'Kreis',
};

const course: Card = {
  id: '6b1f4f0e-8a52-4d7e-9c7b-0d6f2f4d2a11',
  slug: 'deutsch-am-morgen',
  provider: '6b1f4f0e-8a52-4d7e-9c7b-0d6f2f4d2a12',
  title: 'Deutsch am Morgen',
  status: 'published',
  order: 0,
  source: 'office',
};

/** A card as a page presents it: without a time, since pages are kept. */
function presented(card: Partial<Card>, around: Partial<DetailedOffer> = {}): DetailedOffer {
  return {
    card: { ...course, ...card },
    context: {
      directory,
      providers: {
        [course.provider]: {
          id: course.provider,
          slug: 'haus',
          name: 'Haus der Begegnung',
          web: 'https://haus.example/',
        },
      },
      terms: { topic: {}, audience: {}, kind: {}, place: {}, language: {} },
    },
    locale: de,
    language: 'de',
    moment: { date: TODAY },
    next: undefined,
    preference: { language: 'de' },
    ...around,
  };
}

const names = (view: DetailedOffer) => badges(view).map(({ name }) => name);
const headings = (view: DetailedOffer) => rows(view).map(({ label }) => label);

describe('badges', () => {
  const full = { state: 'full', on: '2026-09-01' } as const;

  test('an offer that is paused does not say whether there are places', () => {
    assert.deepEqual(names(presented({ openings: full })), ['openings-full']);
    assert.deepEqual(names(presented({ openings: full, status: 'paused' })), ['paused']);
    assert.ok(headings(presented({ openings: full })).includes('Plätze'));
    assert.ok(!headings(presented({ openings: full, status: 'paused' })).includes('Plätze'));
  });

  test('only what has a clock says that something is going on', () => {
    const next = { start: `${TODAY}T09:00`, end: `${TODAY}T12:00` };
    const moment = { date: TODAY, time: '10:00' };
    assert.deepEqual(badges(presented({}, { next, moment })), [
      { name: 'open', text: 'Jetzt geöffnet, bis 12 Uhr' },
    ]);
    assert.deepEqual(badges(presented({}, { next })), []);
  });
});

describe('the day of a check', () => {
  const note = (checked: Check | undefined, today = TODAY) => checkNote(checked, today, de);

  test('counts for a year of 365 days, wherever it is shown', () => {
    assert.deepEqual(note({ on: '2025-09-07' }), {
      text: 'Geprüft am 7. September 2025',
      by: undefined,
      ask: false,
    });
    assert.equal(note({ on: '2025-09-06' }).ask, '– bitte nachfragen');
    assert.equal(note({ on: '2024-02-01' }, '2025-01-31').ask, false);
    assert.equal(note({ on: '2024-02-01' }, '2025-02-01').ask, '– bitte nachfragen');
  });

  test('that there has been none is said', () => {
    assert.equal(note(undefined).text, 'Noch nicht geprüft – bitte nachfragen');
  });

  test('comes with the office', () => {
    const { text, by } = note({ on: '2026-06-03', by: 'Kreis' });
    assert.deepEqual([text, by], ['Geprüft am 3. Juni 2026 von:', 'Kreis']);
  });
});

describe('facts', () => {
  test('call a day by its name only where there is a clock', () => {
    const next = { start: `${TODAY}T09:00`, end: `${TODAY}T12:00` };
    const moment = { date: TODAY, time: '08:00' };
    const when = (view: DetailedOffer) => facts(view)[0]?.[1];
    assert.deepEqual(when(presented({}, { next, moment })), [
      { strong: 'Heute, ', time: '9–12 Uhr' },
      '',
    ]);
    assert.deepEqual(when(presented({}, { next })), [
      { strong: 'Montag, 7. September, ', time: '9–12 Uhr' },
      '',
    ]);
  });

  test('name a price by what is known of it', () => {
    const cost = (card: Partial<Card>) =>
      facts(presented(card)).find(([label]) => label === 'Kosten')?.[1];
    const text = 'je Baustein';
    assert.deepEqual(cost({ cost: { amount: 60 } }), ['60\u00a0€']);
    assert.deepEqual(cost({ cost: { amount: 60, text } }), [
      '60\u00a0€',
      ' · ',
      { text, lang: 'de' },
    ]);
    assert.equal(cost({ cost: { free: true } }), undefined);
  });
});

describe('rows', () => {
  test('say what nobody knows, where it matters', () => {
    const unknown = { line: [de.details.unknown], kind: 'missing' };
    const found = rows(presented({}));
    for (const label of ['Wann', 'Kosten', 'Anmeldung']) {
      assert.deepEqual(found.find((row) => row.label === label)?.items, [unknown], label);
    }
  });

  test('hide what leads to a place that is told on request', () => {
    const place = { town: 'witten', lat: 51.4, lng: 7.3 };
    const around = presented({ locations: [{ ...place, visibility: 'on-request' }] });
    const mapLink = 'https://map.example/{lat}/{lng}';
    const view = {
      ...around,
      context: { ...around.context, directory: { ...directory, mapLink } },
    };
    const where = () => JSON.stringify(rows(view).find(({ label }) => label === 'Wo'));
    assert.match(where(), /Adresse auf Anfrage/);
    assert.doesNotMatch(where(), /map\.example/);
    view.card = { ...view.card, locations: [place] };
    assert.match(where(), /map\.example\/51\.4\/7\.3/);
  });

  test('name the provider’s website where the offer has none', () => {
    const contact = rows(presented({})).find(({ label }) => label === 'Kontakt');
    assert.deepEqual(contact?.items, [
      {
        icon: 'web',
        way: { label: 'Website', link: 'https://haus.example/', text: 'haus.example' },
      },
    ]);
  });

  test('reach people by what they have made public', () => {
    const person = {
      role: 'Kursbüro',
      name: 'N. N.',
      phone: '02302 / 000 11',
      email: 'a@haus.example',
    };
    assert.deepEqual(contactItems(person, de)[0], { line: ['Kursbüro'], kind: 'name' });
    assert.equal(quickestWay(person, de)?.link, 'tel:0230200011');
    assert.equal(quickestWay({ email: person.email }, de)?.link, 'mailto:a@haus.example');
    assert.equal(quickestWay({}, de), undefined);
  });
});

describe('texts', () => {
  const translation = { language: 'uk', by: 'machine', texts: { title: 'Німецька' } } as const;

  test('say where they are from where that is not plain', () => {
    const view = presented({ translation });
    assert.equal(titleOf(view).text, 'Німецька');
    assert.equal(originOf(titleOf(view), view), 'Maschinell übersetzt');
    const original = presented({ translation }, { preference: { language: 'de', original: true } });
    assert.equal(titleOf(original).text, 'Deutsch am Morgen');
    assert.equal(originOf(titleOf(original), original), undefined);
    assert.equal(originOf(titleOf(original), { ...original, language: 'uk' }), 'Deutsch');
  });
});

describe('good practice', () => {
  const { order: _, ...offer } = course;
  const told: PublicOffer = {
    ...offer,
    practice: {
      reason: 'Die Nachbarschaft kocht mit.',
      needs: { people: 'Zwei Honorarkräfte', rooms: 'Eine Küche' },
      since: '2023-09-01',
      results: 'Zwölf Praktika.',
      ask: { role: 'Fachdienst', phone: '030 23125 118' },
    },
    translations: { uk: { by: 'person', texts: { practiceRooms: 'Кухня' } } },
  };
  const practice = { reason: 'Die Nachbarschaft kocht mit.' };
  const translation = { language: 'uk', by: 'person', texts: { title: 'Кухня' } } as const;

  test('is the last badge, and a quiet one of its own', () => {
    const view = presented({ practice, cost: { free: true } });
    assert.deepEqual(badges(view), [
      { name: 'free', text: 'Kostenlos' },
      { name: 'practice', text: 'Gutes Beispiel' },
    ]);
  });

  test('says why until the offer is at hand, then everything', () => {
    const labels = (view: DetailedOffer) => practiceRows(view).map(({ label }) => label);
    assert.deepEqual(labels(presented({})), []);
    assert.deepEqual(labels(presented({ practice })), ['Warum']);
    const rest = ['Was es braucht', 'Läuft seit', 'Was daraus wurde', 'Wen Sie fragen können'];
    const whole = presented({ practice }, { offer: told });
    assert.deepEqual(labels(whole), ['Warum', ...rest]);
    const said = JSON.stringify(practiceRows(whole));
    for (const part of ['Menschen', 'Eine Küche', 'September 2023', 'tel:03023125118']) {
      assert.ok(said.includes(part), part);
    }
    assert.ok(!said.includes('Geld'));
  });

  test('has each text in the language in which there is one, and names another', () => {
    const view = presented({ practice, translation }, { offer: told, language: 'uk' });
    const texts = JSON.stringify(practiceRows(view)).match(/"said":.*?}(,"origin":"[^"]*")?/g);
    assert.deepEqual(texts?.slice(0, 3), [
      '"said":{"text":"Die Nachbarschaft kocht mit.","lang":"de"},"origin":"Deutsch"',
      '"said":{"text":"Zwei Honorarkräfte","lang":"de"},"origin":"Deutsch"',
      '"said":{"text":"Кухня","lang":"uk","by":"person"}',
    ]);
  });
});
