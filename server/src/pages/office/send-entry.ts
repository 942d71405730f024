import { sendOfficeLink } from '../../desk/letters/links.js';
import { logUnsent } from '../../desk/letters/unsent.js';
import type { Visit, VisitSources } from '../../desk/visit.js';

const HOUR = 3_600_000;

/**
 * The most links that are sent to a keeper in an hour: those that one network asks for, so that nobody
 * elsewhere can lock a keeper out, and all.
 */
const MOST_FOR_ONE = 5;
const MOST = 20;

/**
 * Sends a keeper a link. Nobody waits for it: the time would tell whose address it is. What stands
 * in the way is for the operator to read.
 */
export function sendEntry(
  keeper: string,
  { language, network }: { language: string } & Pick<Visit, 'network'>,
  sources: VisitSources,
): void {
  const { store, mailer, clock, limits, log, baseUrl } = sources;
  if (!mailer || baseUrl === undefined) return;
  const now = clock();
  if (!limits.take(`office link to ${keeper} for ${network}`, MOST_FOR_ONE, HOUR, now)) return;
  if (!limits.take(`office link to ${keeper}`, MOST, HOUR, now)) return;
  const means = { store, mailer, now, baseUrl };
  void sendOfficeLink(means, { keeper, language }).catch((error: unknown) =>
    logUnsent(log, 'office-link', error),
  );
}
