import { admitted, matterAdded, registered } from '@bienfonde/domain/testing'
import { mount, RouterLinkStub } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { dossierOf } from '../testing/writing.ts'
import { nextStep, standingSteps } from './rooms.ts'
import StepMenu from './StepMenu.vue'

const dossier = dossierOf([registered, matterAdded, admitted])
const steps = standingSteps(dossier)
const menu = () =>
  mount(StepMenu, {
    props: { steps, address: name => `/etapes/${name}`, next: nextStep(dossier, steps)?.name },
    global: { stubs: { RouterLink: RouterLinkStub } },
  })

describe('le menu des étapes', () => {
  it('montre les étapes ouvertes, et celle que le processus attend', () => {
    const shown = menu()
    expect(shown.text()).toContain('Apprécier le bien-fondé')
    expect(shown.text()).not.toContain('Reprendre le délai')
    expect(shown.findAll('.reason').map(reason => reason.text())).toEqual(['Attendue maintenant'])
  })

  it('sur demande, met les étapes fermées à leur place, chacune avec sa raison', async () => {
    const shown = menu()
    await shown.find('.toggle').trigger('click')
    const titles = shown.findAll('li').map(item => item.find('a, .title').text())
    expect(titles).toEqual(steps.map(({ title }) => title))
    expect(shown.text()).toMatch(/Reprendre le délai\s*Fermée : Le délai n’est pas suspendu\./)
  })
})
