import { describe, expect, it } from 'vitest'
import { unregistered } from '../../complaint.ts'
import { readableCopies } from '../../confidentiality/readableCopies.ts'
import type { Event } from '../../events.ts'
import { after, given, stampOf } from '../../testing/given.ts'
import { admitted, assigned, consulted, matterAdded, registered } from '../../testing/histories.ts'
import { auditor, neighbour, officer, respondent } from '../../testing/people.ts'
import { releaseCopy } from './releaseCopy.ts'

const attached: Event = {
  type: 'DOCUMENT_ATTACHED',
  attachment: 'piece-1',
  description: 'Le bail.',
  mediaType: 'application/pdf',
  bytes: 12,
  sha256: 'aa',
}
const copied = {
  consultation: 'C1',
  attachment: 'piece-1',
  copy: 'copie-1',
  description: 'Le bail, sans les noms.',
  mediaType: 'application/pdf',
  bytes: 11,
  sha256: 'bb',
  originalSha256: 'aa',
}
const released: Event = { type: 'COPY_RELEASED', ...copied }
const history = [registered, matterAdded, assigned, admitted, attached, consulted] as const

describe('remettre une copie à un secteur', () => {
  const when = (change: object = {}) => given(...history).when(releaseCopy, { ...copied, looked: true, ...change })

  it('garde au journal l’empreinte de l’original et celle de la copie', () => {
    when().yields({ type: 'COPY_RELEASED', sha256: 'bb', originalSha256: 'aa' })
  })

  it('se fait après avoir regardé la copie', () => {
    when({ looked: false }).refuses('COPY_NOT_LOOKED_AT')
  })

  it('demande une copie, d’un document du dossier, pour une consultation du dossier', () => {
    when({ copy: '' }).refuses('COPY_MISSING')
    when({ bytes: 0 }).refuses('COPY_MISSING')
    when({ attachment: 'piece-2' }).refuses('ATTACHMENT_MISSING')
    when({ consultation: 'C2' }).refuses('CONSULTATION_UNKNOWN')
  })

  it('dit ce qu’est le document sans rien qui identifie la personne', () => {
    when({ description: ' ' }).refuses('TEXT_MISSING')
    when({ description: 'Écrire à zephirine@courriel.test' }).refuses('IDENTIFYING_PASSAGE')
  })

  it('demande un document joint et une consultation ouverte, et ne se fait pas deux fois', () => {
    const command = { ...copied, looked: true }
    given(registered, matterAdded, assigned, admitted, consulted).when(releaseCopy, command).refuses('NO_DOCUMENT')
    given(registered, matterAdded, assigned, admitted, attached).when(releaseCopy, command).refuses('NO_CONSULTATION')
    given(...history, released)
      .when(releaseCopy, command)
      .refuses('COPY_ALREADY_RELEASED')
  })

  it('la montre au seul secteur consulté, tant que la consultation tient', () => {
    const complaint = (...more: Event[]) => after(unregistered, [...history, ...more], stampOf())
    const standing = complaint(released)
    expect(readableCopies(standing, respondent).map(({ copy }) => copy)).toEqual(['copie-1'])
    expect(readableCopies(standing, officer)).toHaveLength(1)
    expect(readableCopies(standing, neighbour)).toEqual([])
    expect(readableCopies(standing, auditor)).toEqual([])
    const over = complaint(released, { type: 'CONSULTATION_CANCELLED', consultation: 'C1', reason: 'Erreur.' })
    expect(readableCopies(over, respondent)).toEqual([])
  })
})
