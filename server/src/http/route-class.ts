/** What no route answers. */
const OTHER = 'other';

/**
 * Tells which of some routes an address belongs to, without running the router again: by its whole
 * path, by all but its last part (`/v1/offers/:name`), or by its beginning (`/widget/v1/{*path}`,
 * here called `/widget/v1/*`).
 * @param routes the router's paths; parameters are whole parts and stand at their ends
 */
export function routeClasses(routes: readonly string[]): (url: string) => string {
  const whole = new Map<string, string>();
  const parents = new Map<string, string>();
  const beginnings: string[] = [];
  for (const route of routes) {
    const parameter = route.search(/[:{]/);
    if (parameter < 0) whole.set(route, route);
    else if (route[parameter] === ':') parents.set(route.slice(0, parameter), route);
    else beginnings.push(route.slice(0, parameter));
  }
  return (url) => {
    const end = url.indexOf('?');
    const path = end < 0 ? url : url.slice(0, end);
    const known = whole.get(path) ?? parents.get(path.slice(0, path.lastIndexOf('/') + 1));
    if (known !== undefined) return known;
    const beginning = beginnings.find((each) => path.startsWith(each));
    return beginning === undefined ? OTHER : `${beginning}*`;
  };
}
