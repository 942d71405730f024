import type { Reply } from '../../http/reply.js';
import { fromDirectory, type Route } from '../../resources/route.js';
import { CONFIGURE_PATH, isChoiceParameter } from './choice.js';
import { configurePage } from './page.js';
import type { FixedScript } from './source.js';

/** What the build says of the script in one file; nothing where there is none. */
function fixedScript(files: ReadonlyMap<string, Reply>): FixedScript | undefined {
  const found = files.get('/widget/v1/integrity.json');
  return found && (JSON.parse((found.body as Buffer).toString()) as FixedScript);
}

/** The page that writes the lines for a website. */
export const configureRoute: Route = {
  path: CONFIGURE_PATH,
  takes: isChoiceParameter,
  isPage: true,
  reply(request, sources) {
    const script = fixedScript(sources.widgetFiles);
    return fromDirectory((site, parameters) => configurePage(site, parameters, script))(
      request,
      sources,
    );
  },
};
