import nodemailer from 'nodemailer'

/** A file that goes with a message. */
export interface MailAttachment {
  filename: string
  contentType: string
  content: Buffer
}

/** A message about to leave. */
interface Mail {
  to: readonly string[]
  subject: string
  text: string
  attachments?: readonly MailAttachment[]
  /** What makes two sendings of the same message known as one by whoever receives it. */
  messageId: string
}

/** What carries messages out. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}

/** Why a message did not leave, without any word of the mail server: its words may quote the address. */
export type MailFailure = 'UNREACHABLE' | 'NOT_ADMITTED' | 'ADDRESS_REFUSED' | 'MESSAGE_REFUSED'

/** A message that did not leave; `final` when sending it again would change nothing. */
export class MailRefused extends Error {
  constructor(
    readonly failure: MailFailure,
    readonly final: boolean,
  ) {
    super(failure)
  }
}

interface SmtpError {
  code?: string
  responseCode?: number
}

function refusalOf({ code, responseCode = 0 }: SmtpError): MailRefused {
  const final = responseCode >= 500
  if (code === 'EAUTH') return new MailRefused('NOT_ADMITTED', false)
  if (code === 'EENVELOPE') return new MailRefused('ADDRESS_REFUSED', final)
  if (code === 'EMESSAGE' || responseCode > 0) return new MailRefused('MESSAGE_REFUSED', final)
  return new MailRefused('UNREACHABLE', false)
}

/** Carries messages to the mail server of the ministry; `url` is smtp://… or smtps://…. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, attachments = [], messageId }) {
      try {
        await transport.sendMail({ from, to: [...to], subject, text, attachments: [...attachments], messageId })
      } catch (error) {
        throw refusalOf(error as SmtpError)
      }
    },
  }
}
