import { linkRelatedComplaint } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedId } from '../testing/play.ts'
import { story } from '../testing/story.ts'

const read = `query ($dossier: ID!) { linkedFrom(dossier: $dossier) { id fileNumber relation reason on } }`

describe('les dossiers liés, lus de l’autre côté', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
    await app.register(app.id(41), '2026-07-02', [{ subject: 'Suite', sector: 'ROADS', statement: 'Le délai dure.' }])
    await app.step(app.id(41), '2026-07-03', linkRelatedComplaint, {
      relatedFileNumber: app.number(3),
      related: fixedId(3),
      relation: 'FOLLOWS',
      reason: 'La plainte reprend la précédente.',
    })
  })
  afterAll(() => app.stop())

  it('disent quel dossier renvoie à celui-ci, et pourquoi', async () => {
    const { data } = await app.asked<{ linkedFrom: object[] }>('OFFICER', read, { dossier: fixedId(3) })
    expect(data.linkedFrom).toEqual([
      {
        id: app.id(41),
        fileNumber: expect.stringMatching(/^2026-\d{6}$/),
        relation: 'FOLLOWS',
        reason: 'La plainte reprend la précédente.',
        on: '2026-07-03',
      },
    ])
    const [other] = [await app.asked('OFFICER', read, { dossier: app.id(41) })]
    expect(other.data).toEqual({ linkedFrom: [] })
  })

  it.each(['MANAGER', 'OMBUDSMAN', 'ADMINISTRATOR', 'HOUSING', 'ROADS'] as const)(
    'répondent de la même façon, pour %s, d’un dossier interdit, inconnu ou mal nommé',
    async who => {
      const answers = await Promise.all(
        [fixedId(3), fixedId(999), 'x'].map(dossier => app.asked(who, read, { dossier })),
      )
      expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['{"data":{"linkedFrom":[]}}\n']))
    },
  )

  it('se trouvent par un index, sans relire le journal', async () => {
    const { rows } = await app.database.pool
      .query(
        `set enable_seqscan = off; explain select 1 from journal j where j.type = 'RELATED_COMPLAINT_LINKED' and j.event ->> 'related' = 'x'`,
      )
      .then(answers => (Array.isArray(answers) ? answers.at(-1) : answers))
    expect(JSON.stringify(rows)).toContain('journal_related')
  })
})
