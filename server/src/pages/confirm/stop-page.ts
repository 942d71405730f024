import { randomUUID } from 'node:crypto';
import { fill } from '@vielfalt/feed/wording';
import { addressId } from '../../desk/letters/letters.js';
import { refuseReminders } from '../../desk/letters/standing.js';
import { passId } from '../../desk/passes.js';
import { keepReport } from '../../desk/reports.js';
import { confirmTexts } from '../../languages/words.js';
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

/** Takes what they say. A stranger's link ends, and the office is told. */
export async function receiveStop(visited: ProviderVisit): Promise<Reply> {
  const { visit, sources, provider, context } = visited;
  const { store, clock } = sources;
  const now = clock();
  const why = visit.form.get('why');
  if (why !== 'unwanted' && why !== 'stranger') return stopPage(visited);
  await store.change(async (transaction) => {
    const { email } = provider.contact ?? {};
    if (email) await refuseReminders(transaction, addressId(email), { why: 'unwanted', now });
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
    return stoppedPage(visited);
  }
  return leadTo(ownAddress(visited, { stop: 'done' }));
}

function stoppedPage(visited: ProviderVisit): Reply {
  const { stop } = visited.words;
  return confirmPage(visited, {
    title: stop.done,
    query: { stop: 'done' },
    body: toOffice(stop.doneHint, visited.context),
  });
}
