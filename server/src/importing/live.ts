import type { RecordKey } from '../store/store.js';

/** Tells whether a record is available: published or paused. */
export function isLive({ status }: { status?: RecordKey['status'] }): boolean {
  return status === undefined || status === 'published' || status === 'paused';
}
