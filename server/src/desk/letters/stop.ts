import { stopPage } from '../../pages/stop-page.js';
import { findPass } from '../passes.js';
import type { VisitRoute } from '../visit.js';
import { refuseReminders } from './standing.js';

/**
 * The address at which reminders are stopped: by a person, who is asked once more, and by a mail
 * program's one click, which only posts (RFC 8058).
 */
export const stopVisit: VisitRoute = {
  path: '/letters/stop/:name',
  isWithoutForm: true,
  async reply({ method, name, parameters }, { store, clock, site }) {
    const now = clock();
    const pass = await findPass(store, name, 'stop', now);
    if (!pass) return stopPage(site(), parameters, 'gone');
    if (method === 'GET') return stopPage(site(), parameters, 'question');
    await store.change(async (transaction) => {
      await refuseReminders(transaction, pass.subject, { why: 'unwanted', now });
      return { result: undefined, keep: {} };
    });
    return stopPage(site(), parameters, 'done');
  },
};
