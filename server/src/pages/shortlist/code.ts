import { encode } from 'uqr';
import { attributes, html, type HtmlContent } from '../../text/html.js';

/** Longer addresses make squares too small for a telephone's camera on paper. */
const LONGEST = 700;

/** An address as a code of squares (QR), to be read by a camera; nothing for one that is too long. */
export function addressCode(address: string, name: string): HtmlContent {
  if (address.length > LONGEST) return undefined;
  const { data, size } = encode(address, { border: 2 });
  const squares = data.flatMap((row, y) => {
    const runs = row.map(Number).join('').matchAll(/1+/g);
    return [...runs].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`);
  });
  return html`<svg
    ${attributes({ class: 'code', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': name })}
  >
    <path d="${squares.join('')}" />
  </svg>`;
}
