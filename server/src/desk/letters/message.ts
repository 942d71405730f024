import MailComposer from 'nodemailer/lib/mail-composer';
import { isMailable, MailError, type Mail, type Mailbox } from '../mail.js';

/** A mail as it travels (RFC 5322), with the addresses on its envelope. */
export interface Message {
  from: string;
  to: string;
  content: Buffer;
}

/** A text for a header, on one line: a line break in it would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/**
 * Writes a mail as it travels.
 * @param sender from the operator's settings; undefined: the office
 * @throws MailError where there is no sender, or an address is odd
 */
export async function writeMessage(
  { to, subject, text, html, headers }: Mail,
  office: Mailbox,
  sender: Mailbox | undefined,
): Promise<Message> {
  const from = sender?.address ?? office.address;
  if (from === undefined) {
    throw new MailError(
      'The directory names no e-mail address of its publisher, so mails have no sender. Set MAIL_FROM, such as "Office <office@example.org>".',
    );
  }
  for (const address of [from, to]) {
    if (isMailable(address)) continue;
    throw new MailError(
      `${JSON.stringify(address)} is not an address that mails are sent to.`,
      address === to ? 'refused' : 'failed',
    );
  }
  const name = oneLine(sender?.name || office.name);
  const composer = new MailComposer({
    from: { name, address: from },
    ...(office.address !== undefined &&
      office.address !== from && {
        replyTo: { name: oneLine(office.name), address: office.address },
      }),
    to: { name: '', address: to },
    subject: oneLine(subject),
    ...{ text, html },
    headers: {
      // No answers of machines, such as those of people on holiday (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...headers,
    },
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { from, to, content: await composer.compile().build() };
}
