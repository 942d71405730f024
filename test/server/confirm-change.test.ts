import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decide } from '../../server/src/desk/changes.js';
import { fillForm, formOn, linkFor, sendForm } from './confirm-harness.js';
import { ONE, changes, cooking, proposals, published, start, trust } from './confirming.js';
import { MONDAY_NOON } from './example.js';
import { startFeed } from './feed-harness.js';
import { visit } from './page-harness.js';

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
