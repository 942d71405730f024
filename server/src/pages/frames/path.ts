/** The path of a page's frame, below the service's root. */
export function framePath(path: string): string {
  return path === '/' ? '/embed' : `/embed${path}`;
}

/** Tells whether an address is that of a frame. */
export function isFrame(target: string): boolean {
  return /^\/embed(?![^/?])/i.test(target);
}
