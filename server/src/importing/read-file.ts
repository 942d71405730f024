import { reasonOfReading } from './file-trouble.js';
import { jsonTrouble, parseJson as parse } from './json-text.js';

/** A file cannot be read; the message says why and what to do about it. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** A file can be read and is no JSON: a mistake in the data. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

/**
 * The JSON in a file.
 * @param name what messages call it
 * @throws JsonError
 */
export function readJson(bytes: Uint8Array, name: string): unknown {
  return parseJson(decode(bytes, name), name);
}

/** Says in words why a file cannot be read. */
export function fileError(name: string, error: unknown): FileError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentences: { readonly [code: string]: string } = {
    ENOENT: `There is no file ${name}.`,
    ENOTDIR: `There is no file ${name}.`,
    EISDIR: `${name} is a folder. Name a file in it.`,
    EACCES: `${name} may not be read: check its permissions.`,
    EPERM: `${name} may not be read: check its permissions.`,
  };
  const sentence = sentences[code] ?? `${name} cannot be read: ${reasonOfReading(code)}.`;
  return new FileError(sentence, { cause: error });
}

/** UTF-8 (RFC 8259, section 8.1), with or without the byte order mark that some programs write. */
function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new JsonError(`${name} is not written in UTF-8. Save it as UTF-8.`, { cause: error });
  }
}

function parseJson(text: string, name: string): unknown {
  if (!text.trim()) throw new JsonError(`${name} is empty.`);
  const read = parse(text);
  if ('json' in read) return read.json;
  throw new JsonError(`${name} ${jsonTrouble(read.trouble)}`);
}
