import { randomUUID } from 'node:crypto';
import { plural } from '@vielfalt/feed/wording';
import { propose, waitingFields } from '../../desk/changes.js';
import { keepReport } from '../../desk/reports.js';
import type { Reply } from '../../http/reply.js';
import { isSaidBy } from '../../importing/amend.js';
import type { FieldValues, Proposal } from '../../store/papers.js';
import { html, type HtmlContent } from '../../text/html.js';
import {
  fingerprintsOf,
  readChange,
  waitingControls,
  writtenChange,
  type ChangeField,
  type FieldProblem,
  type ReadChange,
} from './change-fields.js';
import { changeForm, controlId, type FormState } from './change-form.js';
import { aboutOffer, backToOffers, confirmPage } from './layout.js';
import { previewPage } from './preview-page.js';
import {
  leadTo,
  ownAddress,
  proposalsOf,
  type OwnOffer,
  type ProviderVisit,
} from './provider-visit.js';

/** The page that asks what has changed of an offer. @param general a problem of no single field */
export function changePage(
  own: OwnOffer,
  visited: ProviderVisit,
  { typed, problems }: Partial<Pick<FormState, 'typed' | 'problems'>> = {},
  general?: string,
): Reply {
  const { words } = visited;
  const written = writtenChange(own, visited);
  const waiting = waitingControls(own, visited);
  const state = { typed: typed ?? written, problems: problems ?? [], waiting };
  const isRefused = state.problems.length > 0 || general !== undefined;
  return confirmPage(visited, {
    title: words.change.title,
    query: { change: own.offer.slug },
    ...(isRefused && { status: 422 }),
    body: html`${summary(state.problems, general, visited)} ${aboutOffer(own, visited)}
      <p>${words.change.intro}</p>
      ${changeForm(own, state, fingerprintsOf(written), visited)} ${backToOffers(visited)}`,
  });
}

/** What is wrong, at the top, each with a link to its field; it has the focus. */
function summary(
  problems: readonly FieldProblem[],
  general: string | undefined,
  { words, context }: ProviderVisit,
): HtmlContent {
  if (general !== undefined) {
    return html`<div class="note" role="alert" tabindex="-1" autofocus><p>${general}</p></div>`;
  }
  return (
    problems.length > 0 &&
    html`<div class="note" role="alert" tabindex="-1" autofocus>
      <h2>${plural(context.texts.tag, words.problems.title, problems.length)}</h2>
      <ul>
        ${problems.map(
          ({ field, text }) => html`<li><a href="#${controlId(field)}">${text}</a></li>`,
        )}
      </ul>
    </div>`
  );
}

/** Takes the form: shows times as they were understood, or sends what was typed. */
export async function receiveChange(own: OwnOffer, visited: ProviderVisit): Promise<Reply> {
  const { form } = visited.visit;
  const read = readChange(form, own, visited);
  const step = form.get('step');
  if (step === 'edit' || read.problems.length > 0) return changePage(own, visited, read);
  if (read.after.schedule !== undefined && step !== 'send') return previewPage(own, read, visited);
  return send(own, read, visited);
}

async function send(own: OwnOffer, read: ReadChange, visited: ProviderVisit): Promise<Reply> {
  const { after, before, note } = read;
  const done = await sendProposal(own, { after, before, note }, visited);
  if (done.outcome === 'faults') {
    const field = FIELD_OF[done.field] ?? 'note';
    const problems = [{ field, text: visited.words.problems.refused }];
    return changePage(own, visited, { ...read, problems });
  }
  if (done.outcome === 'nothing') return nothingNew(own, read, visited);
  return done.reply;
}

/** The answer to a form with nothing new in it: it may have come before, and be published by now. */
async function nothingNew(own: OwnOffer, read: ReadChange, visited: ProviderVisit): Promise<Reply> {
  const { visit, provider, sources, words } = visited;
  const isOld = visit.form.get('seen') !== fingerprintsOf(writtenChange(own, visited));
  const sent = [...(await proposalsOf(provider, sources.store))].filter(
    ([, { offer }]) => offer === own.offer.id,
  );
  const [latest] = sent.sort(([, one], [, other]) => other.at.localeCompare(one.at));
  if (isOld && latest) return leadTo(ownAddress(visited, { done: latest[0] }));
  return changePage(own, visited, read, words.problems.nothing);
}

/** The control of a field that the contract refuses. */
const FIELD_OF: Partial<Record<string, ChangeField>> = {
  schedule: 'when',
  cost: 'cost',
  registration: 'registration-text',
  openings: 'openings',
  contact: 'role',
  description: 'description',
};

type Sent =
  | { outcome: 'done'; reply: Reply }
  /** `field`: the first that the contract refuses. */
  | { outcome: 'faults'; field: string }
  /** There was nothing to send. */
  | { outcome: 'nothing' };

/**
 * Sends a provider's wish to the office. What is the same as one that waits is that one: a form may
 * come twice.
 */
export async function sendProposal(
  { offer }: OwnOffer,
  { after, before, note }: { after: FieldValues; before: FieldValues; note: string },
  visited: ProviderVisit,
): Promise<Sent> {
  const { sources, provider } = visited;
  const { store, clock } = sources;
  const now = clock();
  const to = (done: string): Sent => ({
    outcome: 'done',
    reply: leadTo(ownAddress(visited, { done })),
  });
  for (const [id, proposal] of await proposalsOf(provider, store)) {
    const isSame = proposal.offer === offer.id && saysNote(proposal, note);
    const waits = waitingFields(proposal).length > 0;
    // The form starts from what waits: when it comes again, nothing but its note is new.
    const isAgain = note !== '' && Object.keys(after).length === 0;
    if (waits && isSame && (isAgain || isSaidBy(proposal.after, after))) return to(id);
  }
  const wish = { offer: offer.id, provider: provider.id, before, after, ...(note && { note }) };
  const proposed = await propose(store, wish, now);
  if (proposed.outcome === 'done') {
    await sources.refresh();
    return to(proposed.id);
  }
  if (proposed.outcome === 'faults') {
    const [field = ''] = (proposed.faults[0]?.path ?? '').split(/[.[]/);
    return { outcome: 'faults', field };
  }
  if (proposed.outcome === 'withdrawn') await sources.refresh();
  if (!note) {
    return proposed.outcome === 'withdrawn'
      ? { outcome: 'done', reply: leadTo(`${ownAddress(visited)}#offer-${offer.slug}`) }
      : { outcome: 'nothing' };
  }
  const report = { kind: 'offer' as const, id: offer.id, reasons: [], text: note };
  await keepReport(store, randomUUID(), { ...report, reach: provider.name }, now);
  return to('note');
}

/** Tells whether a proposal has these words for the office; those of earlier ones stand before them. */
function saysNote({ note = '' }: Proposal, said: string): boolean {
  return said === '' ? note === '' : note.endsWith(said);
}
