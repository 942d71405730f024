import { writeDeed } from '../../desk/deeds.js';
import { settleReport, waitingReports } from '../../desk/reports.js';
import { reportTexts } from '../../languages/words.js';
import type { Report } from '../../store/papers.js';
import { around, html } from '../../text/html.js';
import { prose } from '../words.js';
import { aboutOffer, aboutProvider, dayOf, inTable } from './about.js';
import type { Office, OfficeItem, OfficeSection } from './section.js';

/** What visitors say is wrong. */
export const reports: OfficeSection = {
  id: 'reports',
  title: (words) => words.reports.title,
  async items(office) {
    const waiting = [...(await waitingReports(office.sources.store))];
    return Promise.all(waiting.map(([id, report]) => itemOf(id, report, office)));
  },
  async act({ item }, { sources, keeper, now }) {
    const { store } = sources;
    const report = (await store.papers('report', [item])).get(item);
    if (!report || report.settled) return 'late';
    await settleReport(store, item, keeper, now);
    await writeDeed(store, { keeper, what: 'settle', subject: report.id }, now);
    return 'done';
  },
};

async function itemOf(id: string, report: Report, office: Office): Promise<OfficeItem> {
  const { context, words } = office;
  const { answers } = context.site;
  const offer = report.kind === 'offer' ? await answers.offer(report.id) : undefined;
  const provider = report.kind === 'provider' ? await answers.provider(report.id) : undefined;
  const record = offer ?? provider;
  const { reasons } = reportTexts(context.language);
  const told = report.reasons.map((reason) => reasons[reason]).join(' · ');
  return {
    id,
    heading: (offer && aboutOffer(offer, office)) ?? (provider && aboutProvider(provider, office)),
    body: [
      html`<p class="muted">${dayOf(report.at, context)}</p>`,
      told && html`<p><strong>${told}</strong></p>`,
      report.text && html`<div class="prose" dir="auto">${prose(report.text)}</div>`,
      report.reach !== undefined &&
        html`<p>${around(words.reports.reach, 'address', html`<bdi>${report.reach}</bdi>`)}</p>`,
      record && inTable(record, office),
    ],
    buttons: [{ value: 'settle', label: words.settle, isMain: true }],
  };
}
