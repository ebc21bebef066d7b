import { createHash } from 'node:crypto'
import { type LetterTemplate, letterTemplates } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { shippedTemplates } from './shippedTemplates.ts'

/** A template as it is or was in force. */
export interface TemplateVersion {
  code: LetterTemplate
  version: number
  source: string
  digest: string
}

const holdTemplates = statement('letter_templates_hold', 'lock table letter_template in share row exclusive mode')
const addShipped = statement(
  'letter_templates_ship',
  `insert into letter_template (code, version, source, digest, shipped)
   select code, coalesce((select max(version) from letter_template t where t.code = given.code), 0) + 1, source, digest, true
   from unnest($1::text[], $2::text[], $3::text[]) as given (code, source, digest)
   where digest is distinct from (
     select t.digest from letter_template t where t.code = given.code and t.shipped order by version desc limit 1)`,
)
const addWritten = statement(
  'letter_template_add',
  `insert into letter_template (code, version, source, digest, shipped, restores, author_id, at)
   select $1, coalesce(max(version), 0) + 1, $2, $3, false, $4, $5, $6 from letter_template where code = $1
   returning version`,
)

// The newest version that the ministry wrote is in force, or else the newest that came with the software.
const findInForce = statement(
  'letter_templates_in_force',
  `select distinct on (code) code, version, source, digest from letter_template
   where code = any ($1) order by code, shipped, version desc`,
)
const findVersions = statement(
  'letter_templates_at',
  `select code, version, source, digest from letter_template
   join unnest($1::text[], $2::int[]) as asked (code, version) using (code, version)`,
)

export const sourceDigest = (source: string): string => createHash('sha256').update(source).digest('hex')

/** Keeps the templates that come with the software, when they differ from those that came before. */
export async function keepShippedTemplates(database: Database): Promise<void> {
  const shipped = shippedTemplates()
  const sources = shipped.map(({ source }) => source)
  await database.transaction(async ask => {
    await ask(holdTemplates)
    await ask(addShipped, [shipped.map(({ code }) => code), sources, sources.map(sourceDigest)])
  })
}

/** Keeps what somebody of the ministry wrote as the version in force; gives its number. */
export async function addTemplate(
  ask: Ask,
  {
    code,
    source,
    restores = null,
    by,
    at,
  }: { code: LetterTemplate; source: string; restores?: number | null; by: string; at: Date },
): Promise<number> {
  const [row] = await ask<{ version: number }>(addWritten, [code, source, sourceDigest(source), restores, by, at])
  return row?.version ?? 0
}

/** The templates in force now, by their code. */
export async function templatesInForce(
  ask: Ask,
  codes: readonly LetterTemplate[] = letterTemplates.map(({ code }) => code),
): Promise<Map<LetterTemplate, TemplateVersion>> {
  const found = await ask<TemplateVersion>(findInForce, [codes])
  return new Map(found.map(each => [each.code, each]))
}

/** These versions of templates, by their code. */
export async function templatesAt(
  ask: Ask,
  versions: readonly (readonly [LetterTemplate, number])[],
): Promise<Map<LetterTemplate, TemplateVersion>> {
  const found = await ask<TemplateVersion>(findVersions, [
    versions.map(([code]) => code),
    versions.map(([, version]) => version),
  ])
  return new Map(found.map(each => [each.code, each]))
}
