import type { ServerResponse } from 'node:http';

export interface Hosts {
  /** The origin, without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

export declare function serveHosts(options: {
  port?: number;
  feedUrl: string;
  onListen?: (response: ServerResponse) => void;
}): Promise<Hosts>;
