import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { uuid } from '../support/records.js';
import { fillForm, formOn, linkFor, sendForm } from './confirm-harness.js';
import { DAY, changes, cooking, proposals, published, start } from './confirming.js';
import { MONDAY_NOON, offer, provider } from './example.js';
import { startFeed } from './feed-harness.js';
import { visit } from './page-harness.js';

describe('what a provider sees behind its link', () => {
  it('is its own offers as the directory shows them, each with three answers', async (test) => {
    const { feed, link } = await start(test);
    const page = await visit(feed, link);
    assert.equal(page.status, 200);
    assert.match(
      page.text,
      /Haus am Park e\. V\. Stimmt das noch\? .*3 Angebote.* Ja, alle 3 Angebote stimmen noch/,
    );
    assert.match(
      page.text,
      /Kochgruppe Plätze frei Wann Mo 9–12 Uhr .*Wo Hauptstraße 1 Witten .*Kosten 5 € im Monat .*Anmeldung nötig Per Telefon .*Kontakt Kursbüro Anrufen: 030 23125 118 .*Noch nicht geprüft.* Stimmt noch \( ?Kochgruppe ?\) Hat sich geändert \( ?Kochgruppe ?\) Gibt es nicht mehr \( ?Kochgruppe ?\)/,
    );
    assert.match(page.text, /Nähen .*Turnen Pausiert zurzeit/);
    assert.doesNotMatch(page.text, /Kim Muster|Fremdes|Gewesen|Vorbei|Von nebenan/);
    assert.doesNotMatch(page.html, /<script/);
  });

  it('is in the language of the provider, or of the address', async (test) => {
    const feed = await startFeed(test, {
      changes: { ...changes, providers: [provider(1, { language: 'en' }), provider(3)] },
    });
    const link = await linkFor(feed);
    assert.match((await visit(feed, link)).text, /Is this still right\?/);
    const arabic = await visit(feed, `${link}?lang=ar`);
    assert.match(arabic.html, /<html lang="ar" dir="rtl">/);
    assert.match(arabic.text, /هل ما زال هذا صحيحًا/);
    assert.match((await visit(feed, `${link}?lang=xx`)).text, /Stimmt das noch\?/);
  });

  it('changes nothing by being looked at, in whatever way', async (test) => {
    const { feed, link } = await start(test);
    const before = JSON.stringify(await feed.store.read());
    const form = formOn(await visit(feed, link), link, 'all=yes');
    for (const address of [
      ...[link, form.action, `${link}?right=offer-1`, `${link}?change=offer-1&step=send`],
      ...[`${link}?gone=offer-1&status=ended`, `${link}?stop=yes&why=stranger`, `${link}?done=all`],
    ]) {
      for (const method of ['GET', 'HEAD']) {
        assert.equal((await feed.get(address, {}, method)).status, 200, `${method} ${address}`);
      }
    }
    assert.equal(JSON.stringify(await feed.store.read()), before);
    assert.equal((await proposals(feed)).length, 0);
    assert.equal((await visit(feed, link)).status, 200);
  });

  it('says so where there is nothing', async (test) => {
    const feed = await startFeed(test, { changes: { ...changes, offers: [offer(4)] } });
    const link = await linkFor(feed, { subject: uuid(3) });
    assert.match((await visit(feed, link)).text, /zeigt das Verzeichnis kein Angebot von Ihnen/);
  });
});

describe('“still right”', () => {
  it('is one click for all, and published at once', async (test) => {
    const { feed, link } = await start(test);
    const sent = await fillForm(feed, link, 'all=yes');
    assert.equal(sent.status, 303);
    assert.equal(sent.location, `${link}?done=all`);
    const done = await visit(feed, sent.location);
    assert.match(
      done.text,
      /Bei 3 Ihrer Angebote steht jetzt: heute geprüft von Haus am Park e\. V\./,
    );
    assert.match(done.text, /Mehr ist nicht zu tun.*gültig bis 22\. Januar 2027/);
    for (const slug of ['offer-1', 'offer-2', 'offer-3']) {
      const { checked } = await published(feed, slug);
      assert.deepEqual(checked, { on: '2026-11-23', by: 'Haus am Park e. V.' });
    }
    assert.equal((await published(feed, 'offer-4')).checked, undefined);
    assert.equal((await published(feed, 'offer-7')).checked, undefined);
    assert.match((await visit(feed, link)).text, /Sie haben zu jedem Angebot etwas gesagt/);
  });

  it('can be said of one, and of the others afterwards', async (test) => {
    const { feed, link } = await start(test);
    const sent = await fillForm(feed, link, 'right=offer-1');
    assert.equal(sent.location, `${link}#offer-offer-1`);
    assert.equal((await published(feed)).checked?.on, '2026-11-23');
    assert.equal((await published(feed, 'offer-3')).checked, undefined);
    const page = await visit(feed, link);
    assert.match(page.text, /Kochgruppe.*Stimmt noch: heute geprüft\. Danke!.*Nähen/);
    assert.match(page.text, /Die anderen 2 Angebote stimmen noch/);
    await fillForm(feed, link, 'all=yes');
    assert.equal((await published(feed, 'offer-3')).checked?.on, '2026-11-23');
  });

  it('is not said of what the provider has reported as changed', async (test) => {
    const { feed, link } = await start(test);
    const stale = formOn(await visit(feed, link), link, 'right=offer-1');
    await fillForm(feed, `${link}?gone=offer-1`, 'gone=', { status: 'ended' });
    assert.match((await visit(feed, link)).text, /wartet auf das Büro: Findet statt/);
    await sendForm(feed, stale.action, stale.fields);
    await fillForm(feed, link, 'all=yes');
    assert.equal((await published(feed)).checked, undefined);
    assert.equal((await published(feed, 'offer-3')).checked?.on, '2026-11-23');
  });

  it('is said of what was seen alone: what has changed meanwhile is looked at again', async (test) => {
    const { feed, link } = await start(test);
    const page = await visit(feed, link);
    const [one, all] = ['right=offer-1', 'all=yes'].map((action) => formOn(page, link, action));
    await feed.publish({ offers: [{ ...cooking, cost: { free: true } }] });
    for (const { action, fields } of [one!, all!]) {
      const refused = await sendForm(feed, action, fields);
      assert.equal(refused.status, 409);
      assert.match(refused.text, /Es ist noch nichts bestätigt.*Kostenlos/);
      assert.equal((await sendForm(feed, action, {})).status, 409);
    }
    assert.equal((await published(feed)).checked, undefined);
    await fillForm(feed, link, 'right=offer-1');
    assert.equal((await published(feed)).checked?.on, '2026-11-23');
  });

  it('does no harm twice, nor from two open tabs', async (test) => {
    const { feed, link } = await start(test);
    const page = await visit(feed, link);
    const [one, all] = ['right=offer-1', 'all=yes'].map((action) => formOn(page, link, action));
    const answers = await Promise.all(
      [one!, all!, one!, all!].map(({ action, fields }) => sendForm(feed, action, fields)),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303, 303, 303],
    );
    const revision = await feed.store.revision();
    await sendForm(feed, all!.action, all!.fields);
    assert.equal(await feed.store.revision(), revision);
  });

  it('takes 60 offers with the same click', async (test) => {
    const offers = Array.from({ length: 60 }, (_, at) => offer(at + 1));
    const feed = await startFeed(test, { changes: { ...changes, offers } });
    const link = await linkFor(feed);
    await fillForm(feed, link, 'all=yes');
    assert.equal((await published(feed, 'offer-60')).checked?.on, '2026-11-23');
  });
});

describe('“no longer exists”', () => {
  it('asks back, and is a proposal', async (test) => {
    const { feed, link } = await start(test);
    const address = `${link}?gone=offer-1`;
    assert.match(
      (await visit(feed, address)).text,
      /für immer vorbei, oder macht es nur eine Pause\?/,
    );
    const form = { status: 'ended', note: 'Kein Geld mehr' };
    const sent = await fillForm(feed, address, 'gone=', form);
    assert.match(
      (await visit(feed, sent.location)).text,
      /Wartet auf das Büro .*Findet statt Beendet/,
    );
    const [proposal] = await proposals(feed);
    assert.deepEqual([proposal?.after, proposal?.note], [{ status: 'ended' }, 'Kein Geld mehr']);
    assert.equal((await published(feed)).status, 'published');
    assert.equal((await fillForm(feed, address, 'gone=', form)).location, sent.location);
    assert.equal((await proposals(feed)).length, 1);
  });

  it('may be a pause, but not of what pauses already', async (test) => {
    const { feed, link } = await start(test);
    await fillForm(feed, `${link}?gone=offer-1`, 'gone=', { status: 'paused' });
    assert.deepEqual((await proposals(feed))[0]?.after, { status: 'paused' });
    assert.doesNotMatch((await visit(feed, `${link}?gone=offer-2`)).html, /value="paused"/);
  });
});

describe('whoever wants no mails', () => {
  it('says so, and keeps the link', async (test) => {
    const feed = await startFeed(test, {
      changes: {
        ...changes,
        providers: [provider(1, { contact: { email: 'Haus@example.org' } }), provider(3)],
      },
    });
    const link = await linkFor(feed);
    const sent = await fillForm(feed, `${link}?stop=yes`, 'stop=', { why: 'unwanted' });
    assert.match(
      (await visit(feed, sent.location)).text,
      /An diese Adresse schicken wir keine Erinnerungen mehr/,
    );
    assert.deepEqual(
      [...(await feed.store.papers('refusal')).values()].map(({ why }) => why),
      ['unwanted'],
    );
    assert.equal((await visit(feed, link)).status, 200);
  });

  it('as a stranger, ends the link, and the office is told', async (test) => {
    const { feed, link } = await start(test);
    const other = await linkFor(feed);
    const said = await fillForm(feed, `${link}?stop=yes`, 'stop=', { why: 'stranger' });
    assert.match(said.text, /Wir schreiben Ihnen nicht mehr/);
    assert.equal((await visit(feed, link)).status, 404);
    assert.equal((await visit(feed, other)).status, 200);
    const [report] = [...(await feed.store.papers('report')).values()];
    assert.deepEqual([report?.kind, report?.id], ['provider', uuid(1)]);
    assert.match(report?.text ?? '', /Das sind wir nicht/);
  });
});

describe('a link', () => {
  it('can be used for its 60 days, as often as one likes', async (test) => {
    const { feed, link } = await start(test);
    feed.setClock(MONDAY_NOON + 60 * DAY - 1_000);
    assert.equal((await visit(feed, link)).status, 200);
    feed.setClock(MONDAY_NOON + 60 * DAY);
    assert.equal((await visit(feed, link)).status, 404);
  });
});
