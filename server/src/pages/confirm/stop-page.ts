import { randomUUID } from 'node:crypto';
import { fill } from '@vielfalt/feed/wording';
import { addressId } from '../../desk/letters/letters.js';
import { refuseReminders } from '../../desk/letters/standing.js';
import { passId } from '../../desk/passes.js';
import { keepReport } from '../../desk/reports.js';
import { confirmTexts, letterTexts } from '../../languages/words.js';
import type { Reply } from '../../http/reply.js';
import { html } from '../../text/html.js';
import { backToOffers, confirmPage, toOffice } from './layout.js';
import { leadTo, ownAddress, type ProviderVisit } from './provider-visit.js';

/** The page on which somebody says that they want no mails, or that the link is not for them. */
export function stopPage(visited: ProviderVisit): Reply {
  const { words, provider, visit } = visited;
  if (visit.parameters.get('stop') === 'done') return stoppedPage(visited);
  const { stop } = words;
  return confirmPage(visited, {
    title: stop.title,
    query: { stop: 'yes' },
    body: html`<p class="lead">${fill(stop.intro, { name: provider.name })}</p>
      <form method="post" action="${ownAddress(visited, { stop: 'yes' })}">
        <p><button class="button" name="why" value="unwanted">${stop.unwanted}</button></p>
        <p>${stop.unwantedHint}</p>
        <p><button class="button" name="why" value="stranger">${stop.stranger}</button></p>
        <p>${stop.strangerHint}</p>
      </form>
      ${backToOffers(visited)}`,
  });
}

/** Takes what they say of the address that the link was sent to. A stranger's link ends, and the office is told. */
export async function receiveStop(visited: ProviderVisit): Promise<Reply> {
  const { visit, sources, provider, context } = visited;
  const { store, clock } = sources;
  const now = clock();
  const why = visit.form.get('why');
  if (why !== 'unwanted' && why !== 'stranger') return stopPage(visited);
  await store.change(async (transaction) => {
    const { email } = provider.contact ?? {};
    const address = visited.pass.address ?? (email && addressId(email));
    if (address) await refuseReminders(transaction, address, { why, now });
    if (why === 'stranger') {
      await transaction.putPapers('pass', new Map([[passId(visit.name), undefined]]));
    }
    return { result: undefined, keep: {} };
  });
  if (why === 'stranger') {
    const { report: text } = confirmTexts(context.directory.language).stop;
    const report = { kind: 'provider' as const, id: provider.id, reasons: [], text };
    await keepReport(store, randomUUID(), report, now);
    // There is nothing behind the link any more that could be led to.
    return strangerPage(visited);
  }
  return leadTo(ownAddress(visited, { stop: 'done' }));
}

/** Reminders alone end: a link that somebody asks for is sent. */
function stoppedPage(visited: ProviderVisit): Reply {
  const { words, context } = visited;
  const { title, done } = letterTexts(context.language).stop;
  return confirmPage(visited, {
    title,
    query: { stop: 'done' },
    body: html`<p class="lead">${done}</p>
      ${toOffice(words.stop.doneHint, context)}`,
  });
}

function strangerPage(visited: ProviderVisit): Reply {
  const { stop } = visited.words;
  return confirmPage(visited, {
    title: stop.done,
    query: { stop: 'done' },
    body: toOffice(stop.doneHint, visited.context),
  });
}
