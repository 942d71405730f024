import { createHash, timingSafeEqual } from 'node:crypto';
import { findSession, keeperNamed, type Session } from '../../desk/keepers.js';
import type { Visit, VisitSources } from '../../desk/visit.js';
import { rootOf } from '../context.js';

/** Who has entered, as of now: whoever is no keeper any more is out. */
export async function sessionOf(visit: Visit, sources: VisitSources): Promise<Session | undefined> {
  await sources.refresh();
  const { directory } = sources.site().reference;
  const secret = visit.cookies.get(cookieName(sources)) ?? '';
  const session = await findSession(sources.store, secret, directory, sources.clock());
  const isOther = sources.officeHeader && session?.keeper !== vouchedFor(visit, sources);
  return isOther ? undefined : session;
}

/**
 * The keeper that a proxy names, where one is to. It counts from near addresses alone, since a client
 * can write any header, and once, since a proxy may hand on the client's beside its own.
 */
export function vouchedFor(visit: Visit, sources: VisitSources): string | undefined {
  const { officeHeader } = sources;
  if (officeHeader === undefined || !visit.isFromNear) return undefined;
  return keeperNamed(sources.site().reference.directory, visit.header(officeHeader) ?? '');
}

/** What a form of a session holds, so that no other page can write one. */
export function formToken({ secret }: Session): string {
  return createHash('sha256').update(`form ${secret}`).digest('base64url');
}

/** Tells whether a form was made for a session. */
export function isOwnForm({ form }: Visit, session: Session): boolean {
  const [given, wanted] = [form.get('token') ?? '', formToken(session)].map((text) =>
    createHash('sha256').update(text).digest(),
  ) as [Buffer, Buffer];
  return timingSafeEqual(given, wanted);
}

function isSecure({ baseUrl }: Pick<VisitSources, 'baseUrl'>): boolean {
  return baseUrl?.startsWith('https:') ?? false;
}

/** With `__Host-` no other host of the domain and no page without TLS can set it. */
export function cookieName(sources: Pick<VisitSources, 'baseUrl'>): string {
  return isSecure(sources) ? '__Host-office' : 'office';
}

/** The cookie of a session, until the browser is closed; without one it is taken away. */
export function sessionCookie(session: Session | undefined, sources: VisitSources): string {
  const path = isSecure(sources) ? '/; Secure' : `${rootOf(sources.baseUrl ?? '')}/office`;
  const gone = session ? '' : '; Max-Age=0';
  const value = session?.secret ?? '';
  return `${cookieName(sources)}=${value}; Path=${path}; HttpOnly; SameSite=Strict${gone}`;
}
