import { pageContext } from './context.js';
import { goneOffer, goneProvider } from './gone.js';
import { missingPage } from './missing.js';
import { elsewherePage, reportPage, thanksPage } from './report-page.js';
import { reportPath } from './report.js';
import type { Report } from '../store/papers.js';
import { issueReportTicket, readReportForm, takeReport } from '../desk/report-form.js';
import { findRecord, isGone, takesReports } from '../desk/reported-record.js';
import type { VisitRoute } from '../desk/visit.js';

/** `/offers/{slug}/report` and `/providers/{slug}/report`: the form as a page. */
export function reportPageVisit(kind: Report['kind']): VisitRoute {
  return {
    path: reportPath(kind, ':name'),
    async reply(visit, sources) {
      const site = sources.site();
      const { parameters } = visit;
      const about = await findRecord(kind, visit.name, site);
      if (!about || !takesReports(site)) return missingPage(site, parameters);
      if (isGone(about, site)) {
        return about.kind === 'offer'
          ? goneOffer(site, parameters, about.record)
          : goneProvider(site, parameters, about.record);
      }
      const context = pageContext(site, parameters);
      if (about.record.origin?.reportTo) return elsewherePage(about, context);
      const subject = { kind, id: about.record.id };
      if (visit.method === 'GET') {
        if (parameters.has('sent')) return thanksPage(about, context);
        return reportPage(about, { ticket: await issueReportTicket(subject, sources) }, context);
      }
      const sent = readReportForm(visit.form);
      const fault = await takeReport(sent, subject, visit, sources);
      if (fault === undefined) {
        const to = context.href(reportPath(kind, about.record.slug), 'sent=yes');
        return { status: 303, body: '', type: 'text/plain', headers: { Location: to } };
      }
      const ticket = fault === 'void' ? await issueReportTicket(subject, sources) : sent.ticket;
      return reportPage(about, { ticket, sent, fault }, context);
    },
  };
}
