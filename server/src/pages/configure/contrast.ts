import type { ConfigureTexts } from '../../languages/texts.js';
import type { EmbedChoice } from './choice.js';

/** The least ratio of text to what is behind it (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** What our elements paint on what, by its text. */
type PairName = keyof ConfigureTexts['contrast']['pairs'];
/** Where they are painted, by its text. */
type GroundName = keyof ConfigureTexts['contrast']['pages'];

/** Two colours that stand out too little. */
export interface FaintPair {
  pair: PairName;
  page: GroundName;
  /** From 1, with two decimals. */
  ratio: number;
}

type Colour = readonly [red: number, green: number, blue: number];

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

/** How much of the text's colour is in text of less weight. */
const MUTED = 0.8;
/** The brightness of a page's text above which our elements take the page for a dark one. */
const LIGHT_TEXT = 0.6;

/** @param text a colour as `#` with three or six hexadecimal digits */
function colourOf(text: string): Colour {
  const digits = text.slice(1);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours (WCAG 2.2, "contrast ratio"). */
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function mixed(colour: Colour, share: number, ground: Colour): Colour {
  const [red, green, blue] = colour.map((part, at) => part * share + ground[at]! * (1 - share)) as [
    number,
    number,
    number,
  ];
  return [red, green, blue];
}

function isLight([red, green, blue]: Colour): boolean {
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255 > LIGHT_TEXT;
}

/**
 * Finds what would be hard to read, as our elements themselves would paint it: on a light and on a
 * dark page, or in a frame, which has a ground of its own.
 */
export function faintPairs(look: EmbedChoice['look'], isFramed: boolean): FaintPair[] {
  if (isFramed) return onPage('frame', { ...MOCK_PAGES.light, ...look }, look);
  return [...onPage('light', MOCK_PAGES.light, look), ...onPage('dark', MOCK_PAGES.dark, look)];
}

function onPage(
  page: GroundName,
  { background, text: inherited }: Readonly<Record<string, string>>,
  look: EmbedChoice['look'],
): FaintPair[] {
  const own = OWN_COLOURS[isLight(colourOf(inherited!)) ? 'dark' : 'light'];
  const painted = (name: keyof typeof own) => colourOf(look[name] ?? own[name]);
  const text = colourOf(look['text'] ?? inherited!);
  const ground = colourOf(look['background'] ?? background!);
  const surface = look['surface'] === undefined ? ground : colourOf(look['surface']);
  const muted = (behind: Colour) =>
    look['muted'] === undefined ? mixed(text, MUTED, behind) : colourOf(look['muted']);
  const onBoth = (ratio: (behind: Colour) => number) => Math.min(ratio(ground), ratio(surface));
  const ratios: [PairName, number][] = [
    ['text', onBoth((behind) => contrast(text, behind))],
    ['muted', onBoth((behind) => contrast(muted(behind), behind))],
    ['accent', onBoth((behind) => contrast(painted('accent'), behind))],
    ['on-accent', contrast(painted('on-accent'), painted('accent'))],
    ['highlight', onBoth((behind) => contrast(painted('highlight'), behind))],
    ['warning', onBoth((behind) => contrast(painted('warning'), behind))],
    ...(look['mark'] === undefined
      ? []
      : [['mark', contrast(text, colourOf(look['mark']))] as [PairName, number]]),
  ];
  return ratios
    .filter(([, ratio]) => ratio < LEAST_CONTRAST)
    .map(([pair, ratio]) => ({ pair, page, ratio: Math.floor(ratio * 100) / 100 }));
}
