import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { MAX_RUN } from '../limits.js';

/** Names are without prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Record<string, string>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads XML piece by piece. Entities of a document's own are not resolved. */
export class XmlReader {
  readonly #decoder = new StringDecoder();
  readonly #parser = new SaxesParser({ position: false, xmlns: false });
  #run = 0;

  constructor(handlers: XmlHandlers) {
    this.#parser.on('error', (error) => {
      throw new XmlError(error.message);
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

  /** @throws XmlError; TextRunError while a text goes on and on */
  write(piece: Buffer): void {
    const text = this.#decoder.write(piece);
    this.#run += text.length;
    if (this.#run > MAX_RUN && !text.includes('<')) throw new TextRunError();
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.close();
  }
}

/** It is no well-formed XML. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** A text is longer than any that a cell may hold, and has not ended. */
export class TextRunError extends Error {
  override readonly name = 'TextRunError';
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
