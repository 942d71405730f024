const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Characters that XML 1.0 cannot hold, not even escaped: control characters, halves of pairs,
 * U+FFFE and U+FFFF.
 */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

function escape(text: string): string {
  return text
    .replace(IMPOSSIBLE, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')
    .replaceAll('\r', '&#13;');
}

/** A piece of XML, already written. */
export class Xml {
  constructor(readonly text: string) {}
}

type Content = Xml | string | undefined;

/** An element; unknown attributes and contents are left out, text is escaped. */
export function element(
  name: string,
  attributes: Record<string, string | undefined> = {},
  ...contents: Content[]
): Xml {
  const tag = name + writtenAttributes(attributes);
  const inside = contents
    .map((content) => (content instanceof Xml ? content.text : escape(content ?? '')))
    .join('');
  return new Xml(inside ? `<${tag}>${inside}</${name}>` : `<${tag}/>`);
}

/** A document of one element, in pieces. */
export function* documentPieces(
  name: string,
  attributes: Record<string, string | undefined>,
  contents: Iterable<Xml>,
): Generator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>\n<${name}${writtenAttributes(attributes)}>`;
  for (const { text } of contents) yield text;
  yield `</${name}>\n`;
}

function writtenAttributes(attributes: Record<string, string | undefined>): string {
  return Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escape(value)}"`))
    .join('');
}
