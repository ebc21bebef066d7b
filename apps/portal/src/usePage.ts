import { nextTick, onMounted, watchEffect } from 'vue'
import { brand } from './brand.ts'

let visited = false

/** Moves the focus to a heading, so that whoever listens hears where they are. */
export async function focusHeading(selector = 'main h1'): Promise<void> {
  await nextTick()
  const heading = document.querySelector<HTMLElement>(selector)
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

/** Names the page in the browser, and on navigation moves the focus to its heading. */
export function usePage(title: () => string): void {
  watchEffect(() => {
    document.title = `${title()} – ${brand.product}`
  })
  onMounted(() => {
    if (visited) void focusHeading()
    visited = true
  })
}
