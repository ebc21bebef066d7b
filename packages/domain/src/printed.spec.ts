import { describe, it } from 'vitest'
import { addNote } from './steps/intake/addNote.ts'
import { defaultSettings } from './tables/settings.ts'
import { given, type StampChange } from './testing/given.ts'
import { assigned, matterAdded, registered } from './testing/histories.ts'

const note = (text: string, change?: StampChange) =>
  given({ ...registered, fileNumber: '2026-000123' }, matterAdded, assigned).when(addNote, { text }, change)

describe('ce que toute lettre imprime n’identifie personne', () => {
  it('le numéro du dossier lui-même s’écrit sans confirmation', () => {
    note('Inscrite sous le numéro de dossier 2026-000123.').yields({ type: 'NOTE_ADDED' })
    note('Numéro de dossier : 2026 000123.').yields({ type: 'NOTE_ADDED' })
  })

  it('un autre numéro se confirme', () => {
    note('Numéro de dossier : 2026 000124.').refuses('IDENTIFYING_PASSAGE', 'text')
  })

  it('le numéro du dossier n’est plus exempt si le coffre le connaît de la personne', () => {
    const recognises = (token: string) => token.endsWith(':2026000123')
    note('Numéro de dossier : 2026 000123.', { recognises, confirmation: 'Utile.' }).refuses('IDENTITY_IN_TEXT', 'text')
  })

  it('l’adresse et le téléphone du Secrétariat non plus', () => {
    const { telephone, email } = defaultSettings.contacts
    note(`Rappelez le ${telephone} ou écrivez à ${email}.`).yields({ type: 'NOTE_ADDED' })
  })
})
