import type { TransactionResult } from '../store.js';
import type { Connection } from './connection.js';

/** The connections to one database whose tables are up to date: what engines differ in. */
export interface Access {
  /** Lets `work` ask one thing. */
  ask<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** Lets `work` read the state of one moment. */
  read<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** Lets `work` write, with no other writer beside it, and keeps what it did if it says so. */
  write<Result>(
    work: (connection: Connection) => Promise<TransactionResult<Result>>,
  ): Promise<Result>;
  /** Calls back when another process may have kept something; absent: nothing tells. */
  watch?(onChange: () => void): void;
  /** Waits for work under way. */
  close(): Promise<void>;
}
