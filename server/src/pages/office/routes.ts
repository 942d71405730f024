import { fill, longDate } from '@vielfalt/feed/wording';
import { printChanges } from '../../desk/print-changes.js';
import {
  enterByName,
  enterByPass,
  findEntry,
  keeperNamed,
  leave,
  type Session,
} from '../../desk/keepers.js';
import { untoldChanges } from '../../desk/untold-changes.js';
import type { Visit, VisitRoute, VisitSources } from '../../desk/visit.js';
import { Problem } from '../../http/problem.js';
import type { Reply } from '../../http/reply.js';
import { officeTexts } from '../../languages/words.js';
import { pageContext, type PageContext } from '../context.js';
import { SAID, listPage } from './list-page.js';
import type { Office } from './section.js';
import { SECTIONS } from './sections.js';
import { sendEntry } from './send-entry.js';
import { formToken, isOwnForm, sessionCookie, sessionOf, vouchedFor } from './session.js';
import { CHANGES_PATH, OFFICE_PATH, led } from './shell.js';
import { TRUST_PATH, saveTrust, trustList, trustPage } from './trust.js';
import { entryPage, foreignPage, overPage, signInPage } from './sign-in.js';

const HOUR = 3_600_000;

/** The most requests of a network in an hour: for links, to enter, and inside. */
const MOST = { link: 10, enter: 60, visit: 3_000 } as const;

function isAllowed(what: keyof typeof MOST, visit: Visit, sources: VisitSources): boolean {
  return sources.limits.take(`office ${what} ${visit.network}`, MOST[what], HOUR, sources.clock());
}

/** @throws Problem 403 where a form does not come from here for certain, 429 where it is one of too many */
function check(what: keyof typeof MOST, visit: Visit, sources: VisitSources): void {
  if (visit.method === 'POST' && !visit.isFromHere) {
    throw new Problem(403, 'A form of the office is sent from its own pages alone.');
  }
  if (isAllowed(what, visit, sources)) return;
  throw new Problem(
    429,
    'That was too much at once. Try again in an hour.',
    {},
    { 'Retry-After': '3600' },
  );
}

function officeFor(session: Session, context: PageContext, sources: VisitSources): Office {
  const words = officeTexts(context.language);
  return { context, words, keeper: session.keeper, now: sources.clock(), sources };
}

/** `GET /office` lists what waits; `POST /office` settles something of it. */
async function replyOffice(visit: Visit, sources: VisitSources): Promise<Reply> {
  check('visit', visit, sources);
  const session = await sessionOf(visit, sources);
  const context = pageContext(sources.site(), visit.parameters);
  if (!session) return outside(visit, sources, context);
  const office = officeFor(session, context, sources);
  if (visit.method === 'POST') return act(visit, session, office);
  const only = visit.parameters.get('only') ?? undefined;
  const said = saidOf(visit, office);
  const part = visit.parameters.get('in') ?? '';
  return listPage(office, session, { only, part, ...(said !== undefined && { said }) });
}

/** What there is to say of the form before. */
function saidOf({ parameters }: Visit, { words, context }: Office): string | undefined {
  const said = parameters.get('said');
  if (said === 'sent') {
    const date = longDate(context.site.date, context.texts.tag);
    return fill(words.unchecked.sent, { date });
  }
  return said === 'done' || said === 'late' || said === 'stale' ? words[said] : undefined;
}

function outside(visit: Visit, sources: VisitSources, context: PageContext): Reply {
  if (visit.method === 'POST') return led(context.href(OFFICE_PATH));
  if (sources.officeHeader !== undefined) {
    const keeper = vouchedFor(visit, sources);
    return keeper === undefined
      ? foreignPage(context)
      : entryPage(context, keeper, `${OFFICE_PATH}/enter`);
  }
  const said = visit.parameters.get('said');
  const note = (['sent', 'left'] as const).find((each) => each === said);
  return signInPage(context, sources.mailer !== undefined, { note });
}

async function act(visit: Visit, session: Session, office: Office): Promise<Reply> {
  const { context } = office;
  const back = (said: string, part?: string) =>
    led(`${context.href(OFFICE_PATH, `said=${said}${part ? `&in=${part}` : ''}`)}#${SAID}`);
  if (!isOwnForm(visit, session)) return back('stale');
  const { form } = visit;
  const section = SECTIONS.find(({ id }) => id === form.get('section'));
  if (!section?.act) throw new Problem(400, 'The office has no such section.');
  const item = form.get('item') ?? '';
  const outcome = await section.act({ item, act: form.get('act') ?? '', form }, office);
  await office.sources.refresh();
  if (typeof outcome === 'string') return back(outcome, section.id);
  return listPage(office, session, { said: outcome.trouble });
}

/** `POST /office/link`: the answer, and the time it takes, are the same whoever asks. */
function replyLink(visit: Visit, sources: VisitSources): Reply {
  const context = pageContext(sources.site(), visit.parameters);
  if (visit.method === 'GET') return led(context.href(OFFICE_PATH));
  check('visit', visit, sources);
  if (!isAllowed('link', visit, sources)) {
    return signInPage(context, true, { note: 'often', status: 429 });
  }
  const { directory } = sources.site().reference;
  const keeper = keeperNamed(directory, visit.form.get('address') ?? '');
  if (keeper !== undefined && !sources.officeHeader) {
    sendEntry(keeper, { language: context.language, network: visit.network }, sources);
  }
  return led(context.href(OFFICE_PATH, 'said=sent'));
}

/** `GET` and `POST /office/enter/{secret}`. */
async function replyEnter(visit: Visit, sources: VisitSources): Promise<Reply> {
  check('enter', visit, sources);
  const { store, clock } = sources;
  const context = pageContext(sources.site(), visit.parameters);
  if (sources.officeHeader !== undefined) return foreignPage(context);
  if (visit.method === 'GET') {
    const keeper = await findEntry(store, visit.name, clock());
    if (keeper === undefined) return overPage(context);
    return entryPage(context, keeper, `${OFFICE_PATH}/enter/${visit.name}`);
  }
  const session = await enterByPass(store, visit.name, clock());
  return session ? entered(session, context, sources) : overPage(context);
}

/** `POST /office/enter`: a proxy says who it is. */
async function replyVouched(visit: Visit, sources: VisitSources): Promise<Reply> {
  check('enter', visit, sources);
  const context = pageContext(sources.site(), visit.parameters);
  const keeper = vouchedFor(visit, sources);
  if (visit.method === 'GET') return led(context.href(OFFICE_PATH));
  const session = keeper && (await enterByName(sources.store, keeper, sources.clock()));
  return session ? entered(session, context, sources) : foreignPage(context);
}

function entered(session: Session, context: PageContext, sources: VisitSources): Reply {
  return led(context.href(OFFICE_PATH), { 'Set-Cookie': sessionCookie(session, sources) });
}

/** `GET /office/trust`: all providers. `GET` and `POST /office/trust/{slug}`: one of them. */
async function replyTrust(visit: Visit, sources: VisitSources): Promise<Reply> {
  check('visit', visit, sources);
  const session = await sessionOf(visit, sources);
  const context = pageContext(sources.site(), visit.parameters);
  if (!session) return led(context.href(OFFICE_PATH));
  const office = officeFor(session, context, sources);
  if (!visit.name) return trustList(office);
  const provider = await context.site.answers.provider(visit.name);
  if (!provider || provider.status === 'retired') return led(context.href(TRUST_PATH));
  if (visit.method === 'GET') {
    const said = saidOf(visit, office);
    return trustPage(provider, office, { token: formToken(session), said });
  }
  const isOwn = isOwnForm(visit, session);
  if (isOwn) await saveTrust(provider, visit.form, office);
  const path = `${TRUST_PATH}/${provider.slug}`;
  return led(context.href(path, `said=${isOwn ? 'done' : 'stale'}`));
}

/** `GET /office/changes.xlsx`: what the table does not say yet. */
async function replyChanges(visit: Visit, sources: VisitSources): Promise<Reply> {
  check('visit', visit, sources);
  const session = await sessionOf(visit, sources);
  const context = pageContext(sources.site(), visit.parameters);
  if (!session || visit.method === 'POST') return led(context.href(OFFICE_PATH));
  const content = await printChanges(await untoldChanges(sources.store), 'xlsx');
  return {
    body: Buffer.from(content as Uint8Array),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    headers: { 'Content-Disposition': `attachment; filename="changes-${context.site.date}.xlsx"` },
  };
}

/** `POST /office/leave` */
async function replyLeave(visit: Visit, sources: VisitSources): Promise<Reply> {
  check('visit', visit, sources);
  const session = await sessionOf(visit, sources);
  const context = pageContext(sources.site(), visit.parameters);
  if (visit.method === 'POST' && session && isOwnForm(visit, session)) {
    await leave(sources.store, session, sources.clock());
    return led(context.href(OFFICE_PATH, 'said=left'), {
      'Set-Cookie': sessionCookie(undefined, sources),
    });
  }
  return led(context.href(OFFICE_PATH));
}

/** The addresses of the office's own pages. */
export const OFFICE_VISITS: readonly VisitRoute[] = [
  { path: OFFICE_PATH, reply: replyOffice },
  { path: `${OFFICE_PATH}/link`, reply: replyLink },
  { path: `${OFFICE_PATH}/enter`, reply: replyVouched },
  { path: `${OFFICE_PATH}/enter/:name`, reply: replyEnter },
  { path: `${OFFICE_PATH}/leave`, reply: replyLeave },
  { path: CHANGES_PATH, reply: replyChanges },
  { path: TRUST_PATH, reply: replyTrust },
  { path: `${TRUST_PATH}/:name`, reply: replyTrust },
];
