import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from '../e2e/browser.js';
import { HostPages } from './host.js';

const BODY = `<h1>Angebote</h1>
  <vielfalt-directory place="witten" heading-level="2"></vielfalt-directory>`;

describe('A page that is left open', () => {
  const hosts = HostPages.forAll();

  for (const [how, event] of [
    ['is looked at again', "document.dispatchEvent(new Event('visibilitychange'))"],
    [
      'comes back from the browser’s memory',
      "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    ],
  ] as const) {
    it(`asks for the next day’s list once it ${how}, and not before`, async (test) => {
      const asked: string[] = [];
      const { page } = await hosts.open(
        test,
        { body: BODY },
        {
          before: async (each) => {
            // The feed has its own clock: the page's may be anywhere. 23:30 in Berlin.
            await each.clock.install({ time: new Date('2026-11-29T22:30:00Z') });
            each.on('request', (request) => {
              if (/\/v1\/offers\?/.test(request.url())) asked.push(request.url());
            });
          },
        },
      );
      assert.equal(asked.length, 1);
      await page.clock.setSystemTime(new Date('2026-11-29T22:59:30Z'));
      await page.evaluate(event);
      await page.clock.runFor(1_000);
      assert.equal(asked.length, 1, 'the day has not ended');
      // Offers that have ended are not in tomorrow's answer.
      const total = page.locator('[part=summary]');
      const before = await total.innerText();
      await page.route('**/v1/offers?**', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as { offers: unknown[]; total: number };
        answer.offers = answer.offers.slice(1);
        answer.total -= 1;
        await route.fulfill({ response, json: answer });
      });
      await page.clock.setSystemTime(new Date('2026-11-29T23:00:30Z'));
      await page.evaluate(event);
      await eventually(async () => (await total.innerText()) !== before, 'tomorrow’s list');
      assert.equal(asked.length, 2);
    });
  }

  it('asks for the next day’s list at midnight by itself', async (test) => {
    const asked: string[] = [];
    const { page } = await hosts.open(
      test,
      { body: BODY },
      {
        before: async (each) => {
          await each.clock.install({ time: new Date('2026-11-29T22:58:00Z') });
          each.on('request', (request) => {
            if (/\/v1\/offers\?/.test(request.url())) asked.push(request.url());
          });
        },
      },
    );
    assert.equal(asked.length, 1);
    await page.clock.runFor(4 * 60_000);
    await eventually(() => Promise.resolve(asked.length > 1), 'a second request');
  });

  it('shows the words again that the list is for, where the browser has emptied the box', async (test) => {
    const { page } = await hosts.open(test, { body: BODY });
    const summary = page.locator('[part=summary]');
    const before = await summary.innerText();
    const box = page.getByRole('searchbox');
    await box.fill('deutsch');
    await summary.filter({ hasNotText: before }).filter({ hasText: 'gefunden' }).waitFor();
    // As browsers do with `autocomplete="off"` when a page comes back (HTML, "reactivate").
    await box.evaluate((input: HTMLInputElement) => {
      input.value = '';
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await eventually(async () => (await box.inputValue()) === 'deutsch', 'the words');
  });
});
