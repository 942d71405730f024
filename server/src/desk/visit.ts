import type { Clock } from '../clock.js';
import type { Reply } from '../http/reply.js';
import type { RoutePattern } from '../http/router.js';
import type { Route, RouteSources } from '../resources/route.js';
import type { Store } from '../store/store.js';
import type { ErrorLog } from './letters/unsent.js';
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
  /** Header fields by name in lower case; one that comes several times has all its values, with commas. */
  header(name: string): string | undefined;
  /**
   * The network that it comes from, as a number that means nothing after a restart, to limit what is
   * done from there. Kept nowhere.
   */
  network: string;
  /** Tells whether it was sent by a page of this service; `undefined`: the browser does not say. */
  isFromHere: boolean | undefined;
  /** Comes from this machine or a network of its own, as from a proxy in front of the service. */
  isFromNear: boolean;
}

/** The means to answer visits. */
export interface VisitSources extends RouteSources {
  store: Store;
  clock: Clock;
  limits: Limits;
  log: ErrorLog;
  /** Absent: no mail can be sent. */
  mailer: Mailer | undefined;
  /** The public address, without a slash at its end; absent: not known. */
  baseUrl: string | undefined;
  /** The header in which a proxy names the keeper, in lower case; undefined: keepers come by links. */
  officeHeader: string | undefined;
  /** Shows at once what was changed. */
  refresh(): Promise<void>;
}

/** A kind of address whose visits are answered one by one; none is remembered, nor put into a frame. */
export interface VisitRoute extends RoutePattern, Pick<Route, 'summary' | 'operation'> {
  /** Elements on other websites may send its form, and read the answer. */
  isForElements?: true;
  /** Its address says all: what is posted there is not read, whatever its form. */
  isWithoutForm?: true;
  reply(visit: Visit, sources: VisitSources): Reply | Promise<Reply>;
}
