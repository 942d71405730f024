import { request } from 'node:http';
import type { Changes } from '@vielfalt/server';
import { officeLink } from '../../server/src/desk/letters/links.js';
import { example, MONDAY_NOON } from './example.js';
import type { Feed } from './feed-harness.js';

export const KEEPER = 'keeper@office.example';

/** An answer as a browser has it. */
export interface OfficeAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  html: string;
}

/** A browser without scripts: it keeps cookies, sends forms with their origin, follows nothing. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #feed: Feed;
  /** Header fields sent with each request. */
  readonly headers: Record<string, string> = {};

  constructor(feed: Feed) {
    this.#feed = feed;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<OfficeAnswer> {
    return this.#ask('GET', path, headers);
  }

  /** Sends a form of one of the feed's pages, unless `headers` say otherwise. */
  post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<OfficeAnswer> {
    const body = new URLSearchParams(fields).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.#ask('POST', path, { ...type, origin: this.#feed.url, ...headers }, body);
  }

  #ask(method: string, path: string, headers: Record<string, string>, body = '') {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { ...this.headers, ...(cookie && { cookie }), ...headers };
    return new Promise<OfficeAnswer>((resolve, reject) => {
      const sent = request(this.#feed.url + path, { method, headers: all }, (response) => {
        let html = '';
        response.setEncoding('utf8').on('data', (text: string) => (html += text));
        response.on('end', () => {
          for (const each of response.headers['set-cookie'] ?? []) this.#keep(each);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, html });
        });
      });
      sent.on('error', reject).end(body);
    });
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/Max-Age=0/.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The token in a page's forms. */
export function tokenIn({ html }: Pick<OfficeAnswer, 'html'>): string {
  return /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

/** The example directory, with a keeper. */
export function keptExample(keepers: string[] = [KEEPER]): Changes {
  const changes = example();
  return { ...changes, directory: { ...changes.directory, keepers } };
}

/** The path of a link to the office, as a mail has it. */
export async function entryOf(feed: Feed, keeper = KEEPER): Promise<string> {
  const { secret } = await feed.store.change(async (transaction) => ({
    result: await officeLink(transaction, keeper, { baseUrl: '', now: MONDAY_NOON }),
    keep: {},
  }));
  return `/office/enter/${secret}`;
}

/** A browser that has entered. */
export async function enter(feed: Feed, keeper = KEEPER): Promise<Browser> {
  const browser = new Browser(feed);
  await browser.post(await entryOf(feed, keeper));
  return browser;
}

/** Whether the office lets a browser in. */
export async function isIn(browser: Browser): Promise<boolean> {
  const { html } = await browser.get('/office');
  return html.includes(`<bdi dir="ltr">${KEEPER}</bdi>`) && html.includes('action="/office/leave"');
}
