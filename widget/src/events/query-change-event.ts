import type { Query } from '@vielfalt/feed';

/** A visitor has chosen or typed something else. */
export class VielfaltQueryChangeEvent extends UIEvent {
  static readonly type = 'vielfalt-query-change';
  /** The visitor's choices. */
  readonly query: Query;

  constructor(query: Query) {
    super(VielfaltQueryChangeEvent.type, { bubbles: true, composed: true });
    this.query = query;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vielfalt-query-change': VielfaltQueryChangeEvent;
  }
}
