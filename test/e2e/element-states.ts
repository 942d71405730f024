import type { Page, Route } from 'playwright-core';

const DIRECTORY = '<vielfalt-directory place="witten" limit="6"></vielfalt-directory>';

/** What a website shows of the elements, and how it came to it. */
export interface ElementState {
  name: string;
  body: string;
  /** Done before the page is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** What a visitor does there, until it has happened. */
  act: (page: Page) => Promise<unknown>;
  /** Where the window is as narrow as a telephone's only. */
  isNarrow?: true;
}

const OFFERS = '**/v1/offers?**';
const never = () => new Promise<void>(() => {});
const fail = (route: Route) => route.fulfill({ status: 500, body: '{}' });
const firstCard = (page: Page) => page.locator('vielfalt-offer-card').first();
const shown = (page: Page) => firstCard(page).locator('article').waitFor();

async function search(page: Page, words: string) {
  await shown(page);
  await page.getByRole('searchbox').pressSequentially(words);
}

async function openFilter(page: Page, name: string) {
  await shown(page);
  await page.getByRole('button', { name, exact: true }).click();
  await page
    .locator('vielfalt-filters .body input, vielfalt-filters .body select')
    .first()
    .waitFor();
}

/** Elements in every state that looks of its own. */
export const ELEMENT_STATES: ElementState[] = [
  { name: 'a directory', body: DIRECTORY, act: shown },
  {
    name: 'what is being fetched first',
    body: DIRECTORY,
    before: (page) => page.route(OFFERS, never),
    act: (page) => page.locator('.skeleton').first().waitFor(),
  },
  {
    name: 'what is being fetched anew',
    body: DIRECTORY,
    async act(page) {
      await shown(page);
      await page.route(OFFERS, never);
      await search(page, 'deutsch');
      await page.locator('[part=offers][aria-busy=true]').waitFor();
    },
  },
  {
    name: 'a search with hints and marks',
    body: DIRECTORY,
    async act(page) {
      await search(page, 'deutschkurs abends kostenlos');
      await page.locator('[part~=hints]').waitFor();
      await page.locator('[part~=mark]').first().waitFor();
    },
  },
  {
    name: 'a search that finds nothing',
    body: DIRECTORY,
    async act(page) {
      await search(page, 'xyzzyxq');
      await page.locator('.condition').waitFor();
    },
  },
  {
    name: 'a search that could not be made',
    body: DIRECTORY,
    async act(page) {
      await shown(page);
      await page.route(OFFERS, fail);
      await search(page, 'deutsch');
      await page.locator('.note').first().waitFor();
    },
  },
  {
    name: 'offers that could not be fetched',
    body: DIRECTORY,
    before: (page) => page.route(OFFERS, fail),
    act: (page) => page.locator('.condition').waitFor(),
  },
  {
    name: 'a lock that nobody knows',
    body: '<vielfalt-directory place="wittn"></vielfalt-directory>',
    act: (page) => page.locator('.condition').waitFor(),
  },
  {
    name: 'an open card',
    body: DIRECTORY,
    async act(page) {
      await firstCard(page).getByRole('button', { name: 'Einzelheiten' }).click();
      await firstCard(page).getByText('Fehler melden').waitFor();
    },
  },
  { name: 'open filters', body: DIRECTORY, act: (page) => openFilter(page, 'Ort') },
  {
    name: 'what is chosen',
    body: DIRECTORY,
    async act(page) {
      await openFilter(page, 'Für wen');
      await page.getByRole('checkbox').first().check();
      await page.locator('[part~=chips]').waitFor();
      await page.locator('[part=offers][aria-busy=false]').waitFor();
    },
  },
  {
    name: 'the sheet of filters',
    body: DIRECTORY,
    isNarrow: true,
    async act(page) {
      await shown(page);
      await page.getByRole('button', { name: 'Filtern' }).click();
      await page.getByRole('button', { name: 'Ort', exact: true }).click();
      await page.locator('dialog input').first().waitFor();
    },
  },
  {
    name: 'what is for professionals',
    body: '<vielfalt-directory place="witten" for-professionals limit="3"></vielfalt-directory>',
    async act(page) {
      await shown(page);
      await page.locator('[part=professionals] button').first().click();
    },
  },
  {
    name: 'a provider',
    body: '<vielfalt-provider-card provider="sprachwerkstatt-nordlicht-ggmbh"></vielfalt-provider-card>',
    act: shown,
  },
  {
    name: 'a network',
    body: '<vielfalt-network-card network="netzwerk-frauen-in-bewegung"></vielfalt-network-card>',
    act: (page) => page.locator('vielfalt-network-card').getByRole('heading').first().waitFor(),
  },
  {
    name: 'an offer alone',
    body: '<vielfalt-offer-card offer="deutsch-unter-frauen" open></vielfalt-offer-card>',
    act: shown,
  },
];
