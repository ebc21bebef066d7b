import type { SectorCode } from '../confidentiality/permits.ts'
import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'
import { nameFlaw, tidied } from './bounds.ts'
import { foldedWords } from './foldedWords.ts'

/** A sector as an administrator writes it. */
export interface SectorDraft {
  readonly name: string
  readonly services: readonly string[]
}

/** The other sectors of the ministry, by which a name or a code is already taken. */
export interface KnownSector {
  readonly code: SectorCode
  readonly name: string
}

const mostServices = 100
const same = (one: string, other: string) => foldedWords(one).join(' ') === foldedWords(other).join(' ')

/** The sector as it is kept. */
export const tidySector = ({ name, services }: SectorDraft): SectorDraft => ({
  name: tidied(name),
  services: services.map(tidied),
})

/** What is wrong with a sector to add, or to put in place of the one that has this code. */
export function sectorFlaws(
  draft: SectorDraft,
  known: readonly KnownSector[],
  code?: SectorCode,
): AdministrationRefusal[] {
  const { name, services } = tidySector(draft)
  const taken = known.some(other => other.code !== code && same(other.name, name))
  return [
    ...flawOf('name', name ? (nameFlaw(name) ?? (taken && 'SECTOR_NAME_TAKEN')) : 'SECTOR_NAME_MISSING'),
    ...flawOf('services', services.length > mostServices && 'SERVICES_TOO_MANY'),
    ...services.flatMap((service, at) => {
      const twice = services.findIndex(other => same(other, service)) < at
      const flaw = service ? (nameFlaw(service) ?? (twice && 'SERVICE_NAME_TWICE')) : 'SERVICE_NAME_MISSING'
      return flawOf(`services.${at}`, flaw)
    }),
  ]
}

/** The code of a new sector, for good: the words of its first name, and a number when they are taken. */
export function sectorCodeFor(name: string, known: readonly KnownSector[]): SectorCode {
  const words = foldedWords(name).join('_').toUpperCase().slice(0, 60) || 'SECTEUR'
  const taken = new Set(known.map(({ code }) => code))
  let code = words
  for (let n = 2; taken.has(code); n++) code = `${words}_${n}`
  return code
}

/** A sector whose reply is awaited cannot be closed: the question would stay without anybody to answer it. */
export const closingFlaws = ({ consultations }: { consultations: number }): AdministrationRefusal[] =>
  consultations > 0 ? [{ code: 'SECTOR_CONSULTED' }] : []

/** An order names each sector once. */
export const orderFlaws = (order: readonly SectorCode[], known: readonly KnownSector[]): AdministrationRefusal[] =>
  new Set(order).size === order.length &&
  order.length === known.length &&
  known.every(({ code }) => order.includes(code))
    ? []
    : [{ code: 'ORDER_INCOMPLETE', field: 'order' }]
