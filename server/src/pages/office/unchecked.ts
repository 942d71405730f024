import { CHECK_DAYS, type Offer, type Provider } from '@vielfalt/feed';
import { daysBetween, fill, plural } from '@vielfalt/feed/wording';
import { writeDeed } from '../../desk/deeds.js';
import { sendProviderLink } from '../../desk/letters/links.js';
import { logUnsent } from '../../desk/letters/unsent.js';
import { MailError } from '../../desk/mail.js';
import type { Letter } from '../../store/papers.js';
import { html } from '../../text/html.js';
import { aboutProvider, dayOf, inTable } from './about.js';
import { inspectedFor } from './found.js';
import type { Office, OfficeItem, OfficeOutcome, OfficeSection } from './section.js';

const HOUR = 3_600_000;

/** Offers that nobody has checked for long, by provider: it gets a link. */
export const unchecked: OfficeSection = {
  id: 'unchecked',
  title: (words) => words.unchecked.title,
  about: (words) => words.unchecked.about,
  async items(office) {
    const { offers, providers, today } = await inspectedFor(office);
    const isOld = ({ checked }: Offer) => !checked || daysBetween(checked.on, today) > CHECK_DAYS;
    const old = new Map<string, number>();
    for (const offer of offers) {
      // Whoever keeps what came from another directory asks there.
      if (!offer.origin && isOld(offer))
        old.set(offer.provider, (old.get(offer.provider) ?? 0) + 1);
    }
    const sent = lastSent((await office.sources.store.papers('letter')).values());
    return providers
      .filter(({ id }) => old.has(id))
      .sort((a, b) => old.get(b.id)! - old.get(a.id)!)
      .map((provider) =>
        itemOf(provider, { count: old.get(provider.id)!, sent: sent.get(provider.id) }, office),
      );
  },
  act: ({ item }, office) => send(item, office),
};

/** The time of the last letter to each provider that may have arrived. */
function lastSent(letters: Iterable<Letter>): Map<string, string> {
  const sent = new Map<string, string>();
  for (const { provider, at, state } of letters) {
    const isThere = provider !== undefined && (state === 'sent' || state === 'sending');
    if (isThere && at > (sent.get(provider) ?? '')) sent.set(provider, at);
  }
  return sent;
}

function itemOf(
  provider: Provider,
  { count, sent }: { count: number; sent: string | undefined },
  office: Office,
): OfficeItem {
  const { context, words, sources } = office;
  const { unchecked: texts } = words;
  const email = provider.contact?.email;
  return {
    id: provider.id,
    heading: aboutProvider(provider, office),
    body: [
      html`<p>${plural(context.texts.tag, texts.count, count)}</p>`,
      sent !== undefined &&
        html`<p class="muted">${fill(texts.sent, { date: dayOf(sent, context) })}</p>`,
      email === undefined
        ? html`<p>${texts.noAddress}</p>`
        : !sources.mailer && html`<p>${words.noMail}</p>`,
      inTable(provider, office),
    ],
    ...(email !== undefined &&
      sources.mailer && { buttons: [{ value: 'send', label: texts.send }] }),
  };
}

async function send(
  id: string,
  { keeper, now, sources, context, words }: Office,
): Promise<OfficeOutcome> {
  const { store, mailer, baseUrl, log } = sources;
  const provider = await context.site.answers.provider(id);
  if (!provider || provider.status === 'retired' || !mailer || baseUrl === undefined) return 'late';
  try {
    // A second press sends no second mail.
    const since = now - HOUR;
    const means = { store, mailer, now, baseUrl };
    const isNew = await sendProviderLink(means, { provider, since });
    if (isNew) await writeDeed(store, { keeper, what: 'send', subject: id }, now);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    logUnsent(log, 'provider-link', error);
    return { trouble: words.unchecked.failed };
  }
  return 'sent';
}
