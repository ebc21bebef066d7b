import { fork } from 'node:child_process'
import { extname } from 'node:path'
import type { Cleaned, Cleaning } from './Cleaning.ts'

const program = new URL(`./cleanProcess${extname(import.meta.url)}`, import.meta.url)

/** How long a cleaning may last, how much memory it has, and how many go on together. */
const limits = { milliseconds: 40_000, megabytes: 512, together: 2 }

let underWay = 0
const waiting: (() => void)[] = []

/** Makes a cleaned copy in a process of its own: whatever a document does to it, the application goes on. */
export async function makeCopy(asked: Cleaning, milliseconds = limits.milliseconds): Promise<Cleaned> {
  if (underWay >= limits.together) await new Promise<void>(turn => waiting.push(turn))
  underWay += 1
  try {
    return await apart(asked, milliseconds)
  } finally {
    underWay -= 1
    waiting.shift()?.()
  }
}

function apart(asked: Cleaning, milliseconds: number): Promise<Cleaned> {
  const child = fork(program, {
    execArgv: [
      `--max-old-space-size=${limits.megabytes}`,
      '--permission',
      '--allow-fs-read=*',
      '--allow-addons',
      '--disable-warning=ExperimentalWarning',
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise(answer => {
    const settle = (cleaned: Cleaned) => {
      clearTimeout(patience)
      child.removeAllListeners()
      child.kill('SIGKILL')
      answer(cleaned)
    }
    const patience = setTimeout(() => settle({ refusal: 'TOO_LONG' }), milliseconds)
    child.once('message', message => settle(message as Cleaned))
    child.once('error', () => settle({ refusal: 'UNREADABLE' }))
    child.once('exit', () => settle({ refusal: 'UNREADABLE' }))
    child.send(asked, error => error && settle({ refusal: 'UNREADABLE' }))
  })
}
