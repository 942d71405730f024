import { WHOLE_SCRIPT, type WholeScript } from '../../http/widget-versions.js';
import { fromDirectory, type Route } from '../../resources/route.js';
import { CONFIGURE_PATH, isChoiceParameter } from './choice.js';
import { configurePage } from './page.js';

/** The page that writes the lines for a website. */
export const configureRoute: Route = {
  path: CONFIGURE_PATH,
  takes: isChoiceParameter,
  isPage: true,
  reply(request, sources) {
    const script = sources.widgetFiles.get(WHOLE_SCRIPT)?.body as WholeScript;
    return fromDirectory((site, parameters) => configurePage(site, parameters, script))(
      request,
      sources,
    );
  },
};
