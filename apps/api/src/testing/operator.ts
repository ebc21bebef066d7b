import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../cli/bienfonde.ts', import.meta.url))
const tsx = fileURLToPath(import.meta.resolve('tsx'))

/** How long a trial of the command may take, in milliseconds: each starts whole programs, on a machine that may be busy. */
export const slow = 120_000

/** An operator at a terminal, with a folder of data of their own; `typed` is what they pipe in. */
export function operator(settings: Record<string, string> = {}) {
  const data = mkdtempSync(join(tmpdir(), 'bienfonde-commande-'))

  function launch(words: string[], env: Record<string, string> = {}, typed = '') {
    const { DATABASE_URL: _, ...rest } = process.env
    const child = spawn(process.execPath, ['--import', tsx, entry, ...words], {
      env: { ...rest, BIENFONDE_DATA: data, PORT: '0', ...settings, ...env },
    })
    let said = ''
    child.stdout.on('data', chunk => {
      said += chunk
    })
    child.stderr.on('data', chunk => {
      said += chunk
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(typed)
    const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
    return { child, ended, said: () => said }
  }

  return {
    data,
    launch,
    /** The application, once it has said where it answers. */
    async started(env: Record<string, string> = {}) {
      const command = launch(['start'], env)
      for (let waited = 0; waited < slow / 100; waited++) {
        const address = /prêt : (\S+)/.exec(command.said())?.[1]
        if (address) return { ...command, address }
        if (command.child.exitCode !== null) break
        await new Promise(resolve => setTimeout(resolve, 100))
      }
      throw new Error(command.said())
    },
    async stopped(command: { child: ChildProcess; ended: Promise<number | null> }, signal: NodeJS.Signals) {
      command.child.kill(signal)
      return command.ended
    },
    leave: () => rmSync(data, { recursive: true, force: true }),
  }
}
