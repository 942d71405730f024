import type { Mailer, MailSettings } from '../mail.js';
import { folderMailer } from './folder-mailer.js';
import { smtpMailer } from './smtp-mailer.js';

/** The way mails leave by the operator's settings; `undefined`: none is set. */
export function mailerOf(settings: MailSettings | undefined): Mailer | undefined {
  if (!settings) return undefined;
  const { by, from } = settings;
  return 'folder' in by ? folderMailer(by.folder, from) : smtpMailer(by, from);
}
