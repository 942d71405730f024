/** What the system says of a read that failed, and what to do about it (errno(3)). */
const REASONS: { readonly [code: string]: string } = {
  EIO: 'its disk fails; copy it to another one',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EBUSY: 'another program has it for itself; close it there',
  ENXIO: 'it is a device that gives nothing',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/** A sentence's end: "its disk fails; copy it to another one". */
export function reasonOfReading(code: string): string {
  return REASONS[code] ?? `the system says ${code || 'nothing more'}`;
}
