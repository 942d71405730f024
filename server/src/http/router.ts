/** A route by its path: `/v1/offers`, `/v1/offers/:name`, `/offers/:name.ics` or `/widget/v1/*`. */
export interface Routed {
  path: string;
}

/** The route that a path leads to, and what stands for its parameter, decoded. */
export interface Match<Route> {
  route: Route;
  name: string;
  /** The path in the route's own spelling, so that equal questions have equal addresses. */
  path: string;
}

/**
 * Tells which of some routes a path belongs to: by the whole of it, by all but its last part, or by
 * its beginning. Small and capital letters are one in what the routes spell out, and a slash at the
 * end is none, as people write addresses by hand.
 */
export function createRouter<Route extends Routed>(
  routes: readonly Route[],
): (path: string) => Match<Route> | undefined {
  const whole = new Map<string, Route>();
  const parents = new Map<string, { ending: string; route: Route }[]>();
  const beginnings: { beginning: string; route: Route }[] = [];
  for (const route of routes) {
    const [before = '', ending] = route.path.split(':name');
    if (ending !== undefined) {
      parents.set(before, [...(parents.get(before) ?? []), { ending, route }]);
    } else if (route.path.endsWith('*')) {
      beginnings.push({ beginning: route.path.slice(0, -1), route });
    } else whole.set(route.path, route);
  }

  return (asked) => {
    const path = asked.length > 1 && asked.endsWith('/') ? asked.slice(0, -1) : asked;
    const lower = path.toLowerCase();
    const exact = whole.get(lower);
    if (exact) return { route: exact, name: '', path: lower };
    const parent = lower.slice(0, lower.lastIndexOf('/') + 1);
    for (const { ending, route } of parents.get(parent) ?? []) {
      const end = path.length - ending.length;
      if (end <= parent.length || !lower.endsWith(ending)) continue;
      const name = path.slice(parent.length, end);
      return { route, name: decodeURIComponent(name), path: parent + name + ending };
    }
    const found = beginnings.find(({ beginning }) => lower.startsWith(beginning));
    if (!found) return undefined;
    const rest = path.slice(found.beginning.length);
    return { route: found.route, name: decodeURIComponent(rest), path: found.beginning + rest };
  };
}
