import type { LitElement, TemplateResult } from 'lit';
import type { FilterGroup } from './choices/groups.js';
import type { VielfaltQueryChangeEvent } from './events/query-change-event.js';
import type { Locale } from './locales/locale.js';
import { nextTask } from './next-task.js';
import { DirectoryStore, type CreateActions } from './store/directory-store.js';

/** A list's contents and behaviour once a visitor has acted. */
export interface ReachedList {
  /** The store has changed. @param summary the list's current summary, where it is settled */
  changed(store: DirectoryStore, summary: string | undefined): void;
  /** The filters that the words could be instead, and the choices in force. */
  chips(store: DirectoryStore, locale: Locale): unknown;
  /**
   * The results, marked as those of an earlier search while the feed fails to make the new one, and
   * the reason; otherwise they would seem to be found by a search that was never made.
   */
  earlier(
    store: DirectoryStore,
    locale: Locale,
    found: string,
  ): { summary: string; note: string } | undefined;
  /** The content shown where there are no offers. */
  instead(store: DirectoryStore, locale: Locale): TemplateResult;
}

/** The contents of the filters' groups, and the sheet that shows them on narrow pages. */
export interface ReachedFilters {
  /** Closes a group: when it opens again, chosen values come first. */
  close(name: FilterGroup): void;
  /** The contents of a group. */
  body(name: FilterGroup, store: DirectoryStore, locale: Locale): unknown;
  /** The groups on narrow pages, with the number of offers and a way to them always in sight. */
  sheet(groups: unknown, store: DirectoryStore, locale: Locale): TemplateResult;
}

/** The parts of elements and of their store that only visitors' actions need: `later.ts` has them. */
interface LaterParts {
  VielfaltQueryChangeEvent: typeof VielfaltQueryChangeEvent;
  createActions: CreateActions;
  /** @param summary the list's current summary, where it has one */
  ListExtras: new (host: LitElement, store: DirectoryStore, summary?: string) => ReachedList;
  /** The button that clears the words of a search box; the list follows at once. */
  clearButton(host: LitElement, locale: Locale): TemplateResult;
  loadFilterPanel(): Promise<{
    /** @param toggle opens or closes the sheet */
    FilterPanel: new (host: LitElement, toggle: () => void) => ReachedFilters;
  }>;
}

/** The code that only visitors' actions need; absent before the first reach on the page. */
export let later: LaterParts | undefined;

/** A store whose visitors' actions come at the first reach. @param load fetches their code */
export function createStore(
  load: () => Promise<LaterParts> = () => import('./later.js'),
): DirectoryStore {
  return new DirectoryStore(async (store, set) => {
    later = await load();
    await nextTask();
    return later.createActions(store, set);
  });
}
