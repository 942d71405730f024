import { answersFromMemory } from '../../server/src/answers/memory.js';
import { createSnapshot } from '../../server/src/snapshot/snapshot.js';
import { answersContract } from './answers.contract.js';

answersContract('memory', async (state, date) =>
  answersFromMemory(await createSnapshot(state), date),
);
