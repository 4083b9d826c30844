/** One e-mail by SMTP; a server that hangs ends by time-out. */

export interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Told by it, a letter that comes twice is known to be one. */
  readonly messageId?: string;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly content: string;
    readonly contentType: string;
  }[];
}

export interface MailOptions {
  /** `smtp://` or `smtps://` */
  readonly smtp: string;
  /** The sender's address. */
  readonly from: string;
  /** For the whole of it. */
  readonly timeoutMs?: number;
}

const PATIENCE_MS = 60_000;

/** The operator's address where the contact is one, else the first of those that get it. */
export function senderAddress(contact: string | null, to: readonly string[]): string {
  return contact?.includes('@') && !contact.includes('/') ? contact : (to[0] ?? '');
}

/** Resolves when the server has taken it for everybody. */
export async function sendMail(letter: Letter, options: MailOptions): Promise<void> {
  const { smtp, from, timeoutMs = PATIENCE_MS } = options;
  // Loaded when it is used: most installations send no mail.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: smtp,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  try {
    const { to, attachments = [], ...content } = letter;
    const sent = await transport.sendMail({
      ...content,
      from: { name: 'Điểm Báo', address: from },
      to: [...to],
      attachments: [...attachments],
      disableFileAccess: true,
      disableUrlAccess: true,
      // A server that sends a byte now and then is never idle: the whole has an end too.
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (sent.rejected.length > 0)
      throw new Error(`the mail server refused ${sent.rejected.map(String).join(', ')}`);
  } finally {
    transport.close();
  }
}
