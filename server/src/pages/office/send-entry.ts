import { issueEntry } from '../../desk/keepers.js';
import type { VisitSources } from '../../desk/visit.js';
import type { PageContext } from '../context.js';
import { OFFICE_PATH } from './shell.js';

const HOUR = 3_600_000;

/** The most links that are sent to a keeper in an hour. */
const MOST = 5;

/** Sends a keeper a link; nobody waits for it, since the time would tell whose address it is. */
export function sendEntry(keeper: string, { absolute }: PageContext, sources: VisitSources): void {
  const { store, mailer, clock, limits } = sources;
  if (!mailer || !limits.take(`office link for ${keeper}`, MOST, HOUR, clock())) return;
  const send = async () => {
    const secret = await issueEntry(store, keeper, clock());
    const link = secret && absolute(`${OFFICE_PATH}/enter/${secret}`);
    if (link) await mailer.send({ to: keeper, subject: 'Link', text: link });
  };
  void send().catch(() => undefined);
}
