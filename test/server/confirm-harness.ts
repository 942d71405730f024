import { request, type IncomingHttpHeaders } from 'node:http';
import { issuePass } from '../../server/src/desk/passes.js';
import type { Pass } from '../../server/src/store/papers.js';
import { uuid } from '../support/records.js';
import { MONDAY_NOON } from './example.js';
import type { Feed } from './feed-harness.js';
import { unescaped, visit, type Visited } from './page-harness.js';

const DAY = 86_400_000;

/** The address of a provider's own pages, as its mail has it. */
export async function linkFor(
  { store }: Feed,
  {
    subject = uuid(1),
    purpose = 'provider',
    now = MONDAY_NOON,
  }: Partial<Pass> & { now?: number } = {},
): Promise<string> {
  const secret = await store.change(async (transaction) => {
    const lifetime = 60 * DAY;
    const result = await issuePass(transaction, { purpose, subject }, { now, lifetime });
    return { result, keep: {} };
  });
  return `/confirm/${secret}`;
}

export interface Sent extends Visited {
  /** Where it leads, as the browser that sent the form goes on. */
  location: string;
}

/** Sends a form as a browser does. */
export async function sendForm(
  { url }: Pick<Feed, 'url'>,
  path: string,
  fields: Record<string, string> | URLSearchParams | string,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const answer = await post(url + path, body, { ...type, ...headers });
  const { location = '' } = answer.headers;
  const html = answer.body;
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  const text = unescaped(main.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
  const to = location && new URL(location, url + path);
  return {
    ...{ status: answer.status, headers: answer.headers, html, text },
    location: to && to.pathname + to.search + to.hash,
  };
}

function post(
  address: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject).end(body);
  });
}

/** A form of a page: where it is sent, and what it would send untouched, with the button pressed. */
export interface PageForm {
  action: string;
  fields: Record<string, string>;
}

/** Finds the form of a page whose address has these words in it. */
export function formOn({ html }: Visited, path: string, action: string): PageForm {
  for (const [, tag = '', inside = ''] of html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
    const to = unescaped(/action="([^"]*)"/.exec(tag)?.[1] ?? '');
    if (!to.includes(action)) continue;
    const { pathname, search } = new URL(to, `http://here.example${path}`);
    return { action: pathname + search, fields: fieldsIn(inside) };
  }
  throw new Error(`There is no form for ${action}.`);
}

function fieldsIn(inside: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const attribute = (tag: string, name: string) =>
    unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  for (const [, tag = ''] of inside.matchAll(/<input\s([^>]*)>/g)) {
    const isBox = /type="checkbox"/.test(tag);
    if (!isBox || /\bchecked\b/.test(tag)) fields[attribute(tag, 'name')] = attribute(tag, 'value');
  }
  for (const [, tag = '', text = ''] of inside.matchAll(/<textarea\s([^>]*)>([^<]*)<\/textarea/g)) {
    fields[attribute(tag, 'name')] = unescaped(text.replace(/^\n/, ''));
  }
  for (const [, tag = '', options = ''] of inside.matchAll(
    /<select\s([^>]*)>([\s\S]*?)<\/select>/g,
  )) {
    const [, chosen = ''] = /<option ([^>]*\bselected\b[^>]*)>/.exec(options) ?? [];
    fields[attribute(tag, 'name')] = attribute(chosen, 'value');
  }
  return fields;
}

/** Opens a page behind a link and sends one of its forms, with some fields as somebody fills them in. */
export async function fillForm(
  feed: Feed,
  path: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<Sent> {
  const form = formOn(await visit(feed, path), path, action);
  return sendForm(feed, form.action, { ...form.fields, ...fields });
}
