import { describe, expect, it } from 'vitest'
import { Visitor } from './Visitor.ts'

describe('les gardes des parcours', () => {
  it('un foyer perdu arrête le parcours', async () => {
    const visitor = await Visitor.arrives()
    await visitor.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await expect(visitor.stops()).rejects.toThrow('The focus is lost')
  })

  it('une faute d’accessibilité arrête le parcours', async () => {
    const visitor = await Visitor.arrives()
    await visitor.keys.reach(visitor.page.getByRole('button', { name: 'Ouvrir une session' }))
    await visitor.stops()
    await visitor.page.evaluate(() => document.querySelector('label[for="email"]')?.remove())
    await expect(visitor.stops()).rejects.toThrow('Form elements must have labels')
  })

  it('un contrôle hors d’atteinte du clavier arrête le parcours', async () => {
    const visitor = await Visitor.arrives()
    const button = visitor.page.getByRole('button', { name: 'Ouvrir une session' })
    await button.evaluate(element => element.setAttribute('tabindex', '-1'))
    await expect(visitor.keys.press('button', 'Ouvrir une session')).rejects.toThrow('is never reached by Tab')
  })
})
