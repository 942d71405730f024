import { findJsonTrouble } from './json-text.js';

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
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const sentences: { readonly [code: string]: string } = {
    ENOENT: `There is no file ${name}.`,
    EISDIR: `${name} is a folder. Name a file in it.`,
    EACCES: `${name} may not be read: check its permissions.`,
  };
  const sentence = sentences[String(code)] ?? `${name} cannot be read. (${String(error)})`;
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
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, column, reason } = findJsonTrouble(text);
    throw new JsonError(`${name} is not JSON: line ${line}, column ${column}: ${reason}.`, {
      cause: error,
    });
  }
}
