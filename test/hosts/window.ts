/** A document in which something is looked for, read and pressed: a page, or what a frame shows. */
export interface View {
  /** What an expression comes to in the page, promises awaited. It is a text or nothing. */
  evaluate(expression: string): Promise<unknown>;
  /** Clicks in the middle of the first that a path leads to, having scrolled there. */
  press(path: string): Promise<void>;
}

/** A window of a browser whose visitor has never been there: all that the story needs of any. */
export interface Window extends View {
  /** Goes to an address, and waits for nothing that is there. */
  open(address: string): Promise<void>;
  /** Types words by keys, to where the focus is. */
  type(words: string): Promise<void>;
  /** The first that a path leads to, as a picture; absent where two of the same may differ. */
  picture?(path: string): Promise<string>;
  /** What the frame shows that a path leads to. */
  frame(path: string): Promise<View>;
  /** The addresses of this window and of those that it has opened. */
  addresses(): Promise<string[]>;
  /** What the browser complained about. */
  complaints(): Promise<string[]>;
  /** The addresses that have been asked. */
  asked(): Promise<string[]>;
  /** The names of all cookies. */
  cookies(): Promise<string[]>;
  close(): Promise<void>;
}

/** What functions that run in a page find there. */
export interface Eyes {
  /**
   * All that a path leads to: selectors with spaces between, each below what was found before,
   * shadow roots included.
   */
  all: (path: string) => HTMLElement[];
  /** What is said in all of them. */
  text: (path: string) => string;
  /** Those of them that can be seen. */
  seen: (path: string) => HTMLElement[];
}

/** Makes the eyes: as a text it goes into a page. */
function makeEyes(): Eyes {
  const below = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) =>
      each.shadowRoot ? [each, ...below(each.shadowRoot)] : [each],
    );
  const within = (root: ParentNode) =>
    root instanceof Element && root.shadowRoot
      ? [...below(root.shadowRoot), ...below(root)]
      : below(root);
  const all = (path: string) => {
    let found: ParentNode[] = [document];
    for (const selector of path.split(' ')) {
      const next = found.flatMap(within).filter((each) => each.matches(selector));
      found = [...new Set(next)];
    }
    return found as HTMLElement[];
  };
  return {
    all,
    text: (path) =>
      all(path)
        .map(({ textContent }) => textContent)
        .join(' '),
    seen: (path) =>
      all(path).filter(
        (each) =>
          each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          each.getBoundingClientRect().width > 0,
      ),
  };
}

/** An expression for the first that a path leads to. */
export const first = (path: string) => `(${String(makeEyes)})().all(${JSON.stringify(path)})[0]`;

/** Runs a function in a page; it may use its arguments alone, and gives back what JSON can say. */
export async function run<Result, Args extends unknown[]>(
  view: View,
  work: (eyes: Eyes, ...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> {
  const call = `(${String(work)})((${String(makeEyes)})(), ...${JSON.stringify(args)})`;
  const said = await view.evaluate(`(async () => JSON.stringify(await ${call}))()`);
  return (said ? JSON.parse(said as string) : undefined) as Result;
}

/** What a page's own script sees of what happens to it: `witnessed`. */
export const WITNESS = `(() => {
  const witnessed = (window.witnessed = { complaints: [], shifts: [] });
  const complain = (text) => witnessed.complaints.push(String(text));
  addEventListener('error', ({ message, target }) =>
    complain(message ?? 'cannot load ' + (target.src ?? target.href)), true);
  addEventListener('unhandledrejection', ({ reason }) => complain(reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    // Which the browser asks for by itself.
    if (blockedURI.endsWith('/favicon.ico')) return;
    complain('the policy forbids ' + [violatedDirective, blockedURI, sample].join(' '));
  });
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...args) => { complain(args.join(' ')); say.apply(console, args); };
  }
  try {
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries())
        if (!hadRecentInput) witnessed.shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });
  } catch {}
})();`;

declare global {
  interface Window {
    witnessed: { complaints: string[]; shifts: number[] };
  }
}
