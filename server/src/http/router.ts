/**
 * A route by its path: `/v1/offers`, `/widget/v1/*`, or with a parameter in its last part or the one
 * before, such as `/v1/offers/:name`, `/sitemap-:name.xml` and `/offers/:name/report`.
 */
export interface RoutePattern {
  path: string;
}

/** The route that a path leads to, and the value of its parameter, decoded. */
export interface RouteMatch<Route> {
  route: Route;
  name: string;
  /** The path in the route's own spelling, so that equal requests have equal addresses. */
  path: string;
}

/**
 * Tells which of some routes a path belongs to: by the whole of it, by all but its last part, or by
 * its beginning. Case does not matter in what the routes spell out, nor does a slash at the end, as
 * people write addresses by hand.
 */
export function createRouter<Route extends RoutePattern>(
  routes: readonly Route[],
): (path: string) => RouteMatch<Route> | undefined {
  const whole = new Map<string, Route>();
  const parents = new Map<string, { beginning: string; ending: string; route: Route }[]>();
  const beginnings: { beginning: string; route: Route }[] = [];
  for (const route of routes) {
    const [before = '', ending] = route.path.split(':name');
    if (ending !== undefined) {
      const parent = parentOf(before);
      const own = { beginning: before, ending, route };
      parents.set(parent, [...(parents.get(parent) ?? []), own]);
    } else if (route.path.endsWith('*')) {
      beginnings.push({ beginning: route.path.slice(0, -1), route });
    } else whole.set(route.path, route);
  }

  return (given) => {
    const path = /[^/]\/$/.test(given) ? given.slice(0, -1) : given;
    const lower = path.toLowerCase();
    const exact = whole.get(lower);
    if (exact) return { route: exact, name: '', path: lower };
    const parent = parentOf(lower);
    for (const above of [parent, parentOf(parent.slice(0, -1))]) {
      for (const { beginning, ending, route } of parents.get(above) ?? []) {
        const end = path.length - ending.length;
        const fits = lower.startsWith(beginning) && lower.endsWith(ending);
        const name = path.slice(beginning.length, end);
        if (!fits || name === '' || name.includes('/')) continue;
        return { route, name: decodeURIComponent(name), path: beginning + name + ending };
      }
    }
    const found = beginnings.find(({ beginning }) => lower.startsWith(beginning));
    if (!found) return undefined;
    const rest = path.slice(found.beginning.length);
    return { route: found.route, name: decodeURIComponent(rest), path: found.beginning + rest };
  };
}

/** The path up to the last slash. */
function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
