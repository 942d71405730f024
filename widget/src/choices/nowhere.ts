import { printRequest, type Query } from '@vielfalt/feed';
import { plural } from '@vielfalt/feed/wording';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { filterTexts } from '../locales/filters.js';
import type { Locale } from '../locales/locale.js';
import type { VisitorActions } from '../store/actions.js';
import type { StoreState } from '../store/state.js';

/** What counts offers, and what is shown of them. */
interface Counted {
  state: Pick<StoreState, 'query' | 'lock'>;
  store: { reach(): Promise<VisitorActions | undefined> };
}

/** How many offers online each list could show instead, and what they were counted for. */
const counts = new WeakMap<LitElement, { asked: string; total: number }>();

/**
 * The way to offers that are nowhere, and so are not near: those online. Nothing where there are
 * none, or nothing near is looked for.
 *
 * @param choose makes a choice
 */
export function nowhere(
  host: LitElement,
  { state, store }: Counted,
  locale: Locale,
  choose: (choice: Partial<Query>) => void,
): TemplateResult | typeof nothing {
  const { query, lock } = state;
  if (!query.near || query.online || lock.online) return nothing;
  const online = { near: undefined, km: undefined, sort: undefined, online: true } as const;
  const asked = printRequest({ query: { ...query, ...online }, lock });
  const known = counts.get(host);
  if (known?.asked !== asked) {
    counts.set(host, { asked, total: 0 });
    void count(store, { ...query, ...online }).then((total) => {
      if (counts.get(host)?.asked !== asked) return;
      counts.set(host, { asked, total });
      host.requestUpdate();
    });
    return nothing;
  }
  return known.total > 0
    ? html`<p class="nowhere">
        <button type="button" class="link" @click=${() => choose(online)}>
          ${plural(locale.tag, filterTexts(locale).filters.nowhere, known.total)}
        </button>
      </p>`
    : nothing;
}

async function count(store: Counted['store'], query: Query): Promise<number> {
  const actions = await store.reach();
  return actions?.total(query).catch(() => 0) ?? 0;
}
