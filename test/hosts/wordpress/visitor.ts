import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { drawn, eventually, sidewaysScroll } from '../../e2e/browser.js';
import { contentOf } from '../frame-page.js';
import type { Visit } from './wordpress.js';

/** The most and the least that WordPress lets a frame have, in CSS pixels. */
const [MOST, LEAST] = [1_000, 200];

/** The page in the only frame of another page, once it is drawn and as high as it may be. */
export async function embeddedIn(page: Page): Promise<{ inside: FrameLocator; height: number }> {
  const frame = page.locator('iframe.wp-embedded-content');
  const inside = frame.contentFrame();
  await inside.locator('vielfalt-offer-card, vielfalt-network-card').first().waitFor();
  await drawn(inside.locator('body'));
  const height = () => frame.evaluate((each) => each.clientHeight);
  const fitting = async () => Math.min(MOST, Math.max(LEAST, await contentOf(inside)));
  await eventually(async () => (await height()) === (await fitting()), 'the frame is as high');
  assert.ok(await frame.isVisible());
  assert.ok(await page.locator('blockquote.wp-embedded-content').isHidden());
  return { inside, height: await height() };
}

/** Opens the first offer, and goes on to who makes it: to the directory's page of the provider. */
export async function openAndFollow(inside: Page | FrameLocator, page: Page): Promise<void> {
  const card = inside.locator('vielfalt-offer-list vielfalt-offer-card').first();
  await card.getByRole('button', { name: 'Einzelheiten' }).click();
  await card.getByRole('link', { name: 'Link zu diesem Angebot' }).waitFor();
  await card.locator('.provider a').click();
  await page.waitForURL(/^https:\/\/127\.0\.0\.1:\d+\/providers\/[a-z-]+$/);
}

/** Searches for a misspelt word, opens what is found, and goes on to who makes it. */
export async function searchAndFollow(inside: Page | FrameLocator, page: Page): Promise<void> {
  const words = inside.getByRole('searchbox').first();
  await words.fill('Deutschkrus');
  await words.press('Enter');
  const found = inside.locator('vielfalt-offer-card [part=mark]', { hasText: /deutsch/i });
  await found.first().waitFor();
  await inside.locator('vielfalt-offer-list .busy').waitFor({ state: 'detached' });
  await openAndFollow(inside, page);
}

/** A page that complains of nothing, asks no other machine, keeps nothing, and fits its width. */
export async function assertTidy({ page, complaints, elsewhere }: Visit): Promise<void> {
  assert.deepEqual(complaints, []);
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(await page.context().storageState(), { cookies: [], origins: [] });
  assert.equal(await sidewaysScroll(page), 0);
}
