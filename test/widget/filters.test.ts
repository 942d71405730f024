import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import type { VielfaltFilters } from '../../widget/src/filters/filters.js';
import type { VielfaltOfferList } from '../../widget/src/offer-list/offer-list.js';
import { accessible } from './accessible.js';
import { equal, match, ok } from './assert.js';
import { FakeFeed } from './fake-feed.js';
import { FiltersHarness } from './filters-harness.js';
import { all } from './harness.js';
import { ListHarness } from './list-harness.js';
import { mount, unmount } from './mount.js';

describe('<vielfalt-filters>', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
  });

  async function page(lock: { topic?: string; place?: string; free?: boolean } = {}) {
    const element = mount(html`
      <vielfalt-filters for="offers"></vielfalt-filters>
      <vielfalt-offer-list
        id="offers"
        feed=${feed.address}
        topic=${lock.topic ?? ''}
        place=${lock.place ?? ''}
        ?free=${lock.free}
      ></vielfalt-offer-list>
    `);
    const filters = new FiltersHarness(element.querySelector<VielfaltFilters>('vielfalt-filters')!);
    const list = new ListHarness<VielfaltOfferList>(element.querySelector('vielfalt-offer-list')!);
    await list.results();
    await filters.ready();
    return { filters, list };
  }

  async function untouched(lock: { topic?: string; place?: string } = {}) {
    const element = mount(html`
      <vielfalt-filters
        feed=${feed.address}
        topic=${lock.topic ?? ''}
        place=${lock.place ?? ''}
      ></vielfalt-filters>
    `);
    const filters = new FiltersHarness(element.querySelector<VielfaltFilters>('vielfalt-filters')!);
    await filters.until(() => filters.groups().length > 0, 'there is nothing to choose');
    return filters;
  }

  for (const lock of [
    {},
    { topic: 'language' },
    { place: 'witten' },
    { topic: 'language,work', place: 'ennepe-ruhr-kreis' },
  ]) {
    it(`begins with what people look for first inside ${JSON.stringify(lock)}, and nothing moves when the others come`, async () => {
      const filters = await untouched(lock);
      const groups = filters.groups();
      const choices = groups.map((group) => filters.choices(group));
      await filters.ready();
      equal(filters.groups().slice(0, groups.length), groups);
      equal(
        groups.map((group) => filters.choices(group)),
        choices,
      );
      ok(filters.groups().length > groups.length, 'there are no others');
    });
  }

  it('keeps what is done before the others come: a choice, the focus, a press', async () => {
    const filters = await untouched();
    const [box] = all<HTMLInputElement>(filters.root, '[type=checkbox]');
    box!.focus();
    box!.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    box!.click();
    filters.button('Ort').click();
    const { value } = box!;
    await filters.until(() => filters.groups().includes('Alter'), 'the others do not come');
    await filters.until(() => filters.choices('Ort').length === 0, 'the press is forgotten');
    await filters.until(
      () => filters.root.activeElement?.getAttribute('value') === value,
      'the focus is lost',
    );
    await filters.until(() => filters.chosen('Thema').length === 1, 'the choice is forgotten');
  });

  it('narrows the list by what is chosen, and widens it again', async () => {
    const { filters, list } = await page();
    await filters.choose('Ort', 'Witten');
    await list.results();
    equal(list.towns(), ['witten']);
    await filters.choose('Ort', 'Schwelm');
    await list.results();
    equal(list.towns(), ['schwelm', 'witten']);
    await filters.choose('Ort', 'Witten');
    await filters.choose('Ort', 'Schwelm');
    await list.results();
    equal(list.summary(), '45 Angebote gefunden');
  });

  it('joins different groups by and', async () => {
    const { filters, list } = await page();
    await filters.choose('Ort', 'Witten');
    await filters.choose('Gut zu wissen', 'kostenlos');
    await list.results();
    ok(
      list.offers().every(({ cost }) => cost?.free),
      'some offers cost something',
    );
    equal(list.towns(), ['witten']);
  });

  it('shows how many offers each choice would show', async () => {
    const { filters, list } = await page();
    ok(filters.choices('Ort').includes('Witten 9'), filters.choices('Ort').join());
    await filters.choose('Thema', 'Recht und Aufenthalt');
    await list.results();
    const witten = filters.choices('Ort').find((choice) => choice.startsWith('Witten'));
    await filters.choose('Ort', 'Witten');
    await list.results();
    equal(`Witten ${list.offers().length}`, witten);
  });

  it('offers what lies below a value once it is chosen, and puts it in its place', async () => {
    const { filters, list } = await page();
    ok(!filters.choices('Thema').some((each) => each.startsWith('Deutsch sprechen')), 'too early');
    await filters.choose('Thema', 'Deutsch lernen');
    await list.results();
    await filters.choose('Thema', 'Deutsch sprechen und üben');
    await list.results();
    equal(filters.chosen('Thema'), ['Deutsch sprechen und üben']);
    ok(
      list.titles().every((title) => title.startsWith('Sprachcafé')),
      list.titles().join(),
    );
  });

  it('does not offer what the lock has fixed', async () => {
    const { filters } = await page({ place: 'witten', free: true });
    ok(!filters.groups().includes('Ort'), 'the place is fixed');
    await filters.open('Gut zu wissen');
    ok(
      !filters.choices('Gut zu wissen').some((choice) => choice.startsWith('kostenlos')),
      'free is fixed',
    );
  });

  it('offers the values of a lock that has several, and nothing beside them', async () => {
    const { filters } = await page({ place: 'witten,schwelm' });
    equal(
      filters.choices('Ort').map((choice) => choice.replace(/ \d+$/, '')),
      ['Schwelm', 'Witten'],
    );
  });

  it('opens by a button on narrow pages and closes with the focus on it', async () => {
    const { filters } = await page();
    const toggle = filters.find<HTMLButtonElement>('.toggle');
    toggle.click();
    await filters.element.updateComplete;
    equal(toggle.getAttribute('aria-expanded'), 'true');
    filters.find<HTMLButtonElement>('.done button').click();
    await filters.element.updateComplete;
    equal(toggle.getAttribute('aria-expanded'), 'false');
  });

  it('takes an age, and leaves alone what is none', async () => {
    const { filters, list } = await page();
    filters.button('Alter').click();
    await filters.element.updateComplete;
    const age = filters.find<HTMLInputElement>('input[type=number]');
    age.value = '400';
    age.dispatchEvent(new Event('change'));
    equal(list.element.query, {});
    age.value = '34';
    age.dispatchEvent(new Event('change'));
    equal(list.element.query, { age: 34 });
    await list.results();
    equal(list.chips(), ['Alter: 34']);
  });

  it('asks for the place only when told to, and explains where that is forbidden', async () => {
    const { filters } = await page();
    const { geolocation } = navigator;
    let asked = 0;
    const refusing = {
      getCurrentPosition: (_: unknown, failed: PositionErrorCallback) => {
        asked += 1;
        failed({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError);
      },
    };
    Object.defineProperty(navigator, 'geolocation', { value: refusing, configurable: true });
    try {
      equal(asked, 0);
      filters.button('In meiner Nähe').click();
      await filters.element.updateComplete;
      equal(asked, 1);
      match(filters.find('.near').textContent ?? '', /Wählen Sie stattdessen einen Ort/);
    } finally {
      Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true });
    }
  });

  it('is accessible, open and closed', async () => {
    const { filters } = await page();
    await accessible(filters.element);
    for (const group of filters.groups()) {
      const button = filters.button(group);
      if (button.getAttribute('aria-expanded') === 'false') button.click();
    }
    await filters.element.updateComplete;
    await accessible(filters.element);
  });
});
