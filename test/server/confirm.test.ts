import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startFeed } from './feed-harness.js';
import { fillForm, linkFor } from './confirm-harness.js';
import { visit } from './page-harness.js';

describe('smoke', () => {
  it('works', async (test) => {
    const feed = await startFeed(test);
    const link = await linkFor(feed);
    const page = await visit(feed, link);
    console.log(page.status, page.text, feed.logged());
    const sent = await fillForm(feed, link, 'right=offer-1');
    console.log(sent.status, sent.location, feed.logged());
    console.log((await visit(feed, sent.location)).text);
    const changed = await fillForm(feed, `${link}?change=offer-1`, 'change=', {
      when: 'Mo + Mi 9-11 Uhr, jeden 1. Dienstag im Monat 15 Uhr',
      phone: '030 23125 118',
      step: 'check',
    });
    console.log(changed.status, changed.text, feed.logged());
    assert.equal(1, 1);
  });
});
