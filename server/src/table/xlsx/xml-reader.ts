import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { MAX_RUN } from '../limits.js';

/** Handlers that receive names without prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Record<string, string>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads XML piece by piece. A document's own entities are not resolved. */
export class XmlReader {
  readonly #decoder = new StringDecoder();
  readonly #parser = new SaxesParser({ position: false, xmlns: false });
  #run = 0;

  constructor(handlers: XmlHandlers) {
    this.#parser.on('error', (error) => {
      throw new XmlError(error.message, this.#parser.line);
    });
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#run = 0;
      handlers.open(local(name), attributes);
    });
    this.#parser.on('closetag', ({ name }) => {
      this.#run = 0;
      handlers.close?.(local(name));
    });
    const { text } = handlers;
    if (text) {
      this.#parser.on('text', (part) => text(part));
      this.#parser.on('cdata', (part) => text(part));
    }
  }

  /** @throws XmlError; TextRunError while a text is far too long */
  write(piece: Buffer): void {
    const text = this.#decoder.write(piece);
    this.#run += text.length;
    this.#parser.write(text);
    // A comment may hold what looks like the beginning of an element.
    if (this.#run > MAX_RUN) throw new TextRunError(this.#parser.line);
  }

  end(): void {
    this.#parser.close();
  }
}

/** XML that is not well-formed. */
export class XmlError extends Error {
  override readonly name = 'XmlError';

  /** @param line from 1; absent where it is not known */
  constructor(
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }
}

/** A text or comment that is longer than any cell may hold, and has not ended. */
export class TextRunError extends Error {
  override readonly name = 'TextRunError';

  /** @param line the line that it has reached, from 1 */
  constructor(readonly line: number) {
    super();
  }
}

export async function readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const reader = new XmlReader(handlers);
  let isEmpty = true;
  for await (const piece of pieces) {
    isEmpty = false;
    reader.write(piece);
  }
  if (!isEmpty) reader.end();
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
