import { openStore } from '../../server/src/store/open.js';
import { changesContract } from './changes.contract.js';

changesContract('SQLite', () => openStore('sqlite::memory:'), { numRuns: 1_000 });
