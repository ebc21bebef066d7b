import { afterEach, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'

interface Emulated {
  media?: string
  features?: { name: string; value: string }[]
}
const emulate = (emulated: Emulated) => cdp().send('Emulation.setEmulatedMedia', emulated)
afterEach(() => emulate({ media: '', features: [] }))

function shown(html: string): HTMLElement {
  document.body.innerHTML = html
  return document.body.firstElementChild as HTMLElement
}
const styleOf = (element: Element) => getComputedStyle(element)

it('ce qui ne s’imprime pas ne s’imprime pas, quelle que soit sa mise en page', async () => {
  const element = shown(
    '<div class="bf-no-print etroit large"></div><style>.bf-no-print.etroit.large { display: grid }</style>',
  )
  expect(styleOf(element).display).toBe('grid')
  await emulate({ media: 'print' })
  expect(styleOf(element).display).toBe('none')
})

it('ce qui n’est que pour le papier ne paraît pas à l’écran', async () => {
  const element = shown('<div class="bf-print-only" style="--a: 1"></div>')
  expect(styleOf(element).display).toBe('none')
  await emulate({ media: 'print' })
  expect(styleOf(element).display).toBe('block')
})

it('à qui demande plus de contraste, le texte doux et les traits s’assombrissent', async () => {
  const soft = () => styleOf(document.documentElement).getPropertyValue('--color-text-soft')
  const before = soft()
  await emulate({ features: [{ name: 'prefers-contrast', value: 'more' }] })
  expect(soft()).not.toBe(before)
})

it('sous des couleurs imposées, une liste garde une flèche lisible', async () => {
  const element = shown('<select class="bf-control"><option>Un</option></select>')
  await emulate({ features: [{ name: 'forced-colors', value: 'active' }] })
  expect(styleOf(element).backgroundImage).toBe('none')
})
