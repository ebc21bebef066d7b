import { onTestFinished } from 'vitest'
import { createApp, h, nextTick, reactive, type VNodeChild } from 'vue'
import { plain } from './plain.ts'

type Slots = Record<string, (scope: never) => VNodeChild>

/** Puts a component in the page and keeps its v-models: what it updates comes back to it as props. */
export async function mount(component: unknown, props: Record<string, unknown> = {}, slots: Slots = {}) {
  const state = reactive<Record<string, unknown>>({ ...props })
  const models = ['modelValue', 'open', 'sort']
  const updates = Object.fromEntries(
    models.map(name => [
      `onUpdate:${name}`,
      (value: unknown) => {
        state[name] = value
      },
    ]),
  )
  const container = document.createElement('div')
  document.body.append(container)
  const app = createApp({ render: () => h(plain(component), { ...state, ...updates }, slots) })
  app.mount(container)
  onTestFinished(() => {
    app.unmount()
    container.remove()
  })
  await nextTick()
  const find = <Found extends HTMLElement = HTMLElement>(selector: string) => {
    const found = container.querySelector<Found>(selector)
    if (!found) throw new Error(`Rien ne répond à « ${selector} » dans : ${container.innerHTML}`)
    return found
  }
  return { container, state, find }
}
