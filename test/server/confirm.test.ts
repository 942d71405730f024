import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Offer } from '@vielfalt/feed';
import { decide } from '../../server/src/desk/changes.js';
import type { AmendableField, Proposal } from '../../server/src/store/papers.js';
import { uuid } from '../support/records.js';
import { fillForm, formOn, linkFor, sendForm } from './confirm-harness.js';
import { example, MONDAY_NOON, offer, provider } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { visit } from './page-harness.js';

const DAY = 86_400_000;
const ONE = uuid(1001);

const cooking = offer(1, {
  title: 'Kochgruppe',
  description: 'Wir kochen.\n\nAlle essen mit.',
  locations: [{ town: 'witten', street: 'Hauptstraße 1' }],
  cost: { amount: 5, text: '5 € im Monat' },
  registration: { needed: true, text: 'Per Telefon' },
  openings: { state: 'free', on: '2026-11-01' },
  contact: { role: 'Kursbüro', name: 'Kim Muster', phone: '030 23125 118' },
  schedule: {
    times: [
      { dtstart: '2026-09-07T09:00', dtend: '2026-09-07T12:00', freq: 'WEEKLY', byday: ['MO'] },
    ],
  },
});

const changes = {
  ...example(),
  providers: [provider(1, { name: 'Haus am Park e. V.' }), provider(3, { name: 'Nachbarn e. V.' })],
  offers: [
    cooking,
    offer(2, { title: 'Turnen', status: 'paused' }),
    offer(3, { title: 'Nähen' }),
    offer(4, { title: 'Fremdes', provider: uuid(3) }),
    offer(5, { title: 'Gewesen', status: 'retired' }),
    offer(6, { title: 'Vorbei', status: 'ended' }),
    offer(7, {
      title: 'Von nebenan',
      origin: {
        directory: 'https://other.example/',
        id: uuid(77),
        name: 'Nebenan',
        page: 'https://other.example/offers/von-nebenan',
      },
    }),
  ],
};

async function start(test: TestContext): Promise<{ feed: Feed; link: string }> {
  const feed = await startFeed(test, { changes });
  return { feed, link: await linkFor(feed) };
}

/** What the feed says of an offer. */
async function published(feed: Feed, slug = 'offer-1'): Promise<Offer> {
  const { offer: found } = (await feed.get(`/v1/offers/${slug}`)).json<{ offer: Offer }>();
  return found;
}

async function proposals({ store }: Feed): Promise<(Proposal & { id: string })[]> {
  return [...(await store.papers('proposal'))].map(([id, each]) => ({ id, ...each }));
}

/** Gives a provider's fields the trust to be published at once. */
function trust({ store }: Feed, fields: AmendableField[]): Promise<void> {
  return store.change(async (transaction) => {
    await transaction.putPapers('trust', new Map([[uuid(1), { fields }]]));
    return { result: undefined, keep: {} };
  });
}

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

describe('“has changed”', () => {
  it('shows times as they were understood, and sends them as a proposal', async (test) => {
    const { feed, link } = await start(test);
    const address = `${link}?change=offer-1`;
    const form = formOn(await visit(feed, address), address, 'change=');
    assert.equal(form.fields.when, 'Mo 9–12 Uhr');
    assert.equal(form.fields.cost, '5 € im Monat');
    const preview = await fillForm(feed, address, 'change=', { when: 'Mo + Mi 9-11 Uhr' });
    assert.equal(preview.status, 200);
    assert.match(
      preview.text,
      /So verstehen wir die Zeiten Kochgruppe Mo, Mi 9–11 Uhr Nächste Termine: Mo\., 23\. Nov\. 9–11 Uhr Mi\., 25\. Nov\. 9–11 Uhr/,
    );
    assert.equal((await proposals(feed)).length, 0);
    const sure = formOn(preview, address, 'change=');
    const sent = await sendForm(feed, sure.action, { ...sure.fields, step: 'send' });
    assert.equal(sent.status, 303);
    const [proposal] = await proposals(feed);
    assert.deepEqual(Object.keys(proposal!.after), ['schedule']);
    assert.deepEqual(proposal!.after.schedule?.times?.[0]?.byday, ['MO', 'WE']);
    assert.deepEqual(proposal!.before.schedule, cooking.schedule);
    assert.match(
      (await visit(feed, sent.location)).text,
      /Danke.*Kochgruppe Wartet auf das Büro Bis das Büro es freigibt.* Wann .*Mo, Mi 9–11 Uhr.* Wie es weitergeht Zu 2 Angeboten/,
    );
    assert.deepEqual((await published(feed)).schedule, cooking.schedule);
  });

  it('shows beside new times what the directory says now, since all of that goes', async (test) => {
    const schedule = {
      times: [{ ...cooking.schedule!.times![0]!, until: '2027-03-29' }],
      closed: ['school-holidays' as const],
    };
    const feed = await startFeed(test, {
      changes: { ...changes, offers: [{ ...cooking, schedule }] },
    });
    const when = 'Di 10-11 Uhr';
    const address = `${await linkFor(feed)}?change=offer-1`;
    const preview = await fillForm(feed, address, 'change=', { when });
    assert.match(
      preview.text,
      /Di 10–11 Uhr .*Jetzt im Verzeichnis: Mo 9–12 Uhr · bis Mo\., 29\. März 2027 nicht in den Schulferien Stimmt das\?/,
    );
  });

  it('keeps as text what is not read, and says so before it is sent', async (test) => {
    const { feed, link } = await start(test);
    const when = 'jeden zweiten Dienstag, mal hier, mal dort';
    const preview = await fillForm(feed, `${link}?change=offer-1`, 'change=', { when });
    assert.match(
      preview.text,
      /konnten wir nicht als Termine lesen.*jeden zweiten Dienstag, mal hier/,
    );
    const sure = formOn(preview, link, 'change=');
    await sendForm(feed, sure.action, { ...sure.fields, step: 'send' });
    assert.deepEqual((await proposals(feed))[0]?.after.schedule, { text: when });
  });

  it('can be typed once more after the preview, with all that was typed', async (test) => {
    const { feed, link } = await start(test);
    const typed = { when: 'Di 10 Uhr', note: 'Bitte bald', phone: '030 23125 119' };
    const preview = await fillForm(feed, `${link}?change=offer-1`, 'change=', typed);
    const again = formOn(preview, link, 'change=');
    const page = await sendForm(feed, again.action, { ...again.fields, step: 'edit' });
    const { fields } = formOn(page, link, 'change=');
    assert.deepEqual({ ...fields, ...typed }, fields);
    assert.equal((await proposals(feed)).length, 0);
  });

  it('reads cost, registration, free places, contact and description, and sends only what was touched', async (test) => {
    const { feed, link } = await start(test);
    const sent = await fillForm(feed, `${link}?change=offer-1`, 'change=', {
      ...{ free: 'yes', cost: '', registration: 'no', openings: 'full' },
      ...{ phone: '030 23125 119', email: 'kurs@example.org', role: '', note: 'Gern anrufen' },
      description: 'Wir kochen und backen.',
    });
    assert.equal(sent.status, 303);
    const [proposal] = await proposals(feed);
    const { contact, ...after } = proposal!.after;
    assert.deepEqual(after, {
      cost: { free: true },
      registration: { needed: false, text: 'Per Telefon' },
      openings: { state: 'full', on: '2026-11-23' },
      description: 'Wir kochen und backen.',
    });
    // The name is for the office alone: nobody was shown it, and it stays.
    assert.deepEqual(contact, {
      ...{ name: 'Kim Muster', phone: '030 23125 119', email: 'kurs@example.org' },
    });
    assert.equal(proposal!.note, 'Gern anrufen');
    assert.doesNotMatch((await visit(feed, sent.location)).text, /Kim Muster/);
  });

  it('takes a paused offer up again', async (test) => {
    const { feed, link } = await start(test);
    await fillForm(feed, `${link}?change=offer-2`, 'change=', { again: 'yes' });
    assert.deepEqual((await proposals(feed))[0]?.after, { status: 'published' });
    const { fields } = formOn(await visit(feed, `${link}?change=offer-1`), link, 'change=');
    await sendForm(feed, `${link}?change=offer-1`, { ...fields, again: 'yes' });
    assert.equal((await proposals(feed)).length, 1);
  });

  it('is published at once where the office trusts the provider with it', async (test) => {
    const { feed, link } = await start(test);
    await trust(feed, ['contact']);
    const sent = await fillForm(feed, `${link}?change=offer-1`, 'change=', {
      ...{ phone: '030 23125 119', openings: 'full' },
    });
    assert.match(
      (await visit(feed, sent.location)).text,
      /Schon im Verzeichnis Kontakt .*030 23125 119 Wartet auf das Büro .*Plätze/,
    );
    assert.equal((await published(feed)).contact?.phone, '030 23125 119');
    assert.equal((await published(feed)).openings?.state, 'free');
  });

  it('that was published at once comes to the same page when it comes twice', async (test) => {
    const { feed, link } = await start(test);
    await trust(feed, ['openings']);
    const address = `${link}?change=offer-1`;
    const { fields } = formOn(await visit(feed, address), address, 'change=');
    const form = { ...fields, openings: 'full' };
    const first = await sendForm(feed, address, form);
    const second = await sendForm(feed, address, form);
    assert.deepEqual([second.status, second.location], [303, first.location]);
    assert.equal((await proposals(feed)).length, 1);
  });

  it('tells later what the office did not take over', async (test) => {
    const { feed, link } = await start(test);
    const sent = await fillForm(feed, `${link}?change=offer-1`, 'change=', { openings: 'full' });
    const [proposal] = await proposals(feed);
    const by = 'buero@example.org';
    const decision = { proposal: proposal!.id, field: 'openings', accepted: false, by } as const;
    await decide(feed.store, { ...decision, now: MONDAY_NOON });
    assert.match((await visit(feed, sent.location)).text, /Vom Büro nicht übernommen Plätze/);
  });

  it('says by field what is wrong and what to do, and loses nothing', async (test) => {
    const { feed, link } = await start(test);
    const typed = {
      ...{ phone: 'abc', email: 'nix', web: 'kein Web', until: '31.2.2027', cost: '-5 €' },
      ...{ free: '', note: 'x'.repeat(2_001), 'registration-text': 'Am <b>Tresen</b>' },
    };
    const page = await fillForm(feed, `${link}?change=offer-1`, 'change=', typed);
    assert.equal(page.status, 422);
    assert.match(page.text, /Noch nicht abgeschickt: 6 Stellen brauchen Sie noch\./);
    const links = [...page.html.matchAll(/<a href="#(by-[a-z-]+)"/g)].map(([, id]) => id);
    const wrong = ['cost', 'until', 'phone', 'email', 'web', 'note'];
    assert.deepEqual(
      links,
      wrong.map((name) => `by-${name}`),
    );
    for (const name of wrong) {
      const control = new RegExp(`<(?:input|textarea)\\s[^>]*id="by-${name}"[^>]*>`).exec(
        page.html,
      );
      assert.match(control?.[0] ?? '', /aria-invalid="true"/, name);
      assert.match(control?.[0] ?? '', new RegExp(`aria-describedby="[^"]*by-${name}-problem`));
      assert.match(page.html, new RegExp(`<p class="problem" id="by-${name}-problem">`));
    }
    assert.match(page.html, /<div class="note" role="alert" tabindex="-1" autofocus>/);
    const { fields } = formOn(page, link, 'change=');
    for (const [name, value] of Object.entries(typed)) if (value) assert.equal(fields[name], value);
    assert.equal((await proposals(feed)).length, 0);
    const mended = {
      ...fields,
      phone: '030 23125 119',
      email: '',
      web: '',
      until: '',
      cost: '5 €',
      note: '',
    };
    assert.equal((await sendForm(feed, `${link}?change=offer-1`, mended)).status, 303);
  });

  it('says so where nothing was changed', async (test) => {
    const { feed, link } = await start(test);
    const page = await fillForm(feed, `${link}?change=offer-1`, 'change=');
    assert.equal(page.status, 422);
    assert.match(page.text, /Sie haben nichts geändert/);
  });

  it('brings the office a note alone, where the form has no field for it', async (test) => {
    const { feed, link } = await start(test);
    const note = 'Der Titel ist falsch.';
    const sent = await fillForm(feed, `${link}?change=offer-1`, 'change=', { note });
    assert.match((await visit(feed, sent.location)).text, /Ihre Nachricht liegt beim Büro/);
    const [report] = [...(await feed.store.papers('report')).values()];
    assert.deepEqual(
      [report?.kind, report?.id, report?.text, report?.reach],
      ['offer', ONE, note, 'Haus am Park e. V.'],
    );
  });

  it('is sent once, however often the form comes', async (test) => {
    const { feed, link } = await start(test);
    const address = `${link}?change=offer-1`;
    const { fields } = formOn(await visit(feed, address), address, 'change=');
    const form = { ...fields, openings: 'full' };
    const first = await sendForm(feed, address, form);
    const second = await sendForm(feed, address, form);
    assert.equal(second.location, first.location);
    assert.equal((await proposals(feed)).length, 1);
  });

  it('notices what the office has changed meanwhile, and only that', async (test) => {
    const { feed, link } = await start(test);
    const address = `${link}?change=offer-1`;
    const { fields } = formOn(await visit(feed, address), address, 'change=');
    const contact = { ...cooking.contact, email: 'neu@example.org' };
    await feed.publish({ offers: [{ ...cooking, contact, openings: { state: 'waiting-list' } }] });
    const form = { ...fields, openings: 'full', phone: '030 23125 119' };
    const page = await sendForm(feed, address, form);
    assert.equal(page.status, 422);
    assert.match(page.text, /1 Stelle braucht Sie noch.*Dort steht jetzt: „Warteliste“/);
    const again = formOn(page, address, 'change=');
    assert.equal(again.fields.openings, 'full');
    assert.equal(again.fields.email, 'neu@example.org');
    assert.equal((await sendForm(feed, address, again.fields)).status, 303);
    const [proposal] = await proposals(feed);
    assert.equal(proposal?.after.contact?.email, 'neu@example.org');
    assert.equal(proposal?.after.contact?.phone, '030 23125 119');
    assert.equal(proposal?.after.openings?.state, 'full');
  });

  it('a second time starts from what waits already, and sends both', async (test) => {
    const { feed, link } = await start(test);
    const address = `${link}?change=offer-1`;
    const phone = '030 23125 119';
    await fillForm(feed, address, 'change=', { phone, note: 'Bitte anrufen' });
    const page = await visit(feed, address);
    const { fields } = formOn(page, address, 'change=');
    assert.equal(fields.phone, phone);
    assert.match(page.text, /Telefon Ihre Nachricht wartet auf das Büro: Telefon E-Mail Website/);
    assert.match(page.html, /id="by-phone"[^>]*aria-describedby="by-phone-waiting"/);
    await sendForm(feed, address, { ...fields, web: 'https://example.org/kurse' });
    const [first, second] = (await proposals(feed)).sort((one) => (one.decided.contact ? -1 : 1));
    assert.equal(first?.decided.contact?.by, 'replaced');
    assert.deepEqual(second?.decided, {});
    assert.deepEqual(second.after, {
      contact: { ...cooking.contact, phone, web: 'https://example.org/kurse' },
    });
    assert.deepEqual(second.before, { contact: cooking.contact });
    assert.equal(second.note, 'Bitte anrufen', 'nothing that was said to the office is lost');
  });

  it('starts from what waits, laid over what the office has changed since', async (test) => {
    const { feed, link } = await start(test);
    const address = `${link}?change=offer-1`;
    await fillForm(feed, address, 'change=', { phone: '030 23125 119' });
    const contact = { ...cooking.contact, email: 'neu@example.org' };
    await feed.publish({ offers: [{ ...cooking, contact }] });
    const { fields } = formOn(await visit(feed, address), address, 'change=');
    assert.deepEqual([fields.phone, fields.email], ['030 23125 119', 'neu@example.org']);
  });

  it('tells a second tab of the same field what was sent from the first', async (test) => {
    const { feed, link } = await start(test);
    const address = `${link}?change=offer-1`;
    const { fields } = formOn(await visit(feed, address), address, 'change=');
    const [one, other] = ['030 23125 119', '030 23125 117'];
    await sendForm(feed, address, { ...fields, phone: one });
    const told = await sendForm(feed, address, { ...fields, phone: other });
    assert.equal(told.status, 422);
    assert.match(told.text, /Dort steht jetzt: „030 23125 119“/);
    assert.equal((await proposals(feed)).length, 1);
    const web = 'https://example.org/kurse';
    assert.equal((await sendForm(feed, address, { ...fields, web })).status, 303);
    const latest = (await proposals(feed)).find(({ decided }) => !decided.contact);
    assert.deepEqual([latest?.after.contact?.phone, latest?.after.contact?.web], [one, web]);
  });

  it('takes back what waits, where it says again what is published', async (test) => {
    const { feed, link } = await start(test);
    for (const [slug, wish, back] of [
      ['offer-1', { openings: 'full' }, { openings: 'free' }],
      ['offer-2', { again: 'yes' }, { again: '' }],
    ] as const) {
      const address = `${link}?change=${slug}`;
      await fillForm(feed, address, 'change=', wish);
      const { fields } = formOn(await visit(feed, address), address, 'change=');
      assert.deepEqual({ ...fields, ...wish }, fields);
      const sent = await sendForm(feed, address, { ...fields, ...back });
      assert.equal(sent.location, `${link}#offer-${slug}`);
    }
    const kept = await proposals(feed);
    assert.deepEqual(
      kept.map(({ decided }) => Object.values(decided).map(({ by }) => by)),
      [['replaced'], ['replaced']],
    );
    assert.doesNotMatch((await visit(feed, link)).text, /wartet auf das Büro/);
  });

  it('with a note is sent once, however often the form comes', async (test) => {
    const { feed, link } = await start(test);
    const address = `${link}?change=offer-1`;
    const { fields } = formOn(await visit(feed, address), address, 'change=');
    const form = { ...fields, openings: 'full', note: 'Bitte bald' };
    const first = await sendForm(feed, address, form);
    assert.equal((await sendForm(feed, address, form)).location, first.location);
    assert.equal((await proposals(feed)).length, 1);
    assert.equal((await feed.store.papers('report')).size, 0);
  });

  it('with new times keeps what was emptied beside them', async (test) => {
    const { feed, link } = await start(test);
    const typed = { when: 'Di 10 Uhr', phone: '' };
    const preview = await fillForm(feed, `${link}?change=offer-1`, 'change=', typed);
    const sure = formOn(preview, link, 'change=');
    await sendForm(feed, sure.action, { ...sure.fields, step: 'send' });
    const [proposal] = await proposals(feed);
    assert.deepEqual(proposal?.after.contact, { role: 'Kursbüro', name: 'Kim Muster' });
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
