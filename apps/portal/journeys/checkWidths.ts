import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { checkFaults } from './checkStop.ts'

const widths = [
  { suffix: '', width: 1280, height: 900 },
  { suffix: '-375', width: 375, height: 812 },
]
const house = join(import.meta.dirname, '../../..')
const folder = join(house, 'docs/images')
const heaviest = 200_000

/** The pictures that a guide or the README shows: no other is kept. */
const named = new Set(
  [
    join(house, 'README.md'),
    ...readdirSync(join(house, 'docs'))
      .filter(name => name.endsWith('.md'))
      .map(name => join(house, 'docs', name)),
  ].flatMap(file => [...readFileSync(file, 'utf8').matchAll(/images\/([\w-]+)\.png/g)].map(([, name]) => name)),
)

/** Refuses a page that has a fault or flows over its edge at either width; `SCREENSHOTS=1` keeps the pictures that a guide names, of the page or of a part of it. */
export async function checkWidths(page: Page, picture: string, from?: string, part?: Locator): Promise<void> {
  const keeps = process.env.SCREENSHOTS === '1'
  // A passing message would stand before the page.
  if (keeps) await page.getByRole('button', { name: 'Fermer ce message' }).first().waitFor({ state: 'detached' })
  const [home] = widths
  for (const { suffix, width, height } of widths) {
    await page.setViewportSize({ width, height })
    await checkFaults(page)
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (beyond > 0) throw new Error(`${page.url()} flows ${beyond} px over its edge at ${width} px`)
    if (!keeps || !named.has(`${picture}${suffix}`)) continue
    await bringUp(page, from)
    const image = await page.screenshot({ caret: 'hide', ...(part && { clip: await inSight(part, width, height) }) })
    if (image.length > heaviest) throw new Error(`${picture}${suffix}.png weighs ${image.length} bytes`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${picture}${suffix}.png`), image)
  }
  if (home) await page.setViewportSize(home)
  await page.evaluate(() => document.activeElement?.scrollIntoView({ block: 'nearest' }))
}

/** What is in sight of a part of the page. */
async function inSight(part: Locator, width: number, height: number) {
  const box = await part.boundingBox()
  if (!box) throw new Error(`${part} is not in sight`)
  const x = Math.max(box.x, 0)
  const y = Math.max(box.y, 0)
  return { x, y, width: Math.min(box.x + box.width, width) - x, height: Math.min(box.y + box.height, height) - y }
}

/** Brings a heading to the top of the picture, or the page itself. */
async function bringUp(page: Page, heading: string | undefined): Promise<void> {
  if (!heading) return page.evaluate(() => scrollTo(0, 0))
  await page
    .getByRole('heading', { name: heading })
    .last()
    .evaluate(element => {
      element.scrollIntoView({ block: 'start' })
      scrollBy(0, -24)
    })
}
