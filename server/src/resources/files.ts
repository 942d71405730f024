import { Problem } from '../http/problem.js';
import { keptPart } from '../http/widget-parts.js';
import { keptVersion } from '../http/widget-versions.js';
import { LOGOS, readLogo } from '../logos/logos.js';
import { noParameter, type Route } from './route.js';

/** `GET /widget/v1/…`: the elements' files, of this build or, as far as they are kept, an earlier one. */
export const widgetRoute: Route = {
  path: '/widget/v1/*',
  takes: noParameter,
  summary: 'The elements: `vielfalt.js`, and the parts that it loads',
  async reply({ name }, { widgetFiles, parts }) {
    const found = widgetFiles.get(`/widget/v1/${name}`) ?? (await keptPart(parts, name));
    if (!found) throw new Problem(404, `The widget has no file "${name}".`);
    return found;
  },
};

/** `GET /widget/v{version}/vielfalt.js`: the elements in one file that never changes. */
export const widgetVersionRoute: Route = {
  path: '/widget/v*',
  takes: noParameter,
  summary: 'The elements in one file that never changes: `/widget/v{version}/vielfalt.js`',
  async reply({ name }, { widgetFiles, parts }) {
    const found = widgetFiles.get(`/widget/v${name}`) ?? (await keptVersion(parts, name));
    if (found) return found;
    throw new Problem(
      404,
      `There is no "/widget/v${name}" here, or no longer. /widget/v1/integrity.json names today's version.`,
    );
  },
};

/** `GET /logos/{name}`: a provider's logo, as it lies in the operator's folder right now. */
export const logoRoute: Route = {
  path: `${LOGOS}:name`,
  takes: noParameter,
  summary: "A provider's logo",
  isLive: true,
  async reply({ name }, { logos }) {
    if (!logos) throw new Problem(404, 'There are no logos here.');
    return readLogo(logos, name);
  },
};
