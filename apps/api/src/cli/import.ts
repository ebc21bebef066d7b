import { historicalFlaws } from '@bienfonde/domain'
import { ImportRefusal } from '../historicalRegister/ImportRefusal.ts'
import { type ImportAsked, type ImportDone, importRegister } from '../historicalRegister/importRegister.ts'
import { historicalField } from '../historicalRegister/mappingKeys.ts'
import { withdrawRegister } from '../historicalRegister/withdrawRegister.ts'
import { progressBar } from './progressBar.ts'
import { stopAsked } from './stopAsked.ts'
import { withApplication } from './withApplication.ts'

const titles = { EXAMINE: 'Lecture', TAKE_UP: 'Reprise' } as const

/** Takes up an earlier register; the code is 0 when all of it is, 1 when something is left, and says what. */
export async function importFile(asked: ImportAsked): Promise<number> {
  let stopping = false
  void stopAsked().then(() => {
    stopping = true
  })
  return withApplication(async application => {
    const hearing = {
      stage: (stage: keyof typeof titles, { bytes }: { bytes: number }) => progressBar(titles[stage], bytes),
      halted: () => stopping,
      now: () => new Date(),
    }
    return refusing(async () => {
      const done = await importRegister(application, asked, hearing)
      console.log(`\n${told(asked, done)}`)
      return isWhole(asked, done) ? 0 : 1
    })
  })
}

/** Takes everything of an earlier register away again. */
export const withdraw = (register: string): Promise<number> =>
  withApplication(({ database }) =>
    refusing(async () => {
      const withdrawn = await withdrawRegister(database, register, new Date())
      console.log(
        `Le registre « ${register} » est retiré : ${counted(withdrawn, 'dossier')} de moins dans les chiffres.`,
      )
      return 0
    }),
  )

async function refusing(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const sentence = refusal(error)
    if (sentence === undefined) throw error
    console.error(`\n${sentence}`)
    return 1
  }
}

const isWhole = ({ dryRun }: ImportAsked, { examined, taken }: ImportDone) =>
  examined.refused === 0 && !examined.halted && (dryRun || taken?.ended === true)

const again = 'Relancez la même commande : la reprise continue d’où elle en est, et rien n’est repris deux fois.'

/** What stopped an import, in a sentence; nothing for what nobody foresaw. */
function refusal(error: unknown): string | undefined {
  if (error instanceof ImportRefusal) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : ''
  if (code === '53100') return `Le disque de la base de données est plein. Faites de la place. ${again}`
  const unreached = error instanceof Error && 'syscall' in error && error.syscall === 'connect'
  if (
    unreached ||
    /^(57P|08|ECONN|EPIPE|25P03)/.test(code) ||
    /Connection (terminated|ended)|not queryable/i.test(message)
  )
    return `La base de données s’est arrêtée. ${again}`
  return undefined
}

const counted = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('fr-CA')} ${number > 1 ? many : one}`

function told(asked: ImportAsked, { examined, flaws, taken }: ImportDone): string {
  const { lines, fresh, known, refused, halted } = examined
  if (halted) return 'Interrompu pendant la lecture : rien n’est repris.'
  const problems = flaws.map(({ code, field, lines, first }) => {
    const about = field ? `${historicalField(field)?.label} : ` : ''
    const where = `${lines > 1 ? 'lignes' : 'ligne'} ${first.join(', ')}${lines > first.length ? '…' : ''}`
    return `  ${about}${historicalFlaws[code]} (${counted(lines, 'fois', 'fois')} ; ${where})`
  })
  const report = asked.report && refused > 0 ? [`Le rapport, ligne par ligne : ${asked.report}`] : []
  const found = `${counted(lines, 'ligne')} : ${fresh.toLocaleString('fr-CA')} à reprendre, ${known.toLocaleString('fr-CA')} déjà reprises, ${refused.toLocaleString('fr-CA')} en cause.`
  return [found, ...problems, ...report, outcome(asked, examined.refused, taken)].join('\n')
}

function outcome({ dryRun }: ImportAsked, refused: number, taken: ImportDone['taken']): string {
  if (dryRun) return 'Essai seulement : rien n’est repris.'
  if (!taken)
    return 'Rien n’est repris. Corrigez les lignes en cause ou le mappage ; ou relancez avec --partial pour reprendre les autres lignes.'
  const { tally, ended, resumed } = taken
  const whole = `${counted(tally.added, 'dossier repris', 'dossiers repris')}, ${counted(tally.known, 'déjà repris', 'déjà repris')}, ${counted(tally.refused, 'ligne laissée', 'lignes laissées')}.`
  if (!ended) return `Interrompu : ${whole} ${again}`
  return `${resumed ? 'Reprise continuée et terminée' : 'Reprise terminée'} : ${whole}${refused > 0 ? ' Les lignes laissées se reprennent une fois corrigées.' : ''}`
}
