import { fill, longDate, plural } from '@vielfalt/feed/wording';
import { localTime } from '@vielfalt/feed';
import type { Row } from '@vielfalt/feed/presentation';
import { waitingFields } from '../../desk/changes.js';
import type { Reply } from '../../http/reply.js';
import type { AmendableField, FieldValues, Proposal } from '../../store/papers.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';
import { rowList } from '../rows.js';
import { aboutOffer, backToOffers, confirmPage } from './layout.js';
import { isOpen } from './list-page.js';
import { proposalsOf, type OwnOffer, type ProviderVisit } from './provider-visit.js';
import { valueRows } from './said-fields.js';

/**
 * The page after something was said: what is published, what waits, and what comes next.
 * @param done `all`, `note`, or the id of a proposal
 * @returns undefined: the provider has said no such thing
 */
export async function donePage(
  done: string,
  offers: readonly OwnOffer[],
  visited: ProviderVisit,
): Promise<Reply | undefined> {
  const { words, sources, provider } = visited;
  const proposal = (await proposalsOf(provider, sources.store)).get(done);
  const own = offers.find(({ offer }) => offer.id === proposal?.offer);
  if (!proposal && done !== 'all' && done !== 'note') return undefined;
  return confirmPage(visited, {
    title: words.done.title,
    query: { done },
    body: html`${done === 'all' && confirmed(offers, visited)}
    ${done === 'note' && html`<p class="lead">${words.done.note}</p>`}
    ${own && proposal && [aboutOffer(own, visited), outcome(own, proposal, visited)]}
    ${next(offers, visited)}`,
  });
}

function confirmed(offers: readonly OwnOffer[], visited: ProviderVisit): Html {
  const { words, context, provider } = visited;
  const count = offers.filter(({ isConfirmed }) => isConfirmed).length;
  const text = plural(context.texts.tag, words.done.confirmed, count);
  const said = fill(text, { name: provider.name });
  // Many names end in an abbreviation: “… e. V.”.
  return html`<p class="lead">${said.replace(/\.\.$/, '.')}</p>`;
}

/** What has come of each field of a proposal. */
function outcome(own: OwnOffer, proposal: Proposal, visited: ProviderVisit): HtmlContent {
  const { done } = visited.words;
  const { after, decided } = proposal;
  const waiting = waitingFields(proposal);
  const accepted = (isAccepted: boolean) =>
    (Object.keys(decided) as AmendableField[]).filter(
      (field) => decided[field]?.accepted === isAccepted && decided[field].by !== 'replaced',
    );
  const rowsOf = (fields: readonly AmendableField[]) =>
    valueRows(own, only(after, fields), visited);
  return html`${section(done.published, rowsOf(accepted(true)), visited)}
  ${section(done.waiting, rowsOf(waiting), visited, done.waitingHint)}
  ${section(done.refused, rowsOf(accepted(false)), visited)}
  ${proposal.note && html`<p>${done.note}</p>`}`;
}

function only(values: FieldValues, fields: readonly AmendableField[]): FieldValues {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

function section(
  title: string,
  rows: Row[],
  { context }: ProviderVisit,
  hint?: string,
): HtmlContent {
  return (
    rows.length > 0 &&
    html`<section>
      <h2>${title}</h2>
      ${hint && html`<p>${hint}</p>`} ${rowList(rows, context)}
    </section>`
  );
}

function next(offers: readonly OwnOffer[], visited: ProviderVisit): Html {
  const { words, context, pass } = visited;
  const { done } = words;
  const { timeZone } = context.directory;
  const open = offers.filter(isOpen).length;
  const { date } = localTime(Date.parse(pass.expires), timeZone);
  const { tag } = context.texts;
  return html`<section>
    <h2>${done.next}</h2>
    <p>
      ${open > 0 ? plural(tag, done.left, open) : fill(done.nothing, { date: longDate(date, tag) })}
    </p>
    ${backToOffers(visited)}
  </section>`;
}
