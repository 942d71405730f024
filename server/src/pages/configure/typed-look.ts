import { LOOK_NAMES, isColour } from '../frames/look.js';

/** Three parts of a colour as manuals for print and screens give them: `rgb(163, 32, 27)`, `163 32 27`. */
const PARTS = /^(?:rgb\()?\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)?$/i;

function colourTyped(text: string): string {
  const parts = PARTS.exec(text)?.slice(1).map(Number) ?? [];
  const isWhole = parts.length > 0 && parts.every((part) => part < 256);
  return isWhole ? parts.map((part) => part.toString(16).padStart(2, '0')).join('') : text;
}

/** A length without a unit is one in CSS pixels; blanks and a comma do no harm. */
function lengthTyped(text: string): string {
  const tight = text.replace(/\s/g, '').replace(',', '.').toLowerCase();
  if (!/^[\d.]+[a-z]*$/.test(tight)) return text;
  return /^[\d.]+$/.test(tight) && Number(tight) > 0 ? `${tight}px` : tight;
}

/** The parameters with what people type of a look as an address has it; all else stays. */
export function readTypedLook(parameters: URLSearchParams): URLSearchParams {
  const typed = (name: string) => (isColour(name) ? colourTyped : lengthTyped);
  return new URLSearchParams(
    [...parameters].map(([name, text]): [string, string] => [
      name,
      LOOK_NAMES.includes(name) ? typed(name)(text.trim()) : text,
    ]),
  );
}
