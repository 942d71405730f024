import { randomUUID } from 'node:crypto';
import { fill } from '@vielfalt/feed/wording';
import { passId } from '../../desk/passes.js';
import { keepReport } from '../../desk/reports.js';
import { confirmTexts } from '../../languages/words.js';
import type { Reply } from '../../http/reply.js';
import { html } from '../html.js';
import { backToOffers, confirmPage, toOffice } from './layout.js';
import { ownAddress, type ProviderVisit } from './provider-visit.js';

/** The page on which somebody says that they want no mails, or that the link is not for them. */
export function stopPage(visited: ProviderVisit): Reply {
  const { words, provider } = visited;
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
  const { visit, sources, provider, words, context } = visited;
  const { store, clock } = sources;
  const why = visit.form.get('why');
  if (why !== 'unwanted' && why !== 'stranger') return stopPage(visited);
  if (why === 'stranger') {
    const { report: text } = confirmTexts(context.directory.language).stop;
    const report = { kind: 'provider', id: provider.id, reasons: [], text } as const;
    await keepReport(store, randomUUID(), { ...report, reasons: [] }, clock());
    await store.change(async (transaction) => {
      await transaction.putPapers('pass', new Map([[passId(visit.name), undefined]]));
      return { result: undefined, keep: {} };
    });
  }
  return confirmPage(visited, {
    title: words.stop.done,
    query: { stop: 'yes' },
    body: toOffice(words.stop.doneHint, context),
  });
}
