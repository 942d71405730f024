import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, reasonOfWriting } from '../../files/file-error.js';
import { MailError, type Mailbox, type Mailer } from '../mail.js';
import { writeMessage } from './message.js';

/**
 * Writes each mail into a folder, as a file that mail programs open (`.eml`), instead of sending it.
 * Only the service's own user may read it: there are secrets in it.
 */
export function folderMailer(folder: string, sender: Mailbox | undefined): Mailer {
  return {
    async send(mail, office) {
      const { content } = await writeMessage(mail, office, sender);
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`;
      const draft = join(folder, `.${name}.part`);
      try {
        await mkdir(folder).catch((error: unknown) => {
          if (codeOf(error) !== 'EEXIST') throw error;
        });
        await writeFile(draft, content, { mode: 0o600 });
        await rename(draft, join(folder, `${name}.eml`));
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw new MailError(
          `No mail can be written into MAIL_FOLDER (${folder}): ${reasonOfWriting(error)}.`,
          'failed',
          { cause: error },
        );
      }
    },
  };
}
