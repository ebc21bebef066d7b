import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as door from './index.ts'
import { type StepName, stepNames, steps } from './steps/index.ts'

const source = import.meta.dirname
const shipped = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  path => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !/^(?:invariants|testing)\//.test(path),
)

describe('le domaine', () => {
  it('n’importe que lui-même', () => {
    for (const path of shipped)
      for (const [, from] of readFileSync(join(source, path), 'utf8').matchAll(/from '([^']+)'/g))
        expect(`${path} : ${from}`).toMatch(/ : \.{1,2}\/.*\.ts$/)
  })

  it('ne lit ni horloge, ni hasard, ni environnement', () => {
    for (const path of shipped)
      expect(readFileSync(join(source, path), 'utf8')).not.toMatch(/Date\.now|new Date\(\)|Math\.random|process\.env/)
  })

  it('ouvre chaque étape par son nom, dans sa pièce', () => {
    for (const name of stepNames) {
      expect(door).toHaveProperty(name, steps[name as StepName])
      expect(shipped).toContain(join('steps', steps[name].room, `${name}.ts`))
      expect(steps[name].title).toMatch(/^[A-ZÀÉ][^.]+$/)
    }
    expect(stepNames).toHaveLength(51)
  })
})
