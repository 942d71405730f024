import type { Page } from 'playwright-core';

/**
 * What a page's own eyes see, shadow roots included. It runs in the page, where nothing of this file
 * is at hand, so it stands in one function.
 */
function installEyes() {
  type Colour = [red: number, green: number, blue: number, alpha: number];

  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const known = new Map<string, Colour>();
  function colour(text: string): Colour {
    const found = known.get(text);
    if (found) return found;
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = text;
    pixel.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
    const read: Colour = [red, green, blue, alpha / 255];
    known.set(text, read);
    return read;
  }
  /** A colour over another one that lets nothing through. */
  function over([r, g, b, a]: Colour, [red, green, blue]: Colour): Colour {
    return [r * a + red * (1 - a), g * a + green * (1 - a), b * a + blue * (1 - a), 1];
  }
  function luminance([red, green, blue]: Colour): number {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((each) => {
      const share = each / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function contrast(one: Colour, other: Colour): number {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  function around(element: Element): Element | null {
    const root = element.getRootNode();
    return (
      element.assignedSlot ??
      element.parentElement ??
      (root instanceof ShadowRoot ? root.host : null)
    );
  }
  function lineage(element: Element): Element[] {
    const all: Element[] = [];
    for (let each: Element | null = element; each; each = around(each)) all.push(each);
    return all;
  }
  /** What is behind an element's text, and how its own colours come out on it. */
  function painted(element: Element, own: Colour): { ink: Colour; paper: Colour } {
    let paper = colour('Canvas');
    if (getComputedStyle(document.documentElement).colorScheme.startsWith('dark')) {
      paper = [18, 18, 18, 1];
    }
    const groups: { below: Colour; opacity: number }[] = [];
    for (const each of lineage(element).reverse()) {
      const { backgroundColor, opacity } = getComputedStyle(each);
      if (Number(opacity) < 1) groups.push({ below: paper, opacity: Number(opacity) });
      paper = over(colour(backgroundColor), paper);
    }
    let ink = over(own, paper);
    for (const { below, opacity } of groups.reverse()) {
      ink = over([ink[0], ink[1], ink[2], opacity], below);
      paper = over([paper[0], paper[1], paper[2], opacity], below);
    }
    return { ink, paper };
  }

  function all(): Element[] {
    const roots: ParentNode[] = [document];
    const found: Element[] = [];
    for (const root of roots) {
      for (const each of root.querySelectorAll('*')) {
        found.push(each);
        if (each.shadowRoot) roots.push(each.shadowRoot);
      }
    }
    return found;
  }
  function isSeen(element: Element): boolean {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) return false;
    return !lineage(element).some((each) => each.matches('.visually-hidden, .unseen'));
  }
  function name(element: Element): string {
    const { id, localName, textContent } = element;
    const part = element.getAttribute('part') ?? element.getAttribute('class') ?? '';
    const words = textContent.replace(/\s+/g, ' ').trim().slice(0, 40);
    return `<${localName}${id && `#${id}`}${part && ` ${part}`}> ${words}`;
  }

  function paleTexts(): string[] {
    const faults: string[] = [];
    const check = (element: Element, style: CSSStyleDeclaration, what: string) => {
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const { ink, paper } = painted(element, colour(style.color));
      const ratio = contrast(ink, paper);
      if (ratio < (isLarge ? 3 : 4.5)) faults.push(`${ratio.toFixed(2)}:1 ${what}${name(element)}`);
    };
    for (const each of all()) {
      const isField = each.matches('input, select, textarea');
      const hasText = [...each.childNodes].some(
        (node) => node instanceof Text && /[^\s]/.test(node.data),
      );
      if ((!isField && !hasText) || each.matches('option, script, style, title')) continue;
      if (!isSeen(each) || each.matches(':disabled')) continue;
      check(each, getComputedStyle(each), '');
      if (each.matches('[placeholder]')) {
        check(each, getComputedStyle(each, '::placeholder'), 'placeholder of ');
      }
      for (const pseudo of ['::before', '::after']) {
        const style = getComputedStyle(each, pseudo);
        if (/^"\s*[^\s"]/.test(style.content)) check(each, style, `${pseudo} of `);
      }
    }
    return faults;
  }

  /** The best contrast that an element's edge or surface has with what is around it. */
  function edge(element: Element): number {
    const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } =
      getComputedStyle(element);
    const outside = around(element) ?? element;
    const hasBorder = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
    const drawn = [...(hasBorder ? [borderTopColor] : []), backgroundColor];
    return Math.max(
      ...drawn.map((each) => {
        const { ink, paper } = painted(outside, colour(each));
        return contrast(ink, paper);
      }),
    );
  }

  /** What has to be seen by its edge: a box to tick is the browser's, a list is known by its arrow. */
  function isField(element: Element): boolean {
    return (
      element.matches('textarea, select, input:not([type=checkbox], [type=radio])') &&
      !(element.localName === 'select' && getComputedStyle(element).appearance !== 'none')
    );
  }

  function paleControls(): string[] {
    return all().flatMap((each) => {
      if (!isSeen(each)) return [];
      if (isField(each)) {
        // The border may be that of the box around the field.
        const ratio = Math.max(...lineage(each).slice(0, 2).map(edge));
        return ratio < 3 ? [`${ratio.toFixed(2)}:1 edge of ${name(each)}`] : [];
      }
      const isSign = each.matches('button svg, a svg, summary svg');
      const words = each.closest('button, a, summary')?.textContent.trim();
      if (!isSign || words) return [];
      const { stroke, fill } = getComputedStyle(each);
      const { ink, paper } = painted(each, colour(stroke === 'none' ? fill : stroke));
      const ratio = contrast(ink, paper);
      return ratio < 3 ? [`${ratio.toFixed(2)}:1 sign of ${name(each)}`] : [];
    });
  }

  /** What can be pressed, with its box: that of its label where it has one around it. */
  function targets(): { element: Element; box: DOMRect }[] {
    return all()
      .filter((each) => each.matches('a[href], button, input, select, textarea, summary'))
      .filter((each) => isSeen(each) && !each.matches('.skip'))
      .map((element) => ({
        element,
        box: (element.closest('label') ?? element).getBoundingClientRect(),
      }));
  }

  function smallTargets(): string[] {
    // What something else lies over, such as a sheet, cannot be pressed by mistake.
    const every = targets().filter(({ element, box }) => {
      const hit = topmost(box.x + box.width / 2, box.y + box.height / 2);
      return hit === null || lineage(hit).includes(element) || element.closest('label') === hit;
    });
    const isSmall = ({ width, height }: DOMRect) => width < 23.9 || height < 23.9;
    const middle = ({ x, y, width, height }: DOMRect) => [x + width / 2, y + height / 2] as const;
    const inSentence = (element: Element) => {
      const block = around(element);
      const words = (node: Node) => (node.textContent ?? '').replace(/\s/g, '').length;
      return (
        getComputedStyle(element).display === 'inline' &&
        block !== null &&
        words(block) > words(element) + 1
      );
    };
    return every.flatMap(({ element, box }) => {
      if (!isSmall(box) || inSentence(element)) return [];
      const [x, y] = middle(box);
      const near = every.find((other) => {
        if (other.element === element) return false;
        const { left, right, top, bottom } = other.box;
        const [otherX, otherY] = middle(other.box);
        const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
        const isNear = isSmall(other.box) && Math.hypot(otherX - x, otherY - y) < 24;
        return away < 12 || isNear;
      });
      const size = `${Math.round(box.width)}×${Math.round(box.height)}`;
      return near ? [`${size} ${name(element)} beside ${name(near.element)}`] : [];
    });
  }

  /** Texts that are cut off; a summary that is shortened on purpose is whole once its card is open. */
  function cutTexts(): string[] {
    return all().flatMap((each) => {
      if (!(each instanceof HTMLElement) || !isSeen(each)) return [];
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(each);
      if (webkitLineClamp !== 'none' || each.matches('input, select, textarea, html, body')) {
        return [];
      }
      const isCut =
        (/hidden|clip/.test(overflowX) && each.scrollWidth > each.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && each.scrollHeight > each.clientHeight + 1);
      return isCut ? [name(each)] : [];
    });
  }

  function moving(): string[] {
    return all().flatMap((each) =>
      [undefined, '::before', '::after'].flatMap((pseudo) => {
        const { animationName, transitionDuration } = getComputedStyle(each, pseudo);
        const isStill = animationName === 'none' && !/[1-9]/.test(transitionDuration);
        return isStill ? [] : [`${name(each)}: ${animationName} ${transitionDuration}`];
      }),
    );
  }

  /** What is seen, and pressed, at a point of the window. */
  function topmost(x: number, y: number): Element | null {
    let hit = document.elementFromPoint(x, y);
    for (;;) {
      const deeper: Element | null = hit?.shadowRoot?.elementFromPoint(x, y) ?? null;
      if (!deeper || deeper === hit) return hit;
      hit = deeper;
    }
  }

  function focused(): Element | null {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === document.body ? null : active;
  }

  /** What has the focus, and what is wrong with how that is shown. */
  function focus(): { name: string; faults: string[] } | undefined {
    const active = focused();
    if (!active) return undefined;
    // What has the focus in a frame is that page's to show; it is walked through by itself.
    if (active.localName === 'iframe') return { name: name(active), faults: [] };
    const faults: string[] = [];
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(active);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push('no outline');
    const { ink, paper } = painted(around(active) ?? active, colour(outlineColor));
    const ratio = contrast(ink, paper);
    if (ratio < 3) faults.push(`outline of ${ratio.toFixed(2)}:1`);
    const points = [...active.getClientRects()].flatMap((box) => {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      return [0.5, 0.1, 0.9].map(
        (share) => [left + (right - left) * share, (top + bottom) / 2] as const,
      );
    });
    const isOnTop = ([x, y]: readonly [number, number]) => {
      const hit = topmost(x, y);
      return hit !== null && (lineage(hit).includes(active) || active.closest('label') === hit);
    };
    if (!points.some(isOnTop)) faults.push('covered');
    return { name: name(active), faults };
  }

  /** Widens letters, words, lines and paragraphs everywhere (WCAG 2.2, 1.4.12). */
  function space() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
       p { margin-block-end: 2em !important }`,
    );
    for (const root of [document, ...all().flatMap(({ shadowRoot }) => shadowRoot ?? [])]) {
      root.adoptedStyleSheets.push(sheet);
    }
  }

  /** What has no edge where a system takes all backgrounds away. */
  function edgeless(): string[] {
    return all().flatMap((each) => {
      const isBox = each.matches('.button, .card, article[part], .chip, .badge') || isField(each);
      if (!isBox || !isSeen(each)) return [];
      const ratio = Math.max(...lineage(each).slice(0, 2).map(edge));
      return ratio < 3 ? [name(each)] : [];
    });
  }

  /** Controls whose name does not begin with, or hold, the words that are seen on them. */
  function strayNames(): string[] {
    const plain = (text: string) =>
      text
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .toLowerCase();
    return targets().flatMap(({ element }) => {
      const label = element.getAttribute('aria-label');
      const words = plain((element as HTMLElement).innerText ?? '');
      // A list shows what is chosen of it, which is its value.
      if (label === null || !words || element.localName === 'select') return [];
      return plain(label).includes(words) ? [] : [`${name(element)}: ${label}`];
    });
  }

  const eyes = {
    ...{ paleTexts, paleControls, smallTargets, cutTexts, moving, focus, space, edgeless },
    strayNames,
  };
  Object.assign(globalThis, { eyes });
  return eyes;
}

type Eyes = ReturnType<typeof installEyes>;
type Look = Exclude<keyof Eyes, 'focus' | 'space'>;

/** Has a page look at itself: what it finds wrong, one line for each place. */
export async function look<Name extends keyof Eyes>(
  page: Page,
  name: Name,
): Promise<ReturnType<Eyes[Name]>> {
  const isReady = await page.evaluate(() => 'eyes' in globalThis);
  if (!isReady) await page.evaluate(`(${installEyes.toString()})()`);
  return page.evaluate(
    (which) => (globalThis as unknown as { eyes: Eyes }).eyes[which](),
    name,
  ) as Promise<ReturnType<Eyes[Name]>>;
}

/** The same of several things, each fault with the name of what it is. */
export async function faultsOf(page: Page, names: readonly Look[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    for (const fault of await look(page, name)) found.push(`${name}: ${fault}`);
  }
  return [...new Set(found)];
}

/** Waits until nothing of a page has moved for half a second: what comes late moves what has the focus. */
async function standing(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let still = 0, height = -1; still < 5; still += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { scrollHeight } = document.documentElement;
      if (scrollHeight !== height) [still, height] = [0, scrollHeight];
    }
  });
}

/**
 * Goes through a page by Tab to its end: how many stops there were, and at which of them the focus was
 * not seen.
 */
export async function walk(page: Page, most = 400): Promise<{ stops: number; faults: string[] }> {
  const faults: string[] = [];
  await standing(page);
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await look(page, 'focus');
    if (!at) return { stops, faults };
    for (const fault of at.faults) faults.push(`${fault}: ${at.name}`);
  }
  throw new Error(`The page has no end after ${most} stops`);
}
