import { defaultSettings } from '@bienfonde/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, ministry, today } from '../../testing/ministry.ts'

const [agente, responsable] = ['agente@exemple.test', 'responsable@exemple.test'] as const
const reasons = [{ matter: 'M1', text: 'The matter is before the court.' }]
const english = { ground: 'Demande de la personne.', attestation: true }
const notice = {
  channel: 'PHONE',
  sentOn: today,
  text: `Your complaint is not admissible. ${reasons[0]?.text} ${defaultSettings.recourse.EN}`,
}

describe('un avis en anglais', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())
  beforeEach(async () => {
    dossier = app.dossier()
    await dossier.take(agente, 'registerComplaint', call)
    await dossier.take(responsable, 'declareInadmissible', {
      matter: 'M1',
      grounds: [{ ground: 'COURT_PROCEEDINGS', proceeding: 'Pourvoi en contrôle judiciaire' }],
      reasons: 'La contestation est devant la cour.',
    })
  })

  it('sans les motifs de la décision dans cette langue, ou par un moyen que la personne n’a pas donné, ne ferme rien', async () => {
    const refusal = (change: object) => dossier.attempt(responsable, 'informComplainant', { ...notice, ...change })
    expect(await refusal({ english })).toMatchObject({ code: 'ENGLISH_REASONS_MISSING', field: 'english.reasons.0' })
    expect(
      await refusal({ english: { ...english, reasons }, text: notice.text.replace('court', 'judge') }),
    ).toMatchObject({ code: 'NOTICE_REASONS_MISSING', field: 'text' })
    expect(await refusal({ english: { ...english, reasons }, channel: 'MAIL' })).toMatchObject({
      code: 'CHANNEL_NOT_GIVEN',
      field: 'channel',
    })
    expect((await dossier.complaint()).closedOn).toBeNull()
  })

  it('qui les donne ferme le dossier, et les garde', async () => {
    await dossier.take(responsable, 'informComplainant', { ...notice, english: { ...english, reasons } })
    expect((await dossier.complaint()).closedOn).toBe(today)
    expect((await dossier.acts()).at(-1)).toEqual(['COMPLAINANT_INFORMED', 'responsable'])
  })
})
