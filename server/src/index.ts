export { systemClock, type Clock } from './clock.js';
export { propose } from './desk/changes.js';
export { keepReport } from './desk/reports.js';
export { importFile } from './importing/import-file.js';
export type { ImportOptions, ImportOutcome, ImportReport } from './importing/apply-import.js';
export { startService, type Service, type ServiceOptions } from './service.js';
export { openStore } from './store/open.js';
export type { Changes, DirectoryState, Store } from './store/store.js';
