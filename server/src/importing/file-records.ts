import type { FileNetwork, FileOffer, FileProvider } from '@vielfalt/feed';
import type { RecordKind } from '../store/store.js';

/** The kinds of records as they are in files. */
export interface FileRecords {
  provider: FileProvider;
  offer: FileOffer;
  network: FileNetwork;
}
export type FileRecord = FileRecords[RecordKind];
