import { FileError } from '../../files/file-error.js';

/** A feed that cannot be read; the message says why and what to do about it. */
export class RemoteFeedError extends FileError {}
