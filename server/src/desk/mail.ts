/** A mail from the office. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Readonly<Record<string, string>>;
}

/** The way mails leave. */
export interface Mailer {
  /** Resolves once a server has taken it. Rejects with a `MailError` where none did. */
  send(mail: Mail): Promise<void>;
}

export class MailError extends Error {}
