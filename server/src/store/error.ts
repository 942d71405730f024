/** The kind of trouble a store is in; programs tell them apart by this, people by the message. */
export type StoreTrouble =
  | 'address' // the database's address makes no sense
  | 'driver' // nothing on this machine can open it
  | 'missing' // there is no database yet
  | 'occupied' // there is a directory where an empty database was asked for
  | 'newer' // written by a newer Vielfalt
  | 'foreign' // a file of something else
  | 'damaged'
  | 'busy' // another program writes, for longer than we wait
  | 'full'
  | 'read-only'
  | 'unreachable'
  | 'refused' // a server lets this user not in, or not do that
  | 'outdated' // a server that is older than what we need
  | 'behind' // a copy that has not caught up
  | 'conflict' // two records claim the same key
  | 'closed'
  | 'failed';

/** A store cannot do what it was asked; the message says what happened and what to do about it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly trouble: StoreTrouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
