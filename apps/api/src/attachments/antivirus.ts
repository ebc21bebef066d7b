import { connect } from 'node:net'

/** Where an antivirus listens: a socket of this machine, or a port. */
export type AntivirusPlace = { path: string } | { host: string; port: number }

/** What an antivirus says of a document. */
export type Examined = 'CLEAN' | 'INFECTED' | 'UNKNOWN'

/** How much is sent at once, and how long an answer is awaited. */
const limits = { piece: 65_536, milliseconds: 30_000, answer: 4_096 }

/**
 * Has a document examined by ClamAV's daemon, through its INSTREAM order: pieces that each say their length, then an
 * empty one. An antivirus that does not answer as it should knows nothing.
 */
export function examine(place: AntivirusPlace, content: Buffer): Promise<Examined> {
  return new Promise(told => {
    const socket = connect(place)
    let answer = ''
    const settle = (said: Examined) => {
      socket.destroy()
      told(said)
    }
    socket.setTimeout(limits.milliseconds, () => settle('UNKNOWN'))
    socket.on('error', () => settle('UNKNOWN'))
    socket.on('data', received => {
      answer += received.toString('latin1')
      if (answer.includes('\0') || answer.length > limits.answer) settle(saidBy(answer))
    })
    socket.on('close', () => settle(saidBy(answer)))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < content.length; at += limits.piece) {
        const piece = content.subarray(at, at + limits.piece)
        socket.write(lengthOf(piece))
        socket.write(piece)
      }
      socket.write(lengthOf(Buffer.alloc(0)))
    })
  })
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return length
}

const saidBy = (answer: string): Examined =>
  /^stream: OK\0?\s*$/.test(answer) ? 'CLEAN' : / FOUND\0?\s*$/.test(answer) ? 'INFECTED' : 'UNKNOWN'
