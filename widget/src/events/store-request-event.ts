import type { DirectoryStore } from '../store/directory-store.js';

/**
 * An element asks for the store of the directory around it (bubbling), or of the element that it is
 * joined to (at that element). An element that has one stops the event and provides it, now or
 * later.
 */
export class StoreRequestEvent extends UIEvent {
  static readonly type = 'vielfalt-store-request';
  readonly provide: (store: DirectoryStore) => void;

  constructor(provide: (store: DirectoryStore) => void, bubbles: boolean) {
    super(StoreRequestEvent.type, { bubbles, composed: bubbles, cancelable: true });
    this.provide = provide;
  }
}
