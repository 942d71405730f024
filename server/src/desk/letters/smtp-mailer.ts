import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { MailError, type MailFate, type Mailbox, type Mailer, type MailServer } from '../mail.js';
import { writeMessage, type Message } from './message.js';

/** The time that a server may be silent, in milliseconds; some look at a whole mail before they answer. */
const PATIENCE = 120_000;
/** The same, while a connection is made. */
const PATIENCE_AT_FIRST = 15_000;

/** Hosts that no mail leaves this machine for: a certificate proves nothing there. */
const HERE = /^(localhost|127(\.\d+){3}|::1)$/;

/**
 * Sends mails by a server of SMTP, each over a connection of its own, encrypted where the server can.
 * A password is never sent in the clear but to this machine.
 *
 * @param patience the time that the server may be silent, in milliseconds
 */
export function smtpMailer(
  server: MailServer,
  sender: Mailbox | undefined,
  patience?: number,
): Mailer {
  return {
    async send(mail, office) {
      const message = await writeMessage(mail, office, sender);
      await deliver(server, message, patience);
    },
  };
}

async function deliver(
  { host, port, secure, user, password }: MailServer,
  message: Message,
  patience?: number,
): Promise<void> {
  const isHere = HERE.test(host);
  const connection = new SMTPConnection({
    ...{ host, port, secure },
    requireTLS: !secure && user !== undefined && !isHere,
    ...(isHere && { tls: { rejectUnauthorized: false } }),
    connectionTimeout: patience ?? PATIENCE_AT_FIRST,
    greetingTimeout: patience ?? PATIENCE,
    socketTimeout: patience ?? PATIENCE,
  });
  let isOnItsWay = false;
  // Read once the server has taken both addresses.
  const content = Readable.from(
    (function* () {
      isOnItsWay = true;
      yield message.content;
    })(),
  );
  const { from, to } = message;
  const envelope = { from, to: [to], size: message.content.length };
  try {
    await new Promise<void>((resolve, reject) => {
      const after = (next: () => void) => (error?: Error | null) =>
        error ? reject(error) : next();
      connection.on('error', reject);
      const send = () => connection.send(envelope, content, after(resolve));
      const enter = () => {
        if (user === undefined) send();
        else connection.login({ credentials: { user, pass: password } }, after(send));
      };
      connection.connect(after(enter));
    });
  } catch (error) {
    connection.close();
    throw explained(error as SmtpError, `${host}:${port}`, isOnItsWay);
  }
  connection.quit();
}

interface SmtpError extends Error {
  /** The step that failed, as the client calls it. */
  code?: string;
  /** The command that was answered. */
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Statuses (RFC 3463) that say of a refusal that it is not about the recipient's address. */
const NOT_THE_ADDRESS = /^\d{3}[ -]5\.[347]\.\d/;

function explained(error: SmtpError, where: string, isOnItsWay: boolean): MailError {
  const words = `The mail server ${where} says: ${error.message}.${adviceOn(error)}`;
  return new MailError(words, fateOf(error, isOnItsWay), { cause: error });
}

function fateOf(
  { responseCode, response = '', command }: SmtpError,
  isOnItsWay: boolean,
): MailFate {
  if (responseCode === undefined) return isOnItsWay ? 'unknown' : 'failed';
  // The server closes: 421 may be said at any time.
  if (responseCode === 421 || (command !== 'RCPT TO' && !isOnItsWay)) return 'failed';
  const isRefusal = command === 'RCPT TO' && responseCode >= 500 && !NOT_THE_ADDRESS.test(response);
  return isRefusal ? 'refused' : 'deferred';
}

function adviceOn({ code, message }: SmtpError): string {
  if (code === 'EAUTH') return ' Look at the user and the password in SMTP_URL.';
  if (/certificate|altname/i.test(message)) {
    return ' If its certificate is of an authority of your own, name that by NODE_EXTRA_CA_CERTS.';
  }
  return /wrong version number|packet length/i.test(message)
    ? ' smtps:// is for servers that begin with TLS (port 465), smtp:// for others (587, 25).'
    : '';
}
