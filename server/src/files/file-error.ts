/** A file that cannot be read; the message says why and what to do about it. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** Says in words why a file cannot be read. */
export function fileError(name: string, error: unknown): FileError {
  if (error instanceof FileError) return error;
  const code = codeOf(error);
  const sentence =
    SENTENCES[code]?.(name) ?? `${name} cannot be read: ${READING[code] ?? systemSays(code)}.`;
  return new FileError(sentence, { cause: error });
}

/** Returns the system's name for what went wrong, '' where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Says why a write failed and what to do, as a sentence's end: "the disk is full; make room". */
export function reasonOfWriting(error: unknown): string {
  const code = codeOf(error);
  return WRITING[code] ?? systemSays(code);
}

function systemSays(code: string): string {
  return `the system says ${code || 'nothing more'}`;
}

const noFile = (name: string) => `There is no file ${name}.`;
const noPermission = (name: string) => `${name} may not be read: check its permissions.`;

/** Failures with a sentence of their own (errno(3)). */
const SENTENCES: { readonly [code: string]: (name: string) => string } = {
  ENOENT: noFile,
  ENOTDIR: noFile,
  EISDIR: (name) => `${name} is a folder. Name a file in it.`,
  EACCES: noPermission,
  EPERM: noPermission,
};

/** Other reasons for a failed read, and what to do about them (errno(3)). */
const READING: { readonly [code: string]: string } = {
  EIO: 'its disk fails; copy it to another one',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EBUSY: 'another program has it for itself; close it there',
  ENXIO: 'it is a device that gives nothing',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/** Reasons for a failed write, and what to do about them (errno(3)). */
const WRITING: { readonly [code: string]: string } = {
  ENOENT: 'check that its folder exists',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder; name a file in it',
  EACCES: 'check that its folder may be written to',
  EPERM: 'check that it and its folder may be written to',
  EROFS: 'its disk may only be read',
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'the room that this user may fill is full; make room',
  EFBIG: 'it would be larger than its disk allows',
  EIO: 'the disk failed',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EBUSY: 'another program has it for itself',
  EPIPE: 'whoever should read it has gone',
  ERR_STREAM_DESTROYED: 'whoever should read it has gone',
  ERR_STREAM_PREMATURE_CLOSE: 'whoever should read it has gone',
};
