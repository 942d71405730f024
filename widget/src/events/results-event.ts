import type { Query } from '@vielfalt/feed';

/** Offers have been found, or none. */
export class VielfaltResultsEvent extends UIEvent {
  static readonly type = 'vielfalt-results';
  /** The number of offers in all. */
  readonly total: number;
  /** The choices they were found for. */
  readonly query: Query;

  constructor(total: number, query: Query) {
    super(VielfaltResultsEvent.type, { bubbles: true, composed: true });
    this.total = total;
    this.query = query;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vielfalt-results': VielfaltResultsEvent;
  }
}
