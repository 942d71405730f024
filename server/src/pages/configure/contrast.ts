import type { ConfigureTexts } from '../../languages/texts.js';
import { isRecord, type EmbedChoice, type Shown } from './choice.js';

/** The least ratio of text to what is behind it (WCAG 2.2, 1.4.3). */
const TEXT_CONTRAST = 4.5;
/** The least ratio of an edge or an outline to what is beside it (WCAG 2.2, 1.4.11). */
const EDGE_CONTRAST = 3;

type Look = EmbedChoice['look'];

/** What our elements paint on what, by its text. */
type PairName = keyof ConfigureTexts['contrast']['pairs'];
/** Where they are painted, by its text. */
type GroundName = keyof ConfigureTexts['contrast']['pages'];

/** What is looked at: what is shown, and on what kind of page. */
export interface Painting {
  shown: Shown;
  page: GroundName;
}

/** Two colours that stand out too little. */
export interface FaintPair {
  pair: PairName;
  /** The colours, as `#` with six hexadecimal digits. */
  front: string;
  back: string;
  /** From 1, with two decimals. */
  ratio: number;
  needed: number;
  /** The names of the look that decide it, the first of them first. */
  by: readonly string[];
}

/** How finely the nearest colour is looked for. */
const STEPS = 16;
const HALVES = 4;
/** Each pair is mended once, few twice. */
const MOST_MENDS = 16;

type Colour = readonly [red: number, green: number, blue: number];
type Pair = readonly [pair: PairName, front: Colour, back: Colour, by: readonly string[]];

/** The colours of our elements where a page sets none: those of `widget/src/styles/shared.ts`. */
export const OWN_COLOURS = {
  light: { accent: '#0b5c6e', 'on-accent': '#fff', highlight: '#1c6b3c', warning: '#8a4b00' },
  dark: {
    accent: '#8ad4e2',
    'on-accent': '#04262e',
    highlight: '#8fdca9',
    warning: '#f3c27a',
  },
} as const;

/** A light and a dark page, as the preview has them. */
export const MOCK_PAGES = {
  light: { background: '#ffffff', text: '#1d2b33' },
  dark: { background: '#12191d', text: '#e6edf0' },
} as const;

/** How much of a colour is in what our elements paint with it: `widget/src/`, `color-mix`. */
const SHARES = {
  muted: 0.8,
  edge: 0.62,
  chip: 0.09,
  badge: 0.09,
  mark: 0.14,
  quiet: 0.05,
  hover: 0.88,
};
/** The brightness of a page's text above which our elements take the page for a dark one. */
const LIGHT_TEXT = 0.6;

/** The lightest and the darkest colour. */
const ENDS = ['#ffffff', '#000000'];

/** @param text a colour as `#` with three or six hexadecimal digits */
function colourOf(text: string): Colour {
  const digits = text.slice(1);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

/** The light of each step of a colour's part, from 0 to 1. */
const LIGHT = Array.from({ length: 256 }, (_, step) => {
  const share = step / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * LIGHT[red]! + 0.7152 * LIGHT[green]! + 0.0722 * LIGHT[blue]!;
}

/** The contrast of two colours (WCAG 2.2, "contrast ratio"). */
function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** As browsers paint it, in whole steps. */
function mixed(colour: Colour, share: number, ground: Colour): Colour {
  const part = (at: 0 | 1 | 2) => Math.round(colour[at] * share + ground[at] * (1 - share));
  return [part(0), part(1), part(2)];
}

function written(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function isLight([red, green, blue]: Colour): boolean {
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255 > LIGHT_TEXT;
}

/**
 * Finds what would be hard to see of what is shown, as our elements themselves paint it; of each pair
 * the worst.
 */
export function faintPairs(look: Look, painting: Painting): FaintPair[] {
  const worst = new Map<PairName, FaintPair>();
  for (const [pair, front, back, by] of pairsOf(look, painting)) {
    const ratio = Math.floor(contrast(front, back) * 100) / 100;
    const needed = pair === 'edge' || pair === 'focus' ? EDGE_CONTRAST : TEXT_CONTRAST;
    if (ratio >= Math.min(needed, worst.get(pair)?.ratio ?? needed)) continue;
    worst.set(pair, { pair, front: written(front), back: written(back), ratio, needed, by });
  }
  return [...worst.values()];
}

/** All that is painted of what is shown, on the page's ground and on that of cards. */
function pairsOf(look: Look, { shown, page }: Painting): Pair[] {
  const grounds = ['background', ...(look['surface'] === undefined ? [] : ['surface'])];
  return grounds.flatMap((ground) => pairsOn(ground, paletteOf(look, page), shown));
}

/** Each colour of a look as it is painted. */
function paletteOf(look: Look, page: GroundName): (name: string) => Colour | undefined {
  const mock = MOCK_PAGES[page === 'dark' ? 'dark' : 'light'];
  // A frame's own text decides whether our elements take it for dark; an element's does not.
  const inherited = (page === 'frame' && look['text']) || mock.text;
  const own = OWN_COLOURS[isLight(colourOf(inherited)) ? 'dark' : 'light'];
  const painted: Look = { ...mock, ...own, ...look };
  return (name) => (painted[name] === undefined ? undefined : colourOf(painted[name]));
}

function pairsOn(
  ground: string,
  painted: (name: string) => Colour | undefined,
  shown: Shown,
): Pair[] {
  const colour = (name: string) => painted(name)!;
  const back = colour(ground);
  const text = colour('text');
  const [accent, onAccent] = [colour('accent'), colour('on-accent')];
  const pale = painted('muted') ? 'muted' : 'text';
  const paleOn = (behind: Colour) => painted('muted') ?? mixed(text, SHARES.muted, behind);
  const tinted = (share: number, front: Colour) => mixed(front, share, back);
  const badge = (name: 'highlight' | 'warning'): Pair => {
    return [name, colour(name), tinted(SHARES.badge, colour(name)), [name, ground]];
  };
  const focus = painted('focus');
  const isList = !isRecord({ shown });
  const hasOffers = shown !== 'network';
  const hasList = isList || shown === 'provider';
  const quietly = tinted(SHARES.badge * SHARES.muted, text);
  const pairs: (Pair | false | undefined)[] = [
    ['text', text, back, ['text', ground]],
    ['muted', paleOn(back), back, [pale, ground]],
    hasOffers && ['muted', paleOn(quietly), quietly, [pale, ground]],
    ['accent', accent, back, ['accent', ground]],
    hasOffers && ['tinted', accent, tinted(SHARES.quiet, text), ['accent', ground]],
    isList && ['tinted', accent, tinted(SHARES.chip, accent), ['accent', ground]],
    hasList && ['on-accent', onAccent, accent, ['on-accent', 'accent']],
    hasList && [
      'on-accent',
      onAccent,
      mixed(accent, SHARES.hover, onAccent),
      ['on-accent', 'accent'],
    ],
    hasOffers && badge('highlight'),
    hasOffers && badge('warning'),
    isList && [
      'mark',
      text,
      painted('mark') ?? tinted(SHARES.mark, accent),
      [painted('mark') ? 'mark' : 'text', 'text', ground],
    ],
    hasList && ['edge', mixed(text, SHARES.edge, back), back, ['text', ground]],
    focus && ['focus', focus, back, ['focus', ground]],
  ];
  return pairs.filter((pair): pair is Pair => Boolean(pair));
}

/**
 * Finds the nearest colours with which nothing would be hard to see: darker or lighter ones of the
 * same hue, of what was chosen where that is enough.
 *
 * @returns by the names of the look, as CSS writes them; nothing where no such colours mend it all
 */
export function mendedColours(look: Look, painting: Painting): Record<string, string> {
  const mended: Record<string, string> = {};
  for (let mends = 0; mends < MOST_MENDS; mends += 1) {
    const now = { ...look, ...mended };
    const [faint] = faintPairs(now, painting);
    if (!faint) return mended;
    const names = new Set([...faint.by.filter((name) => look[name] !== undefined), faint.by[0]!]);
    const [name, colour] =
      [...names]
        .map((each) => [each, nearestFor(each, faint.pair, now, painting)] as const)
        .find(([, found]) => found !== undefined) ?? [];
    if (name === undefined || colour === undefined) return {};
    mended[name] = colour;
  }
  return {};
}

/** The nearest colour by that name that mends a pair and spoils no other. */
function nearestFor(
  name: string,
  pair: PairName,
  look: Look,
  painting: Painting,
): string | undefined {
  const from = paletteOf(look, painting.page)(name)!;
  const before = new Set(faintPairs(look, painting).map((each) => each.pair));
  // What stands on buttons can follow their colour, where nobody has chosen it.
  const isFollowed = name === 'accent' && pair !== 'on-accent' && look['on-accent'] === undefined;
  const looks = [look, ...(isFollowed ? ENDS.map((end) => ({ ...look, 'on-accent': end })) : [])];
  const isMended = (colour: Colour) =>
    looks.some((each) =>
      faintPairs({ ...each, [name]: written(colour) }, painting).every(
        (faint) => faint.pair !== pair && before.has(faint.pair),
      ),
    );
  const distance = (colour: Colour) => Math.hypot(...colour.map((part, at) => part - from[at]!));
  const [nearest] = ENDS.flatMap((end) => firstTowards(colourOf(end), from, isMended) ?? []).sort(
    (one, other) => distance(one) - distance(other),
  );
  return nearest && written(nearest);
}

/** The first of the colours from one to another that will do, at steps and then halves of a step. */
function firstTowards(
  end: Colour,
  from: Colour,
  willDo: (colour: Colour) => boolean,
): [Colour] | undefined {
  const at = (way: number) => mixed(end, way, from);
  const step = Array.from({ length: STEPS }, (_, each) => (each + 1) / STEPS).find((way) =>
    willDo(at(way)),
  );
  if (step === undefined) return undefined;
  let [least, most] = [step - 1 / STEPS, step];
  for (let halved = 0; halved < HALVES; halved += 1) {
    const way = (least + most) / 2;
    if (willDo(at(way))) most = way;
    else least = way;
  }
  return [at(most)];
}
