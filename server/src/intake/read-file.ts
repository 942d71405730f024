import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
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
 * @param file a path, or `-` for standard input
 * @throws FileError, JsonError
 */
export async function readJsonFile(file: string): Promise<unknown> {
  const name = file === '-' ? 'standard input' : file;
  return parseJson(decode(await bytesOf(file, name), name), name);
}

async function bytesOf(file: string, name: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new FileError(`There is no file ${name}.`, { cause: error });
    if (code === 'EISDIR') {
      throw new FileError(`${name} is a folder. Name a file in it.`, { cause: error });
    }
    if (code === 'EACCES') {
      throw new FileError(`${name} may not be read: check its permissions.`, { cause: error });
    }
    throw new FileError(`${name} cannot be read. (${String(error)})`, { cause: error });
  }
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
