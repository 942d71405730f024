import { fixture } from '@open-wc/testing-helpers';
import { html } from 'lit';
import type { DirectoryHead, ProviderAnswer } from '@vielfalt/feed';
import type { VielfaltProviderCard } from '../../widget/src/provider-card/provider-card.js';
import type { CardSettings } from '../../widget/src/store/card-context.js';
import { accessible } from './accessible.js';
import { equal, match } from './assert.js';
import { PROVIDER, card, context, directory, terms } from './cards.js';
import { Shown, restoreFetch } from './shown-card.js';
import { holds, lacks, plain } from './words.js';

const TAKING: DirectoryHead = { ...directory, reports: true };
const taking = (more: Partial<CardSettings> = {}): CardSettings =>
  context(undefined, { directory: TAKING, ...more });

interface Sent {
  method: string;
  path: string;
  fields: [string, string][];
  credentials: RequestCredentials | undefined;
  headers: HeadersInit | undefined;
}

/** The feed's side: what it was sent, and what it answers to a report. */
class Feed {
  readonly sent: Sent[] = [];
  tickets = 0;
  report: () => Response | Promise<Response> = () => Response.json({ received: true });
  ticket: () => Response = () => Response.json({ ticket: `ticket-${++this.tickets}` });
  /** How far this page's clock has gone on by itself. */
  #ahead = 0;
  readonly #now = performance.now.bind(performance);

  constructor() {
    performance.now = () => this.#now() + this.#ahead;
    globalThis.fetch = async (input, init = {}) => {
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      const { method = 'GET', body, credentials, headers } = init;
      const fields = body instanceof URLSearchParams ? [...body] : [];
      this.sent.push({ method, path: pathname + search, fields, credentials, headers });
      return method === 'POST' ? this.report() : this.ticket();
    };
  }

  /** Lets a visitor take their time. */
  later() {
    this.#ahead += 10_000;
  }

  get reports(): Sent[] {
    return this.sent.filter(({ method }) => method === 'POST');
  }

  end() {
    performance.now = this.#now;
    restoreFetch();
  }
}

/** An open card's form. */
async function openForm(shown: Shown): Promise<Shown> {
  await shown.open();
  shown.find('#report').click();
  await shown.there('.report form');
  await shown.settled();
  return shown;
}

const problem = (status: number, parameter?: string) => () =>
  Response.json(
    { status, ...(parameter && { problems: [{ parameter, value: '', detail: '' }] }) },
    { status },
  );

describe('the form for what is wrong', () => {
  let feed: Feed;
  beforeEach(() => (feed = new Feed()));
  afterEach(() => feed.end());

  const write = (shown: Shown, text: string) =>
    (shown.find<HTMLTextAreaElement>('.report textarea').value = text);
  const submit = async (shown: Shown) => {
    shown.find('.report .primary').click();
    await shown.settled();
    await shown.settled();
  };

  it('is not there where the feed does not take reports', async () => {
    const { client } = context();
    client.files = async () => ({});
    const origin = {
      directory: 'https://north.example/',
      id: PROVIDER,
      name: 'Nord',
      page: 'https://north.example/offers/cafe',
      reportTo: 'fehler@north.example',
    };
    const none: [Parameters<typeof Shown.of>[0], CardSettings][] = [
      [{}, context()],
      [{}, taking({ client })],
      [{ origin }, taking()],
      [{}, taking({ directory: { ...TAKING, reportTo: 'https://office.example/form' } })],
    ];
    for (const [offer, around] of none) {
      const shown = await (await Shown.of(offer, around)).open();
      equal(shown.all('#report'), []);
      holds(shown.link('Fehler melden') ?? '', ':');
    }
    equal(feed.sent, []);
  });

  it('stands beside the letter, opens in place and takes the focus', async () => {
    const shown = await (await Shown.of({}, taking())).open();
    match(shown.link('vielfalt@example.org') ?? '', /^mailto:vielfalt@example\.org\?subject=/);
    equal(feed.sent, [], 'nobody is asked before it is opened');
    const button = shown.find('#report');
    equal([plain(button), button.getAttribute('aria-expanded')], ['Fehler melden', 'false']);
    button.click();
    await shown.there('.report form');
    await shown.settled();
    equal(button.getAttribute('aria-expanded'), 'true');
    equal(shown.focused?.getAttribute('value'), 'closed');
    holds(shown.text, 'Ihre Meldung liest: Amt für Integration, Musterkreis.');
    holds(shown.text, '90 Tage');
    await accessible(shown.element);
    equal(
      feed.sent.map(({ path }) => path),
      ['/v1/reports?about=offers%2Fcafe-vielfalt'],
    );
  });

  it('sends what was written and nothing else, so that no preflight is needed', async () => {
    const shown = await openForm(await Shown.of({}, taking()));
    shown.find('.report [value=times]').click();
    write(shown, 'Jetzt um 10 Uhr');
    feed.later();
    await submit(shown);
    const [sent] = feed.reports;
    equal(sent, {
      method: 'POST',
      path: '/v1/reports',
      fields: [
        ['wrong', 'times'],
        ['text', 'Jetzt um 10 Uhr'],
        ['about', 'offers/cafe-vielfalt'],
        ['ticket', 'ticket-1'],
      ],
      credentials: 'omit',
      headers: undefined,
    });
    holds(shown.text, 'Danke! Ihre Meldung ist angekommen.');
    equal(shown.focused === shown.find('.thanks'), true);
    equal(shown.all('.report form'), []);
  });

  it('asks for one thing at least', async () => {
    const shown = await openForm(await Shown.of({}, taking()));
    write(shown, '  \n');
    await submit(shown);
    holds(plain(shown.find('.report [role=status]')), 'Kreuzen Sie bitte etwas an');
    equal(shown.focused?.getAttribute('value'), 'closed');
    equal(feed.reports, []);
  });

  it('says while it is sent that it is, and sends once', async () => {
    const shown = await openForm(await Shown.of({}, taking()));
    let arrive: (response: Response) => void = () => {};
    feed.report = () => new Promise((resolve) => (arrive = resolve));
    write(shown, 'Zu.');
    feed.later();
    await submit(shown);
    equal(plain(shown.find('.report [role=status]')), 'Wird gesendet …');
    await submit(shown);
    equal(feed.reports.length, 1);
    arrive(Response.json({ received: true }));
    await shown.there('.thanks');
  });

  it('keeps what was written where it does not arrive, and shows the way that is left', async () => {
    const shown = await openForm(await Shown.of({}, taking()));
    write(shown, 'Zu.');
    feed.later();
    const portal = () => new Response('<p>Welcome to our Wi-Fi</p>', { status: 200 });
    const failing: [() => Response, RegExp, boolean][] = [
      [problem(429), /zu viele Meldungen/, true],
      [problem(410), /nicht angekommen/, true],
      [problem(400, 'ticket'), /schicken Sie es noch einmal ab/, false],
      [portal, /nicht angekommen/, true],
      [() => Response.json(null), /nicht angekommen/, true],
      [() => Response.json({ received: 'yes', problems: 'no' }), /nicht angekommen/, true],
      [() => Response.error(), /nicht angekommen/, true],
    ];
    for (const [answer, words, hasLetter] of failing) {
      feed.report = answer;
      feed.later();
      await submit(shown);
      feed.later();
      const said = shown.find('.report [role=status]');
      match(plain(said), words);
      equal(said.querySelector('a[href^="mailto:"]') !== null, hasLetter);
      equal(shown.find<HTMLTextAreaElement>('.report textarea').value, 'Zu.');
    }
    equal(feed.tickets, 2, 'a ticket that is not valid any more is asked for anew');
    feed.report = () => Response.json({ received: true });
    await submit(shown);
    holds(shown.text, 'Danke!');
  });

  it('is sent with a ticket that comes only then, where none came before', async () => {
    feed.ticket = () => new Response('', { status: 404 });
    const shown = await openForm(await Shown.of({}, taking()));
    write(shown, 'Zu.');
    await submit(shown);
    match(plain(shown.find('.report [role=status]')), /nicht angekommen/);
    equal(feed.reports, [], 'an old feed says that it takes reports, and does not');
  });

  it('is left by Escape, which closes the form and not the card, and keeps what was written', async () => {
    const shown = await openForm(await Shown.of({}, taking()));
    write(shown, 'Zu.');
    const escape = () =>
      shown
        .find('.report textarea')
        .dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
        );
    escape();
    await shown.settled();
    equal([shown.element.open, shown.find('.report').hidden], [true, true]);
    equal(shown.focused?.id, 'report');
    shown.find('#report').click();
    await shown.settled();
    equal(shown.find<HTMLTextAreaElement>('.report textarea').value, 'Zu.');
    shown.find('.report .acts [type=button]').click();
    await shown.settled();
    equal([shown.find('.report').hidden, shown.focused?.id], [true, 'report']);
  });

  it('begins anew after it was sent, and for another offer', async () => {
    const shown = await openForm(await Shown.of({}, taking()));
    write(shown, 'Zu.');
    feed.later();
    await submit(shown);
    const turn = async () => {
      shown.find('#report').click();
      await shown.settled();
    };
    await turn();
    await turn();
    equal(shown.find<HTMLTextAreaElement>('.report textarea').value, '');
    shown.element.card = card({ id: PROVIDER, slug: 'other' });
    await shown.settled();
    equal(shown.all('.report'), []);
  });

  it('speaks the language of the page, from right to left', async () => {
    const shown = await Shown.of({}, taking(), 'ar');
    await shown.there('.root[dir=rtl]');
    await openForm(shown);
    holds(shown.text, 'هل هناك خطأ؟');
    lacks(plain(shown.find('.report')), 'Abschicken');
    await accessible(shown.element);
  });

  it('shows no markup of a lying feed', async () => {
    const lying = { ...TAKING, publisher: '<img src=x onerror=alert(1)>', reportTo: 'a@b.example' };
    const shown = await openForm(await Shown.of({}, taking({ directory: lying })));
    holds(shown.text, '<img src=x onerror=alert(1)>');
    equal(shown.all('img'), []);
  });

  it('stands on the card of a provider, too', async () => {
    const answer: ProviderAnswer = {
      directory: TAKING,
      provider: { id: PROVIDER, slug: 'haus', source: 'office', name: 'Haus am Park e. V.' },
      offers: 0,
      terms,
    };
    const tickets = feed.ticket;
    feed.ticket = () =>
      feed.sent.at(-1)?.path.includes('reports') ? tickets() : Response.json(answer);
    const element = await fixture<VielfaltProviderCard>(
      html`<vielfalt-provider-card
        lang="de"
        provider="haus"
        feed="https://feed.example/"
      ></vielfalt-provider-card>`,
    );
    const shown = new Shown(element as never);
    await shown.there('#report');
    shown.find('#report').click();
    await shown.there('.report form');
    shown.find('.report [value=closed]').click();
    feed.later();
    await submit(shown);
    await shown.there('.thanks');
    equal(feed.reports[0]?.fields, [
      ['wrong', 'closed'],
      ['about', 'providers/haus'],
      ['ticket', 'ticket-1'],
    ]);
  });
});
