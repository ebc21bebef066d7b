import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type RefusalCode, refusals } from './refusals.ts'

const source = join(import.meta.dirname, '..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'))
const read = (chosen: readonly string[]) => chosen.map(path => readFileSync(join(source, path), 'utf8')).join('\n')
const isRule = (path: string) =>
  !path.endsWith('.spec.ts') && !/^(?:invariants|testing)\//.test(path) && path !== join('tables', 'refusals.ts')
const rules = read(files.filter(isRule))
const trials = read(files.filter(path => /^(?:steps|letters|clock)\b.*\.spec\.ts$/.test(path)))
const codes = Object.keys(refusals) as RefusalCode[]

/** Given by the only writer, which alone knows what the person had seen. */
const givenElsewhere: readonly RefusalCode[] = ['VERSION_STALE', 'KEY_REUSED']

describe('les refus', () => {
  it('viennent chacun d’une règle du processus', () => {
    const unused = codes.filter(code => !rules.includes(`'${code}'`))
    expect(unused).toEqual(givenElsewhere)
  })

  it('sont chacun provoqués par l’essai d’une étape', () => {
    const untried = codes.filter(code => !new RegExp(`(?:refuses\\(\\s*|toBe\\(|code: )'${code}'`).test(trials))
    expect(untried).toEqual(givenElsewhere)
  })

  it('se disent en une ou deux phrases françaises, avec leur ponctuation', () => {
    for (const sentence of Object.values(refusals)) {
      expect(sentence).toMatch(/^[A-ZÀÉ].*\.$/)
      expect(sentence).not.toMatch(/'|"|r[ée]clamation/i)
    }
  })
})
