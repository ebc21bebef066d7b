import { admitted, foundUnfounded, informed, matterAdded, registered } from '@bienfonde/domain/testing'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import EraseIdentity from './EraseIdentity.vue'

const closed = [registered, matterAdded, admitted, foundUnfounded, informed]
const dialog = () => document.querySelector<HTMLElement>('[role=alertdialog]')

async function confirm(number: string) {
  const copied = dialog()?.querySelector('input')
  if (!copied) throw new Error('No dialog asks for the number')
  copied.value = number
  copied.dispatchEvent(new Event('input'))
  Array.from(dialog()?.querySelectorAll('button') ?? [])
    .find(button => button.textContent?.includes('Effacer pour toujours'))
    ?.click()
  await flushPromises()
}

async function completed() {
  const form = await writing(EraseIdentity, dossierOf(closed))
  await form.fill('Règle du calendrier de conservation', 'Règle 4.2')
  await form.fill('Raison', 'Le délai de conservation est atteint.')
  return form
}

describe('effacer l’identité', () => {
  onFifteenthOfJune()

  it('avertit que l’effacement est sans retour, et dit ce qui manque avant de demander confirmation', async () => {
    const form = await writing(EraseIdentity, dossierOf(closed))
    expect(form.text()).toContain('L’effacement est sans retour')
    await form.submit()
    expect(form.text()).toContain('La règle du calendrier de conservation manque.')
    expect(dialog()).toBeNull()
  })

  it('n’envoie rien tant que le numéro du dossier n’est pas recopié', async () => {
    const form = await completed()
    expect(await form.submit()).toEqual([])
    await confirm('PL-2026-00002')
    expect(dialog()?.textContent).toContain('Ce n’est pas le numéro de ce dossier.')
    expect(await form.submit()).toEqual([])
  })

  it('efface une fois le numéro recopié', async () => {
    const form = await completed()
    await form.submit()
    await confirm('PL-2026-00001')
    expect(dialog()).toBeNull()
    expect(await form.submit()).toEqual([{ schedule: 'Règle 4.2', reason: 'Le délai de conservation est atteint.' }])
  })
})
