import { defaultSettings, type Recorded, replay } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedId, responsible } from '../testing/play.ts'
import { story } from '../testing/story.ts'

const read = `query ($id: ID!) {
  dossier(id: $id) {
    id fileNumber version today settings
    journal { seq at on by byName role confirmation event hash }
    vault { identity attachments erasedOn }
  }
}`
const byNumber = 'query ($fileNumber: String!) { dossierByNumber(fileNumber: $fileNumber) }'

interface Read {
  dossier: {
    version: number
    settings: unknown
    journal: (Recorded & { byName: string; hash: string })[]
  } & Record<string, unknown>
}

describe('la lecture d’un dossier', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
  })
  afterAll(() => app.stop())

  it('donne le journal entier, que le portail rejoue avec les mêmes règles', async () => {
    const { data } = await app.asked<Read>('OFFICER', read, { id: fixedId(4) })
    const { journal, settings, ...dossier } = data.dossier
    expect(dossier).toEqual({
      id: fixedId(4),
      fileNumber: '2026-000004',
      version: 9,
      today: '2026-07-06',
      vault: { identity: true, attachments: 0, erasedOn: null },
    })
    expect(settings).toEqual(defaultSettings)
    expect(journal[0]).toMatchObject({
      seq: 1,
      at: '2026-03-20T14:00:00.000Z',
      on: '2026-03-20',
      by: responsible.id,
      byName: 'Solange Thibodeau',
      role: 'RESPONSIBLE_OFFICER',
      confirmation: null,
      event: { type: 'COMPLAINT_REGISTERED', fileNumber: '2026-000004' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(journal.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(replay(journal)).toEqual(await app.complaint(fixedId(4)))
  })

  it('dit ce que le coffre garde sans en rien montrer', async () => {
    const anonymous = await app.asked<Read>('AUDITOR', read, { id: fixedId(6) })
    expect(anonymous.data.dossier.vault).toEqual({ identity: false, attachments: 0, erasedOn: null })
    for (let n = 1; n <= 12; n++) {
      const { text } = await app.asked('RESPONSIBLE_OFFICER', read, { id: fixedId(n) })
      expect(text).not.toMatch(/castonguay|philom|soussign/i)
    }
  })

  it.each(['MANAGER', 'OMBUDSMAN', 'ADMINISTRATOR', 'HOUSING', 'ROADS'] as const)(
    'répond de la même façon, pour %s, d’un dossier interdit, inconnu ou mal nommé',
    async who => {
      const ids = [fixedId(3), fixedId(999), 'x', '']
      const answers = await Promise.all(ids.map(id => app.asked(who, read, { id })))
      expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['{"data":{"dossier":null}}\n']))
      const numbers = ['2026-000003', '2026-000999', 'x']
      const found = await Promise.all(numbers.map(fileNumber => app.asked(who, byNumber, { fileNumber })))
      expect(new Set(found.map(({ text }) => text))).toEqual(new Set(['{"data":{"dossierByNumber":null}}\n']))
    },
  )

  it('ne trouve rien sous un identifiant inconnu', async () => {
    for (const id of [fixedId(999), 'x']) {
      expect((await app.asked('OFFICER', read, { id })).text).toBe('{"data":{"dossier":null}}\n')
    }
  })

  it('se trouve par son numéro', async () => {
    expect((await app.asked('OFFICER', byNumber, { fileNumber: ' 2026-000003 ' })).data).toEqual({
      dossierByNumber: fixedId(3),
    })
    expect((await app.asked('AUDITOR', byNumber, { fileNumber: '2026-000099' })).data).toEqual({
      dossierByNumber: null,
    })
  })

  it('demande une session', async () => {
    expect((await app.visitor().ask(read, { id: fixedId(3) })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})
