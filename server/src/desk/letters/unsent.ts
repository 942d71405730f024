import type { Logger } from 'pino';
import type { Letter } from '../../store/papers.js';
import { MailError, UnreachableError } from '../mail.js';

/** The means to tell the operator. */
export type ErrorLog = Pick<Logger, 'error'>;

/** Addresses of mail, also those with a password in them (`smtp://USER:PASSWORD@host`), and secrets of links. */
const PRIVATE = /[^\s<>@"]+@[^\s<>"]+|[\w-]{43,}/g;

/**
 * Tells the operator that a letter somebody asked for could not be sent: whoever asked is not told.
 * The reason names nobody, whatever a mail server says. A missing address is for the office to mend.
 */
export function logUnsent(log: ErrorLog, letter: Letter['kind'], error: unknown): void {
  if (error instanceof UnreachableError) return;
  const reason = (error instanceof Error ? error.message : String(error)).replace(PRIVATE, '…');
  const fate = error instanceof MailError ? { fate: error.fate } : {};
  log.error({ letter, ...fate, reason }, 'a letter could not be sent');
}
