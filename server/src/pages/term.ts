import { termTree } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { breadcrumb } from './breadcrumb.js';
import { listSubject } from './configure/subject.js';
import { pageContext, type PageContext } from './context.js';
import { embedCode } from './embed.js';
import { html, type HtmlContent } from '../text/html.js';
import { listing } from './listing.js';
import { missingPage } from './missing.js';
import { moved } from './moved.js';
import { renderPage } from './page.js';

export type TermList = 'topic' | 'place';

/** `/topics/language`, `/places/witten` */
export function termPath(list: TermList, id: string): string {
  return `/${list}s/${id}`;
}

/** A term by an id that it has or had, with its label; undefined where there is none. */
export function currentTerm(
  list: TermList,
  id: string,
  { view }: PageContext,
): { id: string; label: string } | undefined {
  const current = termTree(view.terms).current(list, id);
  const term = Object.hasOwn(view.terms[list], current) ? view.terms[list][current] : undefined;
  return term && { id: current, label: term.label };
}

/**
 * `GET /topics/{id}` and `GET /places/{id}`: the offers of one term, those below it included. A term
 * that was replaced leads to the one that took over.
 */
export const termPage =
  (list: TermList) =>
  async (site: Site, parameters: URLSearchParams, id: string): Promise<Reply> => {
    const context = pageContext(site, parameters);
    const { texts, view } = context;
    const term = currentTerm(list, id, context);
    if (!term) return missingPage(site, parameters);
    const { id: current } = term;
    const path = termPath(list, current);
    if (current !== id) return moved(context, path);
    const [, ...above] = termTree(view.terms).lineage(list, current);
    const lock = { [list]: [current] };
    const { section, answer, page, last, query } = await listing(lock, path, parameters, context);
    const { topicAbout, placeAbout } = texts.listing;
    const title = fill(list === 'topic' ? topicAbout : placeAbout, { name: term.label });
    const counts = answer.facets[list] ?? [];
    const below = counts.filter(({ value }) => view.terms[list][value]?.parent === current);
    const step = (each: string) => ({
      path: termPath(list, each),
      label: view.terms[list][each]?.label ?? each,
    });
    const steps = above.reverse().map(step);
    return renderPage(context, {
      isEmbeddable: true,
      path,
      query,
      title: page > 1 ? `${title} · ${fill(texts.search.page, { page, pages: last })}` : title,
      description: `${title}. ${texts.search.intro}`,
      steps,
      unlisted: answer.total === 0 || page > last,
      body: html`<div class="wide">
        ${breadcrumb(steps, context)}
        <h1>${title}</h1>
        ${
          // Of files, there are none for the parts of a town.
          !(context.isStatic && list === 'place' && above.length > 0) &&
          narrower(
            list,
            below.map(({ value }) => value),
            context,
          )
        }
        ${section} ${embedCode(texts.listing.embed, { lock }, listSubject(lock, context), context)}
      </div>`,
    });
  };

function narrower(list: TermList, ids: string[], { view, texts, href }: PageContext): HtmlContent {
  return (
    ids.length > 0 &&
    html`<nav class="tags" aria-label="${texts.listing.below}">
      <ul class="plain" role="list">
        ${ids.map(
          (id) =>
            html`<li><a href="${href(termPath(list, id))}">${view.terms[list][id]?.label}</a></li>`,
        )}
      </ul>
    </nav>`
  );
}
