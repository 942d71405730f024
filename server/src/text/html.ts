const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** A piece of a page, safe to send. Only `html` and its kin make it. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** Content that a template may hold: text is escaped; `false` and `undefined` leave nothing. */
export type HtmlContent = Html | string | number | false | undefined | readonly HtmlContent[];

function written(content: HtmlContent): string {
  if (content instanceof Html) return content.toString();
  if (Array.isArray(content)) return (content as readonly HtmlContent[]).map(written).join('');
  return content === false || content === undefined ? '' : escape(String(content));
}

/**
 * A piece of a page from a template: everything that is filled in is text and gets escaped, but for
 * pieces that are `Html` already and lists of them. Values of attributes stand in quotation marks.
 */
export function html(parts: TemplateStringsArray, ...contents: HtmlContent[]): Html {
  const first = parts[0] ?? '';
  return new Html(
    contents.reduce<string>(
      (text, each, index) => text + written(each) + (parts[index + 1] ?? ''),
      first,
    ),
  );
}

/** Attributes for a tag, `<a ${attributes({ href })}>`: `true` has no value, nothing leaves it out. */
export function attributes(values: Record<string, string | number | boolean | undefined>): Html {
  const present = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== false,
  );
  return new Html(
    present
      .map(([name, value]) => (value === true ? name : `${name}="${escape(String(value))}"`))
      .join(' '),
  );
}

/** Pieces with something between them; those that are nothing are left out. */
export function joined(pieces: readonly HtmlContent[], between: HtmlContent): HtmlContent[] {
  return pieces
    .filter((piece) => piece !== undefined && piece !== false && piece !== '')
    .flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]));
}

/** A sentence with `{name}` in it, and a piece of a page in its place. */
export function around(sentence: string, name: string, piece: HtmlContent): HtmlContent {
  const [before, ...after] = sentence.split(`{${name}}`);
  return [before, after.map((each) => [piece, each])];
}

/**
 * Data for machines (JSON-LD). It is no script: browsers do not run it, and a page's policy does not
 * ask about it. `<` is written otherwise, so that no text can end the element.
 */
export function jsonLd(data: object): Html {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return new Html(`<script type="application/ld+json">${text}</script>`);
}

/** The same for XML. */
export const xml = html;
