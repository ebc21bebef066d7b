import type { Event } from '@bienfonde/domain'
import { admitted, assigned, matterAdded, registered } from '@bienfonde/domain/testing'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { dossierOf } from '../../testing/writing.ts'
import DossierChronology from './DossierChronology.vue'

const words = {
  staff: () => 'Agnès Roy',
  sector: () => 'Aménagement',
  matter: () => 'Le motif',
  document: () => 'Un document joint',
}
const reading = (...events: Event[]) => mount(DossierChronology, { props: { dossier: dossierOf(events), words } })

describe('la chronologie', () => {
  it('se lit en entier, puis selon le genre d’acte, et dit combien d’actes elle montre', async () => {
    const chronology = reading(registered, matterAdded, assigned, admitted)
    expect(chronology.find('[role=status]').text()).toBe('4 actes')
    await chronology.find('select').setValue('admissibility')
    expect(chronology.findAll('ol li')).toHaveLength(1)
    expect(chronology.find('[role=status]').text()).toContain('1 acte sur 4')
    await chronology.find('.counted button').trigger('click')
    expect(chronology.findAll('ol li')).toHaveLength(4)
  })

  it('sur papier, dit qu’elle est partielle et selon quoi', async () => {
    const chronology = reading(registered, matterAdded, admitted)
    expect(chronology.find('.bf-print-only').exists()).toBe(false)
    await chronology.find('select').setValue('admissibility')
    expect(chronology.find('.bf-print-only').text()).toBe('Chronologie partielle : Recevabilité.')
  })

  it('ne propose pas de choisir parmi un seul motif ou une seule personne', () => {
    const labels = reading(registered, matterAdded, admitted).findAll('label')
    expect(labels.map(label => label.text())).toEqual(['Genre d’acte'])
  })
})
