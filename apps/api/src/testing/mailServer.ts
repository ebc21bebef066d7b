import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail server on the loopback that keeps what it is given; it refuses the addresses it is told to refuse. */
export async function mailServer() {
  const received: (ParsedMail & { recipients: string[] })[] = []
  const refused = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _, done) {
      const code = refused.get(address)
      done(code ? Object.assign(new Error(`No such box: ${address}`), { responseCode: code }) : null)
    },
    onData(stream, session, done) {
      simpleParser(stream).then(
        mail => {
          received.push({ ...mail, recipients: session.envelope.rcptTo.map(({ address }) => address) })
          done(null)
        },
        error => done(error),
      )
    },
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refused,
    close: () =>
      new Promise<void>(resolve => {
        server.close(resolve)
      }),
  }
}
