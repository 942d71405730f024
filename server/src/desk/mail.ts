/** A mail from the office. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Readonly<Record<string, string>>;
}

/** The sender of a mail, and whom answers reach. */
export interface Mailbox {
  name: string;
  /** Absent: none is known. */
  address?: string;
}

/** The operator's settings of how mails leave. */
export interface MailSettings {
  by: MailServer | { folder: string };
  /** The sender; undefined: the directory's publisher. */
  from: Mailbox | undefined;
}

/** A server of SMTP. */
export interface MailServer {
  host: string;
  port: number;
  /** TLS from the start. */
  secure: boolean;
  /** Absent: it asks for none. */
  user?: string;
  password?: string;
}

/** The way mails leave. */
export interface Mailer {
  /**
   * Resolves once a server has taken it. Rejects with a `MailError` where none did.
   * @param office whom answers reach; also the sender, unless the operator names another one
   */
  send(mail: Mail, office: Mailbox): Promise<void>;
}

/**
 * The fate of a mail that no server has said to have taken. `refused`: a server does not take mails to
 * this address. `deferred`: it does not take this mail, or not yet. `failed`: no mail can be sent at
 * all. `unknown`: it may have been taken.
 */
export type MailFate = 'refused' | 'deferred' | 'failed' | 'unknown';

export class MailError extends Error {
  constructor(
    message: string,
    readonly fate: MailFate = 'failed',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** There is no address that a letter may go to, whatever the server. */
export class UnreachableError extends MailError {
  constructor(message: string) {
    super(message, 'refused');
  }
}

/**
 * The addresses that are written to: a local part of ASCII without quotation marks, and a name of the
 * DNS, which may have letters of any script.
 */
const MAILABLE =
  /^(?=.{1,254}$)[a-z\d!#$%&'*+/=?^_`{|}~-]+(\.[a-z\d!#$%&'*+/=?^_`{|}~-]+)*(?<=^.{1,64})@([\p{L}\d]([\p{L}\p{M}\d-]*[\p{L}\p{M}\d])?\.)+[\p{L}\d][\p{L}\p{M}\d-]*$/iu;

/** Tells whether mails are sent to an address, or whether it is too odd. */
export function isMailable(address: string): boolean {
  return MAILABLE.test(address);
}
