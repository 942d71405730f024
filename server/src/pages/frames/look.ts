import type { QueryProblem } from '@vielfalt/feed';

/** A kind of value that a page's address may set. */
interface LookValue {
  /** The value as CSS writes it; nothing where it is none. */
  read: (text: string) => string | undefined;
  /** Says how it is written. */
  detail: string;
}

const COLOUR: LookValue = {
  read(text) {
    const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1];
    return digits === undefined ? undefined : `#${digits.toLowerCase()}`;
  },
  detail: 'a colour is written as six hexadecimal digits, such as a3201b',
};

const LENGTH: LookValue = {
  read: (text) => /^(0|\d{1,4}(\.\d{1,2})?(px|em|rem|ch))$/.exec(text)?.[0],
  detail: 'a length is written as a number with px, em, rem or ch, such as 12px',
};

/** Faces that every machine has one of. */
export const FACES = ['sans-serif', 'serif', 'monospace'] as const;

const FACE: LookValue = {
  read: (text) => FACES.find((face) => face === text),
  detail: `a face is one of ${FACES.join(', ')}`,
};

/**
 * The custom properties that an address may set, without `--vielfalt-`, and what is the page's own:
 * its ground and its face.
 */
const LOOK: Readonly<Record<string, LookValue>> = {
  accent: COLOUR,
  'on-accent': COLOUR,
  surface: COLOUR,
  text: COLOUR,
  muted: COLOUR,
  border: COLOUR,
  radius: LENGTH,
  gap: LENGTH,
  focus: COLOUR,
  highlight: COLOUR,
  warning: COLOUR,
  mark: COLOUR,
  'max-width': LENGTH,
  background: COLOUR,
  font: FACE,
};

export const LOOK_NAMES: readonly string[] = Object.keys(LOOK);

/** Whether a name of the look stands for a colour. */
export function isColour(name: string): boolean {
  return LOOK[name] === COLOUR;
}

/** The look that an address asks for. */
export interface Look {
  /** Its values by name, as CSS writes them. */
  values: Record<string, string>;
  /** A style sheet; empty where nothing is asked for. It holds nothing but what was checked. */
  css: string;
  /** Values that are none; the page does without them. */
  problems: QueryProblem[];
}

/** Reads custom properties from a page's address: of equal names the last one counts. */
export function readLook(parameters: URLSearchParams): Look {
  const problems: QueryProblem[] = [];
  const values: Record<string, string> = {};
  for (const [name, { read, detail }] of Object.entries(LOOK)) {
    const text = parameters.getAll(name).at(-1)?.trim();
    if (!text) continue;
    const value = read(text);
    if (value === undefined) problems.push({ parameter: name, value: text, detail });
    else values[name] = value;
  }
  const css = Object.entries(values)
    .map(([name, value]) => `--vielfalt-${name}:${value}`)
    .join(';');
  return { values, css: css && `:root{${css}}`, problems };
}
