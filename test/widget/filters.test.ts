import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import type { VielfaltFilters } from '../../widget/src/filters/filters.js';
import type { VielfaltOfferList } from '../../widget/src/offer-list/offer-list.js';
import { accessible } from './accessible.js';
import { equal, match, ok } from './assert.js';
import { FakeFeed } from './fake-feed.js';
import { FiltersHarness } from './filters-harness.js';
import { find, text } from './harness.js';
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

  for (const [lock, first] of [
    [{}, 'Thema,Ort,Für wen'],
    [{ topic: 'language' }, 'Thema,Ort,Art des Angebots'],
    [{ place: 'witten' }, 'Thema,Für wen'],
    [{ topic: 'language,work', place: 'ennepe-ruhr-kreis' }, 'Thema,Ort,Art des Angebots'],
  ] as const) {
    it(`shows every group from the start inside ${JSON.stringify(lock)}, and nothing moves when one comes near`, async () => {
      const filters = await untouched(lock);
      const groups = filters.groups();
      match(groups.join(), new RegExp(`^${first},`));
      equal(groups.slice(-3), ['Gut zu wissen', 'Deutschkenntnisse', 'Alter']);
      const places = () => filters.headings().map((each) => each.getBoundingClientRect().top);
      const before = places();
      filters.element.dispatchEvent(new PointerEvent('pointerenter'));
      await filters.until(() => filters.isEquipped, 'the rest does not come');
      equal(filters.groups(), groups);
      equal(places(), before);
      for (const group of groups) await filters.open(group);
    });
  }

  it('opens a group that was pressed before its content had come, and keeps the focus', async () => {
    const filters = await untouched();
    const heading = filters.button('Ort');
    heading.focus();
    heading.click();
    await filters.until(() => filters.choices('Ort').length > 0, 'the press is forgotten');
    equal(filters.root.activeElement, heading);
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
    await filters.open('Ort');
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
    await filters.open('Thema');
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
    await filters.open('Ort');
    equal(
      filters.choices('Ort').map((choice) => choice.replace(/ \d+$/, '')),
      ['Schwelm', 'Witten'],
    );
  });

  it('opens as a sheet on narrow pages, with a way to the offers in sight, and closes with the focus on its button', async () => {
    const { filters, list } = await page();
    // On this wide page the button is there, but hidden.
    filters.element.style.setProperty('--_filters-toggle', 'flex');
    filters.element.style.setProperty('--_filters-panel', 'none');
    const toggle = filters.find<HTMLButtonElement>('.toggle');
    toggle.focus();
    toggle.click();
    await filters.until(
      () => filters.root.querySelector('dialog')?.matches(':modal') ?? false,
      'no sheet',
    );
    equal(toggle.getAttribute('aria-expanded'), 'true');
    await filters.choose('Ort', 'Witten');
    await list.results();
    const dialog = filters.find<HTMLDialogElement>('dialog');
    const done = filters.button('9 Angebote anzeigen');
    const { bottom } = done.getBoundingClientRect();
    ok(bottom <= innerHeight, 'the way to the offers is out of sight');
    equal(text(filters.find('.done [role=status]')), '9 Angebote gefunden');
    await accessible(filters.element);
    done.click();
    await filters.until(() => !dialog.isConnected, 'the sheet stays');
    equal(toggle.getAttribute('aria-expanded'), 'false');
    equal(filters.root.activeElement, toggle);
  });

  /** Twenty languages, the later the more offers. */
  async function manyLanguages() {
    const tags = 'ar,bg,cs,da,el,en,es,fa,fi,fr,hr,hu,it,ja,ku,nl,pl,ro,ru,uk'.split(',');
    feed.fail(async (answer) => {
      const json = (await answer.json()) as { facets?: Record<string, unknown> };
      if (json.facets)
        json.facets.spoken = tags.map((value, index) => ({ value, count: index + 1 }));
      return Response.json(json);
    });
    feed.offersSet = false;
    const { filters } = await page();
    await filters.open('Sprache vor Ort');
    const names = () =>
      filters.choices('Sprache vor Ort').map((choice) => choice.replace(/ \d+$/, ''));
    return { filters, names };
  }

  it('puts what shows most first where there is much, moves nothing while one chooses, and then puts what is chosen first', async () => {
    const { filters, names } = await manyLanguages();
    const first = names();
    equal(first.slice(0, 3), ['Ukrainisch', 'Russisch', 'Rumänisch']);
    equal(first.length, 8);
    await filters.choose('Sprache vor Ort', 'Polnisch');
    await filters.until(() => filters.chosen('Sprache vor Ort').length === 1, 'nothing is chosen');
    equal(names(), first);
    filters.button('Sprache vor Ort').click();
    await filters.element.updateComplete;
    await filters.open('Sprache vor Ort');
    equal(names().slice(0, 2), ['Polnisch', 'Ukrainisch']);
  });

  it('finds a value within a long list', async () => {
    const { filters, names } = await manyLanguages();
    filters.button('12 weitere').click();
    await filters.element.updateComplete;
    equal(names().length, 20);
    const field = filters.find<HTMLInputElement>('.find');
    equal(field.getAttribute('aria-label'), 'In „Sprache vor Ort“ suchen');
    field.value = 'RUM';
    field.dispatchEvent(new Event('input'));
    await filters.element.updateComplete;
    equal(names(), ['Rumänisch']);
    await filters.choose('Sprache vor Ort', 'Rumänisch');
    await filters.until(() => filters.chosen('Sprache vor Ort').length === 1, 'nothing is chosen');
    field.value = 'xyz';
    field.dispatchEvent(new Event('input'));
    await filters.until(
      () => filters.root.textContent?.includes('Nichts gefunden') ?? false,
      'nothing is said',
    );
  });

  it('says what the numbers of "Für wen" and "Ort" count', async () => {
    const { filters } = await page();
    await filters.open('Für wen');
    match(filters.find('.body').textContent ?? '', /Angebote für alle sind mitgezählt/);
  });

  it('takes an age, and leaves alone what is none', async () => {
    const { filters, list } = await page();
    await filters.open('Alter');
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
      await filters.open('Ort');
      filters.button('In meiner Nähe').click();
      await filters.element.updateComplete;
      equal(asked, 1);
      match(filters.find('.near').textContent ?? '', /Wählen Sie stattdessen einen Ort/);
    } finally {
      Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true });
    }
  });

  it('looks around a place that is chosen by name, and leads to what has none', async () => {
    const { filters, list } = await page();
    // This directory has nothing online: another one does.
    feed.fail(async (answer) => {
      const json = (await answer.json()) as { total?: number };
      return Response.json(json.total === 0 ? { ...json, total: 3 } : json);
    });
    await filters.open('Ort');
    const select = filters.find<HTMLSelectElement>('.near select');
    const option = [...select.options].find((each) => each.text.trim() === 'Witten');
    ok(option, 'Witten cannot be chosen');
    select.value = option.value;
    select.dispatchEvent(new Event('change'));
    await list.until(() => list.chips()[0], 'nothing is chosen');
    equal(list.chips(), ['Im Umkreis von 10 km um Witten']);
    await list.until(() => find(list.root, '.nowhere button'), 'nothing leads to what is online');
    const online = list.find<HTMLButtonElement>('.nowhere button');
    equal(text(online), 'Dazu 3 Angebote online');
    online.click();
    await list.until(() => list.chips()[0] === 'online', 'it is not chosen');
  });

  it('is accessible, open and closed', async () => {
    const { filters } = await page();
    await accessible(filters.element);
    for (const group of filters.groups()) await filters.open(group);
    await accessible(filters.element);
  });
});
