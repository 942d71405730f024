import type { Reply } from '../http/reply.js';
import type { PageContext } from './context.js';

/** Leads to the page that has taken over, for good. */
export function moved({ href, absolute }: PageContext, path: string): Reply {
  return {
    status: 301,
    body: '',
    type: 'text/plain',
    lifetime: 'data',
    headers: { Location: absolute(path) ?? href(path) },
  };
}
