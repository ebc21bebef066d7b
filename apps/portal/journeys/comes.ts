import type { Locator } from 'playwright-core'

/** Waits for what must come; says what came instead. */
export async function comes(expected: Locator): Promise<Locator> {
  const first = expected.first()
  await first.waitFor({ timeout: 20_000 }).catch(async () => {
    const page = expected.page()
    throw new Error(`${expected} does not come at ${page.url()}:\n${await page.locator('body').ariaSnapshot()}`)
  })
  return first
}
