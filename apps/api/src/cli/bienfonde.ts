import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { StartupRefusal } from '../startupRefusal.ts'
import { accountHelp, help } from './help.ts'

// Each command loads only what it needs.
const commands: Record<string, () => Promise<number>> = {
  start: async () => (await import('./start.ts')).start(),
  seed: async () => (await import('./operations.ts')).seed(),
  rebuild: async () => (await import('./operations.ts')).rebuild(),
  migrate: async () => (await import('./operations.ts')).migrate(),
  help: async () => {
    console.log(help)
    return 0
  },
}

const given = (option: unknown) => (typeof option === 'string' ? option : undefined)

/** Runs what an operator asked; answers the exit code. */
async function run(words: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: words,
    allowPositionals: true,
    strict: false,
    options: {
      help: { type: 'boolean', short: 'h' },
      markdown: { type: 'string' },
      out: { type: 'string' },
      mapping: { type: 'string' },
      'dry-run': { type: 'boolean' },
      partial: { type: 'boolean' },
      report: { type: 'string' },
      withdraw: { type: 'string' },
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      sector: { type: 'string' },
      subject: { type: 'string' },
      batch: { type: 'string' },
      checkpoint: { type: 'string' },
      key: { type: 'string' },
      vault: { type: 'boolean' },
      'public-key': { type: 'boolean' },
    },
  })
  const [name = 'help', ...rest] = positionals
  const [file] = rest
  if (name === 'scenarios' && file && rest.length === 1 && !values.help) {
    const { markdown } = values
    return (await import('./scenarios.ts')).scenarios(file, typeof markdown === 'string' ? markdown : undefined)
  }
  if (name === 'letters' && file === 'gallery' && rest[1] && rest.length === 2 && !values.help) {
    const { out } = values
    if (typeof out === 'string') return (await import('./lettersGallery.ts')).lettersGallery(rest[1], out)
    console.error(`Il manque --out <dossier>, où les lettres seront écrites.\n\n${help}`)
    return 2
  }
  if (name === 'import' && rest.length === 0 && values.withdraw && !values.help) {
    return (await import('./import.ts')).withdraw(String(values.withdraw))
  }
  if (name === 'import' && file && rest.length === 1 && !values.help) {
    const { mapping, report } = values
    const asked = { file, dryRun: values['dry-run'] === true, partial: values.partial === true }
    if (typeof mapping === 'string')
      return (await import('./import.ts')).importFile({ ...asked, mapping, report: given(report) })
    console.error(`Il manque --mapping <fichier>, qui dit ce que chaque colonne veut dire.\n\n${help}`)
    return 2
  }
  if (name === 'account') {
    if (values.help) {
      console.log(accountHelp)
      return 0
    }
    const { email, name: person, role, sector, subject } = values
    const draft = {
      email: given(email),
      name: given(person),
      role: given(role),
      sector: given(sector),
      subject: given(subject),
    }
    return (await import('./account.ts')).account({ words: rest, ...draft })
  }
  if (name === 'rotate-keys' && rest.length === 0 && !values.help) {
    const { batch } = values
    const size = batch === undefined ? undefined : Number(batch)
    if (size === undefined || (Number.isInteger(size) && size > 0))
      return (await import('./operations.ts')).rotateKeys(size)
    console.error(`--batch est un nombre entier de dossiers.\n\n${help}`)
    return 2
  }
  if (name === 'verify' && rest.length === 0 && !values.help) {
    const { checkpoint, key, vault } = values
    return (await import('./journal.ts')).verify({
      checkpoints: given(checkpoint),
      key: given(key),
      vault: vault === true,
    })
  }
  if (name === 'checkpoint' && rest.length === 0 && !values.help) {
    return (await import('./journal.ts')).checkpoint({ publicKey: values['public-key'] === true })
  }
  if (name === 'journal' && file === 'export' && rest[1] && rest.length === 2 && !values.help) {
    return (await import('./journal.ts')).exportTo(rest[1])
  }
  if (name === 'verify-package' && file && rest.length === 1 && !values.help) {
    return (await import('./verifyPackage.ts')).verifyPackageFile(file, given(values.key))
  }
  const command = values.help ? commands.help : commands[name]
  if (command && rest.length === 0) return command()
  console.error(`Commande inconnue : ${positionals.join(' ')}\n\n${help}`)
  return 2
}

run(process.argv.slice(2)).then(
  code => {
    process.exitCode = code
  },
  error => {
    console.error(error instanceof StartupRefusal ? `\n${error.message}\n` : error)
    process.exitCode = 1
  },
)
