import axe from 'axe-core'
import type { Page } from 'playwright-core'

interface Fault {
  id: string
  help: string
  nodes: { html: string; failureSummary?: string }[]
}

/** Refuses a page in which axe finds a fault, or whose focus is on nothing in sight. */
export async function checkStop(page: Page): Promise<void> {
  const lost = await page.evaluate(() => {
    const { activeElement } = document
    if (!activeElement || activeElement === document.body) return 'The focus is lost'
    const { width, height, top, bottom } = activeElement.getBoundingClientRect()
    const shown = activeElement.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const inSight = shown && width > 0 && height > 0 && bottom > 0 && top < innerHeight
    return inSight ? undefined : `The focus is out of sight: ${activeElement.outerHTML.slice(0, 200)}`
  })
  if (lost) throw new Error(`${lost} at ${page.url()}`)
  await checkFaults(page)
}

/** Refuses a page in which axe finds a fault. */
export async function checkFaults(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const faults = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Fault[] }> } }
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  const told = faults.map(({ id, help, nodes }) =>
    [`${id}: ${help}`, ...nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`)].join('\n'),
  )
  if (told.length > 0) throw new Error(`axe finds ${told.length} faults at ${page.url()}:\n${told.join('\n')}`)
}
