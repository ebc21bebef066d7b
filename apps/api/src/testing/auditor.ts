import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../../../tools/verify_journal.py', import.meta.url))

/** What an auditor has on their own machine: Python, openssl and the second verifier, in a folder of their own. */
export function auditor() {
  const folder = mkdtempSync(join(tmpdir(), 'bienfonde-verification-'))
  return {
    folder,
    /** True where the second verifier can run. */
    equipped: ['python3', 'openssl'].every(tool => spawnSync(tool, ['--help']).status === 0),
    /** Verifies an exported journal against checkpoints; says what the script said. */
    verifies(journal: string, checkpoints: string, publicKey: string) {
      const [rows, notes, key] = ['journal.ndjson', 'journal.checkpoints', 'cle.pem'].map(name => join(folder, name))
      if (!rows || !notes || !key) throw new Error('no folder')
      writeFileSync(rows, journal)
      writeFileSync(notes, checkpoints)
      writeFileSync(key, publicKey)
      const { status, stdout, stderr } = spawnSync('python3', [script, rows, notes, key], { encoding: 'utf8' })
      return { holds: status === 0, said: stdout + stderr }
    },
    leave: () => rmSync(folder, { recursive: true, force: true }),
  }
}
