import type { Clock } from '../clock.js';
import type { Reply } from '../http/reply.js';
import type { RoutePattern } from '../http/router.js';
import type { Route, RouteSources } from '../resources/route.js';
import type { Store } from '../store/store.js';
import type { Limits } from './limits.js';
import type { Mailer } from './mail.js';

/** A request that is somebody's own: its answer is made for it alone, and it may write. */
export interface Visit {
  /** HEAD is GET. GET changes nothing: scanners of mails follow links. */
  method: 'GET' | 'POST';
  /** The value of the route's parameter in the path. */
  name: string;
  parameters: URLSearchParams;
  /** The fields of a form that was sent; of GET there are none. */
  form: URLSearchParams;
  cookies: ReadonlyMap<string, string>;
  /** Header fields by name in lower case. */
  header(name: string): string | undefined;
  /**
   * The network that it comes from, as a number that means nothing after a restart, to limit what is
   * done from there. Kept nowhere.
   */
  network: string;
  /** Tells whether it was sent by a page of this service; `undefined`: the browser does not say. */
  isFromHere: boolean | undefined;
}

/** The means to answer visits. */
export interface VisitSources extends RouteSources {
  store: Store;
  clock: Clock;
  limits: Limits;
  /** Absent: no mail can be sent. */
  mailer: Mailer | undefined;
  /** The public address, without a slash at its end; absent: not known. */
  baseUrl: string | undefined;
  /** Shows at once what was changed. */
  refresh(): Promise<void>;
}

/** A kind of address whose visits are answered one by one; none is remembered, nor put into a frame. */
export interface VisitRoute extends RoutePattern, Pick<Route, 'summary' | 'operation'> {
  /** Elements on other websites may send its form, and read the answer. */
  isForElements?: true;
  reply(visit: Visit, sources: VisitSources): Promise<Reply>;
}
