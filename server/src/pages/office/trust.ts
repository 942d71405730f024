import type { Provider } from '@vielfalt/feed';
import { recordDeed } from '../../desk/deeds.js';
import type { Reply } from '../../http/reply.js';
import { AMENDABLE_FIELDS, type AmendableField } from '../../store/papers.js';
import { html, joined, type HtmlContent } from '../../text/html.js';
import { aboutProvider } from './about.js';
import { fieldLabel } from './field-words.js';
import type { Office } from './section.js';
import { OFFICE_PATH, officePage, postForm } from './shell.js';

/** Where it is said what providers may change at once. */
export const TRUST_PATH = `${OFFICE_PATH}/trust`;

/** A way to what one provider may change at once. */
export function trustLink(provider: string, { context, words }: Office): HtmlContent {
  const head = context.site.reference.providers.byId(provider);
  return (
    head && html`<a href="${context.href(`${TRUST_PATH}/${head.slug}`)}">${words.trust.title}</a>`
  );
}

/** All providers, those that are trusted with something first. */
export async function trustList(office: Office): Promise<Reply> {
  const { context, words, sources } = office;
  const trust = await sources.store.papers('trust');
  const heads = [...context.site.reference.providers];
  const isTrusted = ({ id }: { id: string }) => (trust.get(id)?.fields.length ?? 0) > 0;
  const line = ({ id, slug, name }: (typeof heads)[number]): HtmlContent => {
    const fields = (trust.get(id)?.fields ?? []).map((field) => fieldLabel(field, context));
    return html`<li>
      <a href="${context.href(`${TRUST_PATH}/${slug}`)}"><bdi>${name}</bdi></a>
      <span class="muted">${joined(fields, ' · ')}</span>
    </li>`;
  };
  const ordered = heads.sort(
    (a, b) => Number(isTrusted(b)) - Number(isTrusted(a)) || a.name.localeCompare(b.name),
  );
  return officePage(
    context,
    html`<h1>${words.trust.title}</h1>
      <p class="lead">${words.trust.about}</p>
      <p><a href="${context.href(OFFICE_PATH)}">${words.back}</a></p>
      <ul class="plain lines" role="list">
        ${ordered.map(line)}
      </ul>`,
    { path: TRUST_PATH, heading: words.trust.title },
  );
}

/** The fields of one provider, to tick. */
export async function trustPage(
  provider: Provider,
  office: Office,
  { token, said }: { token: string; said?: string | undefined },
): Promise<Reply> {
  const { context, words, sources } = office;
  const { id, slug, name } = provider;
  const fields = (await sources.store.papers('trust', [id])).get(id)?.fields ?? [];
  const path = `${TRUST_PATH}/${slug}`;
  const box = (field: AmendableField) =>
    html`<p class="switch">
      <input
        type="checkbox"
        name="field"
        value="${field}"
        id="trust-${field}"
        ${fields.includes(field) && 'checked'}
      />
      <label for="trust-${field}">${fieldLabel(field, context)}</label>
    </p>`;
  const form = html`<fieldset>
      <legend>${aboutProvider(provider, office)}</legend>
      ${AMENDABLE_FIELDS.map(box)}
    </fieldset>
    <p><button class="button primary">${words.trust.save}</button></p>`;
  return officePage(
    context,
    html`<h1>${words.trust.title}</h1>
      <p class="lead">${words.trust.about}</p>
      ${said !== undefined && html`<p class="note" role="status">${said}</p>`}
      ${postForm(context.href(path), { token }, form)}
      <p><a href="${context.href(OFFICE_PATH)}">${words.back}</a></p>`,
    { path, heading: name },
  );
}

/** Keeps what was ticked. */
export async function saveTrust(
  { id }: Provider,
  form: URLSearchParams,
  { keeper, now, sources }: Office,
): Promise<void> {
  const ticked = form.getAll('field');
  const fields = AMENDABLE_FIELDS.filter((field) => ticked.includes(field));
  await sources.store.change(async (transaction) => {
    const trust = fields.length > 0 ? { fields } : undefined;
    await transaction.putPapers('trust', new Map([[id, trust]]));
    await recordDeed(transaction, { keeper, what: 'trust', subject: id }, now);
    return { result: undefined, keep: {} };
  });
}
