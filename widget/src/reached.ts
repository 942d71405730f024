import type * as Later from './later.js';
import { nextTask } from './next-task.js';
import { DirectoryStore } from './store/directory-store.js';

/** The code that only visitors' actions need; absent before the first reach on the page. */
export let later: typeof Later | undefined;

/** A store whose visitors' actions come at the first reach. @param load fetches their code */
export function createStore(load = () => import('./later.js')): DirectoryStore {
  return new DirectoryStore(async (store, set) => {
    later = await load();
    await nextTask();
    return new later.LoadedActions(store, set);
  });
}
