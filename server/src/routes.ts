import { FORMATS } from './formats/formats.js';
import { Problem } from './http/problem.js';
import type { Asking } from './http/question.js';
import type { Reply } from './http/reply.js';
import type { Routed } from './http/router.js';
import { keptPart } from './http/widget-parts.js';
import { LOGOS, readLogo } from './logos/logos.js';
import { assetFile } from './pages/assets.js';
import { FILES, PAGES } from './pages/routes.js';
import { formatted, offerCalendar } from './resources/formats.js';
import { offer } from './resources/offer.js';
import { offers, set } from './resources/offers.js';
import { openapi } from './resources/openapi.js';
import { provider, providers } from './resources/providers.js';
import { question } from './resources/question.js';
import type { Site } from './answers/site.js';
import { schema } from './resources/schema.js';
import { vocabulary } from './resources/vocabulary.js';

/** One kind of address and what is answered there. */
export interface Route extends Routed, Asking {
  reply(parameters: URLSearchParams, name: string): Reply | Promise<Reply>;
  /** Tells what is the case right now: no answer is remembered or shared. */
  isLive?: true;
  /** Speaks to people: in the language they like best, until the address names one. */
  isPage?: true;
}

/** What routes answer from. */
export interface RouteSources {
  /** @throws Problem 503 where there is no directory */
  site: () => Site;
  /** The folder with providers' logos. */
  logos: string | undefined;
  /** By address. */
  widgetFiles: ReadonlyMap<string, Reply>;
  /** The folder with parts of other builds of the widget. */
  parts: string | undefined;
  /** Whether the service is on its way out. */
  isStopping: () => boolean;
}

type Resource = (site: Site, parameters: URLSearchParams, name: string) => Reply | Promise<Reply>;

/** Whoever writes a program is told of each parameter that means nothing: all count. */
const every = () => true;
const none = () => false;

/** Everything that can be asked for. */
export function createRoutes({
  site,
  logos,
  widgetFiles,
  parts,
  isStopping,
}: RouteSources): Route[] {
  const from = (resource: Resource): Route['reply'] => {
    return async (parameters, name) => {
      const asked = site();
      const made = await resource(asked, parameters, name);
      return { ...made, until: asked.moment.until };
    };
  };
  const data = (path: string, resource: Resource): Route => {
    return { path, takes: every, reply: from(resource) };
  };
  /** What is there whether there is a directory or not. */
  const file = (path: string, reply: (name: string) => Reply | Promise<Reply>): Route => {
    return { path, takes: none, reply: (_, name) => reply(name) };
  };

  async function widgetFile(name: string): Promise<Reply> {
    const found = widgetFiles.get(`/widget/v1/${name}`) ?? (await keptPart(parts, name));
    if (!found) throw new Problem(404, `The widget has no file "${name}".`);
    return found;
  }

  async function logo(name: string): Promise<Reply> {
    if (!logos) throw new Problem(404, 'There are no logos here.');
    return readLogo(logos, name);
  }

  function readiness(): Reply {
    if (isStopping()) throw new Problem(503, 'The service is stopping.');
    return { body: { revision: site().snapshot.revision } };
  }

  return [
    data('/offers/:name.ics', offerCalendar),
    ...PAGES.map(([path, page, takes]) => ({
      path,
      takes,
      reply: from(page),
      isPage: true as const,
    })),
    ...FILES.map(([path, page, takes]) => ({ path, takes, reply: from(page) })),
    data('/v1/offers', offers),
    ...FORMATS.map((format) => data(`/v1/offers${format.suffix}`, formatted(format))),
    data('/v1/offers/set', set),
    data('/v1/question', question),
    data('/v1/offers/:name', offer),
    data('/v1/providers', providers),
    data('/v1/providers/:name', provider),
    data('/v1/vocabulary', vocabulary),
    { ...data('/v1/openapi.json', openapi), takes: none },
    file('/v1/schema/:name', schema),
    file('/pages/:name', assetFile),
    file('/widget/v1/*', widgetFile),
    { ...file(`${LOGOS}:name`, logo), isLive: true },
    { ...file('/healthz', () => ({ body: 'ok\n', type: 'text/plain' })), isLive: true },
    { ...file('/readyz', readiness), isLive: true },
  ];
}
