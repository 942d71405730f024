import { plural, townName } from '@vielfalt/feed/wording';
import type { Reply } from '../http/reply.js';
import type { CountedProvider } from '../answers/port.js';
import type { Site } from '../answers/site.js';
import { breadcrumb } from './breadcrumb.js';
import { pageContext, type PageContext } from './context.js';
import { Slices } from '../slices.js';
import { html, joined, type Html } from '../text/html.js';
import { inLanguage } from './offer-view.js';
import { renderPage } from './page.js';

/** `GET /providers`: everybody who offers something, by name. */
export async function providersPage(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const context = pageContext(site, parameters);
  const { providers, providersIntro } = context.texts.listing;
  const groups = byLetter(await site.answers.providers());
  const slices = new Slices();
  const listed: Html[] = [];
  for (const [letter, some] of groups) {
    listed.push(group(letter, await slices.map(some, (each) => entry(each, context))));
  }
  return renderPage(context, {
    path: '/providers',
    title: providers,
    description: providersIntro,
    steps: [],
    body: html`<div class="wide providers">
      ${breadcrumb([], context)}
      <h1>${providers}</h1>
      <p class="lead">${providersIntro}</p>
      ${letters([...groups.keys()], providers)} ${listed}
    </div>`,
  });
}

/** By the letter that a name begins with, its accents left out; what begins otherwise comes under `#`. */
function byLetter(all: CountedProvider[]): Map<string, CountedProvider[]> {
  const groups = new Map<string, CountedProvider[]>();
  for (const each of all) {
    const first =
      /\p{L}|\p{N}/u.exec(each.provider.name.normalize('NFD'))?.[0].toUpperCase() ?? '#';
    const letter = /\p{N}/u.test(first) ? '#' : first;
    const group = groups.get(letter);
    if (group) group.push(each);
    else groups.set(letter, [each]);
  }
  return groups;
}

const idOf = (letter: string) => `letter-${letter === '#' ? 'other' : letter}`;

function letters(all: string[], label: string): Html {
  return html`<nav class="tags" aria-label="${label}">
    <ul class="plain" role="list">
      ${all.map((letter) => html`<li><a href="#${idOf(letter)}">${letter}</a></li>`)}
    </ul>
  </nav>`;
}

function group(letter: string, entries: Html[]): Html {
  const id = idOf(letter);
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${letter}</h2>
    <ul class="plain" role="list">
      ${entries.map((each) => html`<li>${each}</li>`)}
    </ul>
  </section>`;
}

function entry({ provider, offers }: CountedProvider, context: PageContext): Html {
  const { directory, href, texts, view } = context;
  const { slug, name, kind, address, language = directory.language } = provider;
  const about = [
    kind && html`<span ${inLanguage(language, context)}>${kind}</span>`,
    address && townName(address, view.terms),
    html`<span class="count">${plural(texts.tag, texts.listing.count, offers)}</span>`,
  ];
  return html`<a href="${href(`/providers/${slug}`)}"><bdi>${name}</bdi></a>
    <p class="muted">${joined(about, ' · ')}</p>`;
}
