import { randomUUID } from 'node:crypto'
import { labelOf, letterKinds, localDateAt, replay } from '@bienfonde/domain'
import type { Logger } from 'pino'
import { checkpointOrLog } from '../checkpoints/keepCheckpoints.ts'
import type { Checkpointing } from '../checkpoints/writeCheckpoint.ts'
import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { journalSlice } from '../journal/journalSlice.ts'
import { journalOf } from '../journal/recorded.ts'
import { letterSources, lettersOf } from '../letters/lettersOf.ts'
import { pressLetter } from '../letters/pressLetter.ts'
import { ministrySettings } from '../ministry/settings.ts'
import type { MasterKey } from '../vault/keys.ts'
import { packageHoldings } from '../vault/packageHoldings.ts'
import { openPackage, sealPackage } from '../vault/sealedPackages.ts'
import { archive, type Part, sha256 } from './archive.ts'
import { documentsGiven } from './documentsGiven.ts'
import { dossierFile } from './dossierFile.ts'
import { chronology, cover, decision } from './papers.ts'
import type { ToldPackage } from './ToldPackage.ts'
import { journalName } from './verifyPackage.ts'

/** What packages are made with. */
export interface PackageMaking {
  database: Database
  master: MasterKey
  checkpointing: Checkpointing
  log: Logger
}

/** A package as it was made once and for all. */
export interface KeptPackage {
  id: string
  fileNumber: string
  bytes: number
  sha256: string
  content: Buffer
}

const findKept = statement(
  'package_kept',
  `select p.id, p.bytes, p.sha256, d.file_number as "fileNumber" from ombudsman_package p join dossier d on d.id = p.dossier_id
   where dossier_id = $1 and line = $2`,
)
const keep = statement(
  'package_keep',
  `insert into ombudsman_package (id, dossier_id, line, bytes, sha256) values ($1, $2, $3, $4, $5)
   on conflict do nothing returning id`,
)
const findNames = statement(
  'package_names',
  `select (select file_number from dossier where id = $1) as "fileNumber",
     (select coalesce(jsonb_object_agg(id::text, name), '{}') from staff
      where id::text in (select actor_id from journal where dossier_id = $1)) as staff,
     (select coalesce(jsonb_object_agg(code, name), '{}') from sector) as sectors,
     (select jsonb_object_agg(key, value) from setting) as settings,
     (select note from checkpoint order by size desc limit 1) as note`,
)

interface Names {
  fileNumber: string
  staff: Record<string, string>
  sectors: Record<string, string>
  settings: Record<string, unknown> | null
  note: string | null
}

/** The package that a line of a journal prepared: made the first time it is asked for, then always the same. */
export async function keepPackage(
  making: PackageMaking,
  dossier: string,
  line: number,
): Promise<KeptPackage | undefined> {
  const { database, master } = making
  const lines = (await journalOf(database.ask, dossier)).slice(0, line)
  const event = lines[line - 1]?.event
  if (event?.type !== 'PACKAGE_PREPARED') return undefined
  const { withIdentity } = event
  const kept = async () => {
    const [found] = await database.ask<Omit<KeptPackage, 'content'>>(findKept, [dossier, line])
    const content = found && (await openPackage(database.ask, master, { dossier, ref: found.id, withIdentity }))
    return { found, whole: found && content ? { ...found, content } : undefined }
  }
  const before = await kept()
  // Once kept, it is never made anew: after an erasure there is nothing left to give.
  if (before.found) return before.whole
  await checkpointOrLog(making.checkpointing, making.log)
  const content = await made(making, dossier, lines, line)
  const id = randomUUID()
  await database.transaction(async ask => {
    const [added] = await ask(keep, [id, dossier, line, content.length, sha256(content)])
    if (added) await sealPackage(ask, master, { dossier, ref: id, withIdentity }, content)
  })
  return (await kept()).whole
}

async function made(
  { database, master, checkpointing }: PackageMaking,
  dossier: string,
  lines: Awaited<ReturnType<typeof journalOf>>,
  line: number,
): Promise<Buffer> {
  const [names] = await database.ask<Names>(findNames, [dossier])
  const last = lines[line - 1]
  if (!names || last?.event.type !== 'PACKAGE_PREPARED') throw new Error('no package was prepared by that line')
  const complaint = replay(lines)
  const settings = ministrySettings(names.settings)
  const prepared = last.event
  const told: ToldPackage = {
    fileNumber: names.fileNumber,
    lines,
    complaint,
    prepared,
    line,
    on: localDateAt(new Date(last.at)),
    settings,
    words: {
      staff: id => names.staff[id] ?? 'Une personne du Ministère',
      sector: code => names.sectors[code] ?? code,
      matter: id =>
        complaint.matters.length > 1
          ? `Le motif « ${complaint.matters.find(each => each.id === id)?.subject ?? id} »`
          : 'Le motif',
      document: ref => complaint.attachments.find(({ attachment }) => attachment === ref)?.description,
    },
    held: prepared.withIdentity ? await packageHoldings(database, master, dossier, line) : undefined,
  }
  const parts = await partsOf(database.ask, dossier, told, names.note)
  const about = {
    fileNumber: told.fileNumber,
    escalation: prepared.escalation,
    line,
    preparedOn: told.on,
    withIdentity: prepared.withIdentity,
  }
  return archive(parts, about, checkpointing.signer.key)
}

async function partsOf(ask: Ask, dossier: string, told: ToldPackage, note: string | null): Promise<Part[]> {
  const letters = await lettersOf(ask, told.lines, told.settings)
  const documents = documentsGiven(told.complaint, told.held, told.settings.packageLimits)
  const file = Buffer.from(`${JSON.stringify(dossierFile(told, { letters, documents }), null, 2)}\n`)
  const parts: Part[] = [
    { name: 'dossier.json', about: 'Le dossier, lisible par machine', content: file },
    ...(await chronology(told)),
    await decision(told),
    ...documents.flatMap(({ parts: given }) => given),
    {
      name: journalName,
      about: 'Le journal scellé du dossier, jusqu’à la préparation de l’envoi',
      content: Buffer.from(await journalSlice(ask, dossier, told.line)),
    },
  ]
  for (const letter of letters) {
    const sources = await letterSources(ask, letter)
    const pressed = sources && (await pressLetter(sources))
    if (!pressed || 'flaws' in pressed) throw new Error(`the letter of line ${letter.seq} cannot be made`)
    const name = `lettres/${String(letter.seq).padStart(3, '0')}.pdf`
    parts.push({ name, about: `${labelOf(letterKinds, letter.kind)}, ${letter.date}`, content: pressed.pdf })
  }
  if (note)
    parts.push({
      name: 'point-de-controle.txt',
      about: 'Le dernier point de contrôle signé du journal',
      content: Buffer.from(note),
    })
  return [...parts, await cover(told, parts, file.toString())]
}
