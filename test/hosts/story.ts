import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedBetween } from './feed-between.js';
import {
  appearance,
  assertNoStrangers,
  assertNothingKept,
  assertSame,
  assertStill,
  type Appearance,
} from './measures.js';
import type { HostPage } from './pages.js';
import { run, type View, type Window } from './window.js';

/** As somebody types it who means a German course. */
const MISSPELT = 'Deutschkrus';
const TOPIC = 'language';

/** Where a visitor is. */
export interface Place {
  window: Window;
  page: HostPage;
  /** The address of the page. */
  address: string;
  feed: FeedBetween;
  /** Where the feed itself is: links lead there. */
  feedUrl: string;
  /** How long something is waited for, in milliseconds. */
  patience?: number;
}

/**
 * What a visitor does on any page: searches by a misspelt word, hears what was found, narrows it,
 * opens an offer and goes on to its provider.
 *
 * Fails where something of it does not work, and where the page complains, looks different, moves,
 * stores something or asks a stranger.
 */
export async function tellStory(place: Place): Promise<void> {
  const story = new Story(place);
  await story.arrive();
  if (place.page.way === 'plain') await story.goByPages();
  else await story.goByElements();
}

/** What a list says. */
interface Said {
  count: number;
  summary: string;
  isBusy: boolean;
  /** What is in its live regions. */
  announced: string;
}

/** The first number in a text, which may be written in Arabic digits. */
function countIn(text: string): number {
  const digits = text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
  return Number(/\d+/.exec(digits)?.[0] ?? 0);
}

class Story {
  readonly #place: Place;
  #view: View;
  #before!: Appearance;

  constructor(place: Place) {
    this.#place = place;
    this.#view = place.window;
  }

  /** The page before any script has run has a link that serves; then the scripts run. */
  async arrive(): Promise<void> {
    const { window, page, address, feed } = this.#place;
    if (page.fault?.from === 'the start') feed.fault = page.fault.kind;
    await window.open(address);
    await this.#until('the page is there', () =>
      run(window, () => document.readyState !== 'loading' && !!document.querySelector('#below')),
    );
    await this.#seeLink(window, page.link ?? '#ours a');
    this.#before = await appearance(window);
    feed.letGo();
    if (page.frame) this.#view = await window.frame(page.frame);
  }

  async goByElements(): Promise<void> {
    const { page, feed } = this.#place;
    const { list } = this.#parts;
    if (page.fault?.from === 'the start' && !page.fault.isPartial) {
      await this.#seeFailure(`${list} .condition`);
      feed.fault = undefined;
      await this.#view.press(`${list} .condition button`);
    }
    await this.#untilSeen(`${list} vielfalt-offer-card .provider`);
    await this.#untilSeen(`${list} [part=offers] li:last-child article`);
    if (!page.fault && !page.hasNoRoom) await assertStill(this.#place.window);
    await page.ready?.(this.#view);
    if (page.ready) this.#before = await appearance(this.#place.window);
    const bystander = await this.#bystander();
    await this.#search();
    await this.#narrow();
    await this.#open();
    await page.check?.(this.#view);
    assert.equal(await this.#bystander(), bystander, 'what others on the page show');
    await this.#measure();
    await this.#follow(`${list} vielfalt-offer-card .provider a`);
  }

  /** The same without any script: each step is a page of the directory. */
  async goByPages(): Promise<void> {
    const { window, page } = this.#place;
    await page.check?.(window);
    await this.#measure();
    await window.press(page.link ?? '#ours a');
    await this.#untilSeen('#q');
    const all = await this.#countOnPage();
    await window.press('#q');
    await window.type(MISSPELT);
    await window.press('form.search button');
    await this.#until('the words are found', async () => {
      const count = await this.#countOnPage();
      return count > 0 && count < all;
    });
    const found = await this.#countOnPage();
    const choice = `.facet a[href*="topic=${TOPIC}&"]`;
    const isOpen = await run(window, (eyes, path) => eyes.seen(path).length > 0, choice);
    if (!isOpen) await window.press('.filters summary');
    await window.press(choice);
    await this.#until('the offers are narrowed', async () => {
      const count = await this.#countOnPage();
      return count > 0 && count < found;
    });
    await window.press('.cards article h3 a');
    await this.#until('the offer is there', () => this.#isAt('offers'));
    await this.#follow('main a[href*="/providers/"]');
  }

  get #parts() {
    const around = this.#place.page.frame ? '' : '#ours ';
    return {
      search: `${around}vielfalt-search-box`,
      filters: `${around}vielfalt-filters`,
      list: `${around}vielfalt-offer-list`,
      ...this.#place.page.parts,
    };
  }

  /** Waits; gives up at once where the page has complained. */
  async #until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
    const { window, patience = 30_000 } = this.#place;
    const end = Date.now() + patience;
    let last: unknown;
    while (Date.now() < end) {
      try {
        if (await isTrue()) return;
      } catch (error) {
        // Between two pages there is nothing to ask.
        last = error;
      }
      const complaints = await window.complaints().catch(() => []);
      if (!this.#place.page.fault) assert.deepEqual(complaints, [], what);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`It never came to this: ${what}`, { cause: last });
  }

  #untilSeen(path: string): Promise<void> {
    return this.#until(`${path} is seen`, () =>
      run(this.#view, (eyes, sought) => eyes.seen(sought).length > 0, path),
    );
  }

  /** A link to the directory is there for all. */
  async #seeLink(view: View, path: string): Promise<void> {
    const { feed, feedUrl } = this.#place;
    const links = await run(
      view,
      (eyes, sought) => eyes.seen(sought).map((each) => (each as HTMLAnchorElement).href),
      path,
    );
    assert.ok(
      links.some((each) => each.startsWith(feedUrl) || each.startsWith(feed.url)),
      `no plain link to the directory in ${path}: ${links.join()}`,
    );
  }

  /** What happened is seen and announced, and a plain link leads on. */
  async #seeFailure(path: string): Promise<void> {
    await this.#untilSeen(`${path} button`);
    const { list } = this.#parts;
    const [shown, announced] = await run(
      this.#view,
      (eyes, at, where) =>
        [
          eyes.seen(`${at} p`).some((each) => /\w/.test(each.innerText)),
          eyes.text(`${where} [role=status]`),
        ] as const,
      path,
      list,
    );
    assert.ok(shown, 'a message is seen');
    assert.match(announced, /\w/, 'it is announced');
    await this.#seeLink(this.#view, `${list} a`);
  }

  async #said(): Promise<Said> {
    const said = await run(
      this.#view,
      (eyes, list) => {
        const summary = eyes.text(`${list} [part=summary]`);
        const announced = eyes.all(`${list} [role=status]`).map(({ textContent }) => textContent);
        return {
          summary,
          isBusy: eyes.all(`${list} [part=offers][aria-busy=true]`).length > 0,
          announced: announced.join(' '),
        };
      },
      this.#parts.list,
    );
    return { ...said, count: countIn(said.summary) };
  }

  /** Waits until a list shows something else, and has said so. */
  async #untilAnnounced(what: string, isRight: (count: number) => boolean): Promise<number> {
    let count = 0;
    await this.#until(what, async () => {
      const said = await this.#said();
      count = said.count;
      return isRight(count) && !said.isBusy && said.announced.includes(said.summary.trim());
    });
    return count;
  }

  async #search(): Promise<void> {
    const { window, page, feed } = this.#place;
    const { search, list } = this.#parts;
    const all = await this.#said();
    assert.ok(all.count > 0, all.summary);
    if (page.fault?.from === 'the first search') feed.fault = page.fault.kind;
    await this.#view.press(`${search} input`);
    await window.type(MISSPELT);
    if (page.fault?.from === 'the first search') {
      await this.#seeFailure(`${list} .note`);
      const seen = await run(this.#view, (eyes, path) => eyes.seen(path).length, `${list} article`);
      assert.ok(seen > 0, 'what was there stays');
      feed.fault = undefined;
      await this.#view.press(`${list} .note button`);
      await this.#reloadWhereAsked();
    }
    await this.#untilAnnounced('the words are found', (count) => count > 0 && count < all.count);
    await this.#untilSeen(`${list} vielfalt-offer-card [part=mark]`);
  }

  /**
   * Firefox and WebKit remember what they could not load as long as the page lives: there, trying
   * again comes to a button that loads the page anew.
   */
  async #reloadWhereAsked(): Promise<void> {
    const { window } = this.#place;
    const { search, list } = this.#parts;
    const again = `${list} [role=alert] button`;
    let isAsked = false;
    await this.#until('the list or the page is tried again', async () => {
      isAsked = await run(this.#view, (eyes, path) => eyes.seen(path).length > 0, again);
      const { announced, summary } = await this.#said();
      return isAsked || announced.includes(summary.trim());
    });
    if (!isAsked) return;
    await this.#view.press(again);
    await this.#until('the page is there anew', async () =>
      run(
        this.#view,
        (eyes, path, note) => eyes.seen(path).length > 0 && eyes.all(note).length === 0,
        `${list} article`,
        again,
      ),
    );
    await this.#view.press(`${search} input`);
    await window.type(MISSPELT);
  }

  async #narrow(): Promise<void> {
    const { filters, list } = this.#parts;
    const { count: before } = await this.#said();
    const toggle = `${filters} [part=toggle]`;
    const isNarrow = await run(this.#view, (eyes, path) => eyes.seen(path).length > 0, toggle);
    if (isNarrow) await this.#view.press(toggle);
    await this.#untilSeen(`${filters} .heading`);
    await this.#view.press(`${filters} .heading`);
    await this.#untilSeen(`${filters} input[value=${TOPIC}]`);
    await this.#view.press(`${filters} input[value=${TOPIC}]`);
    await this.#untilAnnounced('the offers are narrowed', (count) => count > 0 && count < before);
    if (isNarrow) await this.#view.press(`${filters} dialog .done button`);
    await this.#untilSeen(`${list} [part=chips] button`);
  }

  async #open(): Promise<void> {
    const card = `${this.#parts.list} vielfalt-offer-card`;
    await this.#view.press(`${card} #toggle`);
    await this.#untilSeen(`${card} #toggle[aria-expanded=true]`);
    await this.#untilSeen(`${card} #details a`);
  }

  async #bystander(): Promise<string | undefined> {
    const { bystander } = this.#place.page;
    return bystander && run(this.#view, (eyes, path) => eyes.text(path), bystander);
  }

  /** On the pages of the directory. */
  async #countOnPage(): Promise<number> {
    return countIn(await run(this.#view, (eyes) => eyes.text('#found')));
  }

  async #measure(): Promise<void> {
    const { window, page, address, feed, feedUrl } = this.#place;
    await this.#untilSame();
    await assertNoStrangers(window, [new URL(address).origin, feed.url, feedUrl]);
    for (const view of new Set([window, this.#view])) await assertNothingKept(window, view);
    const complaints = await window.complaints();
    assert.deepEqual(
      complaints.filter((each) => !page.fault || !OF_FAULTS.test(each)),
      [],
      'what the browser complains about',
    );
  }

  /** A frame may still be about to fit its content, and a window about to be painted: the last look counts. */
  async #untilSame(): Promise<void> {
    for (let looks = 1; ; looks += 1) {
      try {
        assertSame(await appearance(this.#place.window), this.#before);
        return;
      } catch (error) {
        if (looks === 10) throw error;
        await sleep(200);
      }
    }
  }

  /** Whether a window shows a record of the directory. */
  async #isAt(kind: 'offers' | 'providers'): Promise<boolean> {
    const { window, feed, feedUrl } = this.#place;
    const origins = [feed.url, feedUrl];
    const shown = await window.addresses();
    return shown.some((each) => origins.some((origin) => each.startsWith(`${origin}/${kind}/`)));
  }

  /** Goes to a provider, whichever window it opens in. */
  async #follow(path: string): Promise<void> {
    const { window, page } = this.#place;
    await this.#untilSeen(path);
    await this.#view.press(path);
    if (page.copiesLinks) {
      const field = 'dialog input';
      await this.#untilSeen(field);
      const value = await run(
        this.#view,
        (eyes, input) => (eyes.all(input)[0] as HTMLInputElement).value,
        field,
      );
      await window.open(value);
    }
    await this.#until('the provider is there', () => this.#isAt('providers'));
    assert.deepEqual(await window.cookies(), []);
  }
}

/** What browsers, and we, say of answers that do not come. */
const OF_FAULTS = new RegExp(
  [
    'Failed to load resource|Access to fetch|CORS|ERR_|NetworkError|JSHandle@error',
    'Failed to fetch dynamically imported module',
    'cannot be (reached|loaded)|not that of a feed|the feed answered 500',
  ].join('|'),
);
