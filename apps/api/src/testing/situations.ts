import {
  type Actor,
  assignOfficer,
  type BodyReference,
  consultSector,
  declareInadmissible,
  type InadmissibilityGround,
  type LocalDate,
  recordDisclosureConsent,
  recordImpossibilityToInform,
  recordSectorReply,
  recordWithdrawal,
  requestDisclosureConsent,
  requestTransferAuthorization,
  withdrawDisclosureConsent,
} from '@bienfonde/domain'
import type { ministry } from './ministry.ts'
import { fixedId, type Person, play } from './play.ts'

/** The day on which each situation is prepared; the clock of the trials stands later. */
const day: LocalDate = '2026-05-01'

const delay = {
  subject: 'Délai de réponse',
  sector: 'HOUSING',
  statement: 'La demande d’aide est restée sans réponse.',
}

/** Every way in which a dossier can stand between the person, the Secretariat and the consulted sector. */
export const situationNames = [
  'à examiner',
  'à examiner, anonyme',
  'en analyse',
  'en analyse, anonyme',
  'en transfert',
  'avis à donner',
  'avis à donner, anonyme',
  'fermé',
  'fermé, anonyme',
  'permission en attente',
  'permission accordée',
  'permission refusée',
  'permission retirée',
  'permission échue',
  'permission accordée, puis fermé',
  'plainte contre l’agente',
] as const

export type Situation = (typeof situationNames)[number]

/** One dossier in each situation, the sector HOUSING being consulted wherever it can be; gives where they are. */
export async function prepareSituations(app: Awaited<ReturnType<typeof ministry>>, person?: Person) {
  const { rows } = await app.database.pool.query(`select id from staff where email = 'responsable@exemple.test'`)
  const responsible: Actor = { id: rows[0].id, role: 'RESPONSIBLE_OFFICER', sector: null }
  const { step, register, admit, inform, complaint } = play(app, responsible)
  const told = person ? { person } : {}

  async function begin(id: string, anonymous: boolean, concernedStaff: string[] = []) {
    await register(id, day, [{ ...delay, concernedStaff }], { ...told, anonymous, confirmation: 'Vu.' })
    await step(id, day, assignOfficer, { officer: concernedStaff.length > 0 ? app.otherOfficer : app.officer })
  }
  async function analyse(id: string) {
    await admit(id, day)
    await step(id, day, consultSector, {
      matter: 'M1',
      sector: 'HOUSING',
      purpose: 'FACTS',
      statement: 'Un exposé dépersonnalisé.',
      question: 'Qu’est-il arrivé ?',
      dueOn: '2026-05-15',
    })
  }
  const ask = (id: string) =>
    step(id, day, requestDisclosureConsent, {
      sectors: ['HOUSING'],
      purpose: 'Retrouver la demande.',
      categories: ['IDENTITY'],
      explained: 'Ce qui serait communiqué, à qui et pourquoi.',
      consequencesExplained: true,
      channel: 'EMAIL',
    })
  const answer = (id: string, granted: boolean, validUntil: LocalDate | null = null) =>
    step(id, day, recordDisclosureConsent, {
      sector: 'HOUSING',
      granted,
      channel: 'EMAIL',
      answeredOn: day,
      validUntil,
    })
  const withdraw = (id: string) => step(id, day, recordWithdrawal, { channel: 'EMAIL', withdrawnOn: day, note: '' })
  const inadmissible = (id: string, ground: InadmissibilityGround, bodies?: BodyReference[]) =>
    step(id, day, declareInadmissible, {
      matter: 'M1',
      grounds: [{ ground, ...(bodies && { bodies }) }],
      reasons: 'Un motif.',
    })

  const makers: Record<Situation, (id: string) => Promise<unknown>> = {
    'à examiner': id => begin(id, false),
    'à examiner, anonyme': id => begin(id, true),
    async 'en analyse'(id) {
      await begin(id, false)
      await analyse(id)
    },
    async 'en analyse, anonyme'(id) {
      await begin(id, true)
      await analyse(id)
    },
    async 'en transfert'(id) {
      await begin(id, false)
      const body = { code: 'COMMISSION_MUNICIPALE' as const }
      await inadmissible(id, 'OUTSIDE_MINISTRY_RESPONSIBILITY', [body])
      const explained = 'Ce qui serait transmis, à qui, pourquoi, et le droit de refuser.'
      await step(id, day, requestTransferAuthorization, { matter: 'M1', body, channel: 'EMAIL', explained })
    },
    async 'avis à donner'(id) {
      await begin(id, false)
      await withdraw(id)
    },
    async 'avis à donner, anonyme'(id) {
      await begin(id, true)
      await inadmissible(id, 'SENDER_UNREACHABLE')
    },
    async fermé(id) {
      await makers['avis à donner'](id)
      await inform(id, day)
    },
    async 'fermé, anonyme'(id) {
      await makers['avis à donner, anonyme'](id)
      await step(id, day, recordImpossibilityToInform, { reason: 'Aucun moyen de répondre.' })
    },
    async 'permission en attente'(id) {
      await makers['en analyse'](id)
      await ask(id)
    },
    async 'permission accordée'(id) {
      await makers['permission en attente'](id)
      await answer(id, true)
    },
    async 'permission refusée'(id) {
      await makers['permission en attente'](id)
      await answer(id, false)
    },
    async 'permission retirée'(id) {
      await makers['permission accordée'](id)
      await step(id, day, withdrawDisclosureConsent, { sector: 'HOUSING', channel: 'EMAIL', withdrawnOn: day })
    },
    async 'permission échue'(id) {
      await makers['permission en attente'](id)
      await answer(id, true, day)
    },
    async 'permission accordée, puis fermé'(id) {
      await makers['permission accordée'](id)
      await step(id, day, recordSectorReply, { consultation: 'C1', reply: 'Une réponse.', repliedOn: day })
      await withdraw(id)
      await inform(id, day)
    },
    async 'plainte contre l’agente'(id) {
      await begin(id, false, [app.officer])
    },
  }
  const ids = new Map<Situation, string>()
  for (const [at, name] of situationNames.entries()) {
    const id = fixedId(at + 1)
    await makers[name](id)
    ids.set(name, id)
  }
  return {
    idOf: (name: Situation) => ids.get(name) ?? '',
    complaintOf: (name: Situation) => complaint(ids.get(name) ?? ''),
  }
}
