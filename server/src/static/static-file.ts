/** A file of a static feed. */
export interface StaticFile {
  /** Below the folder, with `/` between its parts. */
  path: string;
  body: string | Buffer;
}

/** The same, from an answer of the service. */
export function jsonFile(path: string, body: object): StaticFile {
  return { path, body: JSON.stringify(body) };
}
