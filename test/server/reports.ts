import type { Report } from '../../server/src/store/papers.js';
import { waitingReports } from '../../server/src/desk/reports.js';
import { MONDAY_NOON } from './example.js';
import type { Feed } from './feed-harness.js';

export const OFFER_FORM = '/offers/offer-1/report';
/** Long enough after a form was shown. */
export const WRITTEN = MONDAY_NOON + 10_000;

type Fields = Record<string, string | string[]>;

/** Sends a form as a browser does. */
export async function send(
  feed: Feed,
  path: string,
  fields: Fields,
  headers: Record<string, string> = {},
): Promise<Response> {
  const form = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
  return fetch(feed.url + path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
    redirect: 'manual',
  });
}

/** The ticket in a page's form. */
export function ticketIn(html: string): string {
  return /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

/** A ticket from the form as a page, which was opened long enough ago. */
export async function pageTicket(feed: Feed, path = OFFER_FORM): Promise<string> {
  feed.setClock(MONDAY_NOON);
  const { body } = await feed.get(path);
  feed.setClock(WRITTEN);
  return ticketIn(body.toString());
}

/** A ticket for an element, which asked long enough ago. */
export async function elementTicket(feed: Feed, about = 'offers/offer-1'): Promise<string> {
  feed.setClock(MONDAY_NOON);
  const { ticket } = (await feed.get(`/v1/reports?about=${about}`)).json<{ ticket: string }>();
  feed.setClock(WRITTEN);
  return ticket;
}

/** The reports that wait. */
export async function waiting({ store }: Feed): Promise<Report[]> {
  return [...(await waitingReports(store)).values()];
}
