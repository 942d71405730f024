/** The feed that this script came from: the part before `widget/` in the script's address. */
export function defaultFeed(script = import.meta.url): string {
  const { origin, pathname } = new URL(script);
  return origin + (/^(.*?\/)widget\//.exec(pathname)?.[1] ?? '/');
}
