import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A message that waits in the box of the trial. */
interface Boxed {
  uid: number
  raw: Buffer
  flags: Set<string>
}

const tokens = (line: string) => line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []
const unquoted = (text = '') => text.replace(/^"|"$/g, '')

/** The smallest mailbox that speaks IMAP4rev1 on the loopback: one account, one folder, what a reader of mail asks of it. */
export async function imapServer({ user, password }: { user: string; password: string }) {
  const messages: Boxed[] = []
  const sockets = new Set<Socket>()
  const asked: string[] = []

  function answer(socket: Socket, line: string): unknown {
    const [tag = '*', verb = '', ...rest] = tokens(line)
    const say = (text: string) => socket.write(`${text}\r\n`)
    const done = (text = 'done') => say(`${tag} OK ${text}`)
    const command = verb.toUpperCase() === 'UID' ? `UID ${rest.shift()?.toUpperCase()}` : verb.toUpperCase()
    asked.push(command)
    switch (command) {
      case 'CAPABILITY':
        say('* CAPABILITY IMAP4rev1')
        return done()
      case 'LOGIN':
        return unquoted(rest[0]) === user && unquoted(rest[1]) === password
          ? done()
          : say(`${tag} NO [AUTHENTICATIONFAILED] refused`)
      case 'LIST':
        say('* LIST () "/" "INBOX"')
        return done()
      case 'SELECT':
        if (unquoted(rest[0]).toUpperCase() !== 'INBOX') return say(`${tag} NO no such box`)
        say('* FLAGS (\\Seen \\Flagged)')
        say(`* ${messages.length} EXISTS`)
        say('* 0 RECENT')
        say('* OK [PERMANENTFLAGS (\\Seen \\Flagged)] limited')
        say('* OK [UIDVALIDITY 7] valid')
        say(`* OK [UIDNEXT ${messages.length + 1}] next`)
        return done('[READ-WRITE] selected')
      case 'UID SEARCH': {
        const unseen = messages.filter(({ flags }) => !flags.has('\\Seen')).map(({ uid }) => uid)
        say(`* SEARCH ${unseen.join(' ')}`.trim())
        return done()
      }
      case 'UID FETCH': {
        const uid = Number(rest[0])
        const found = messages.find(each => each.uid === uid)
        if (found) {
          const wanted = rest.slice(1).join(' ').toUpperCase()
          const facts = `UID ${uid} RFC822.SIZE ${found.raw.length} INTERNALDATE "03-Jun-2026 10:00:00 +0000"`
          socket.write(`* ${messages.indexOf(found) + 1} FETCH (${facts}`)
          if (wanted.includes('BODY')) {
            socket.write(` BODY[] {${found.raw.length}}\r\n`)
            socket.write(found.raw)
          }
          say(')')
        }
        return done()
      }
      case 'UID STORE': {
        const found = messages.find(({ uid }) => uid === Number(rest[0]))
        for (const flag of rest.slice(2).join(' ').match(/\\\w+/g) ?? []) found?.flags.add(flag)
        return done()
      }
      case 'LOGOUT':
        say('* BYE')
        done()
        return socket.end()
      default:
        return done()
    }
  }

  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.write('* OK IMAP4rev1 ready\r\n')
    let pending = ''
    socket.on('data', piece => {
      pending += piece.toString('latin1')
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        answer(socket, line)
      }
    })
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `imap://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    messages,
    asked,
    deliver(raw: string | Buffer) {
      messages.push({ uid: messages.length + 1, raw: Buffer.from(raw), flags: new Set() })
    },
    close: () =>
      new Promise<void>(resolve => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
