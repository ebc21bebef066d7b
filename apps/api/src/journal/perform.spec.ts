import { randomUUID } from 'node:crypto'
import {
  type Actor,
  addNote,
  attachDocument,
  consultSector,
  declareAdmissible,
  eraseIdentity,
  exampleCommitments,
  openIdentity,
  recordImpossibilityToInform,
  recordSectorReply,
  recordWithdrawal,
  registerComplaint,
  type Step,
} from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepUpload } from '../attachments/upload.ts'
import { changeChannel, readChange } from '../live/Change.ts'
import { StepRefused, StepTaken } from '../schema/StepOutcome.ts'
import { application } from '../testing/application.ts'
import { plainte } from '../testing/plainte.ts'
import { type Deposit, depositOf } from '../vault/deposit.ts'
import { disclose } from '../vault/disclose.ts'
import { type CommandFor, type ForVault, perform } from './perform.ts'
import { verify } from './verify.ts'

describe('l’inscription d’une étape au journal', () => {
  let app: Awaited<ReturnType<typeof application>>
  const officer: Actor = { id: randomUUID(), role: 'RESPONSIBLE_OFFICER', sector: null }
  beforeAll(async () => {
    app = await application()
  })
  afterAll(() => app.stop())

  const ref = (id: string, expectedVersion: number, idempotencyKey: string = randomUUID()) => ({
    id,
    expectedVersion,
    idempotencyKey,
  })
  const act = <Command extends object>(
    step: Step<Command>,
    dossier: ReturnType<typeof ref> & { confirmation?: string },
    command: CommandFor<Command>,
    forVault: ForVault = {},
    actor = officer,
  ) =>
    perform(
      { database: app.database, master: app.master, actor, now: () => new Date('2026-05-04T13:00:00Z') },
      step,
      dossier,
      command,
      forVault,
    )
  const registered = async (id: string = randomUUID(), deposits: Deposit[] = [], key?: string) => ({
    id,
    answer: await act(registerComplaint, ref(id, 0, key), plainte, { deposits }),
  })
  const rows = async (text: string, ...values: unknown[]) => (await app.database.pool.query(text, values)).rows
  const lines = (id: string) =>
    rows('select seq, type, confirmation from journal where dossier_id = $1 order by seq', id)
  const code = (answer: StepTaken | StepRefused) => (answer instanceof StepRefused ? answer.code : 'taken')

  it('commence un dossier sous un numéro, que son journal porte aussi', async () => {
    const { id, answer } = await registered()
    expect(answer).toEqual({
      id,
      fileNumber: expect.stringMatching(/^2026-\d{6}$/),
      version: 3,
      lines: [1, 2, 3],
      opening: null,
    })
    expect(answer).toBeInstanceOf(StepTaken)
    const [line] = await rows(
      `select event ->> 'fileNumber' as number from journal where dossier_id = $1 and seq = 1`,
      id,
    )
    expect(answer).toMatchObject({ fileNumber: line.number })
  })

  it('n’écrit rien du tout quand l’étape est refusée, et ne perd pas de numéro', async () => {
    const { id } = await registered()
    const before = await rows(
      'select (select count(*) from journal) as a, (select count(*) from idempotency) as b, (select max(last) from file_number) as c',
    )
    const refused = await act(addNote, ref(id, 3), { text: ' ' }, { deposits: [depositOf('WORDS', 'propos')] })
    expect(refused).toEqual({ code: 'TEXT_MISSING', message: 'Ce texte manque.', field: 'text', passages: [] })
    await act(registerComplaint, ref(randomUUID(), 0), plainte, {}, { ...officer, role: 'MANAGER' })
    expect(
      await rows(
        'select (select count(*) from journal) as a, (select count(*) from idempotency) as b, (select max(last) from file_number) as c',
      ),
    ).toEqual(before)
    expect(await rows('select id from vault_item where dossier_id = $1', id)).toEqual([])
  })

  it('donne à une même clé la même réponse, avec un seul effet', async () => {
    const { id } = await registered()
    const dossier = ref(id, 3)
    const answers = await Promise.all([1, 2, 3].map(() => act(addNote, dossier, { text: 'Une note.' })))
    answers.push(await act(addNote, dossier, { text: 'Une note.' }))
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(await lines(id)).toHaveLength(4)
    const other = { ...officer, id: randomUUID() }
    expect(code(await act(addNote, dossier, { text: 'Une autre.' }, {}, other))).toBe('VERSION_STALE')
  })

  it('n’inscrit qu’une fois une plainte envoyée deux fois en même temps', async () => {
    const [id, key] = [randomUUID(), randomUUID()]
    const both = await Promise.all([registered(id, [], key), registered(id, [], key)])
    expect(both.map(({ answer }) => code(answer))).toEqual(['taken', 'taken'])
    expect(both[0]?.answer).toEqual(both[1]?.answer)
    const rivals = randomUUID()
    const codes = await Promise.all([registered(rivals), registered(rivals)])
    expect(codes.map(({ answer }) => code(answer)).sort()).toEqual(['ALREADY_REGISTERED', 'taken'].sort())
  })

  it('refuse qu’une clé serve à deux dossiers', async () => {
    const [first, second] = [await registered(), await registered()]
    const key = randomUUID()
    await act(addNote, ref(first.id, 3, key), { text: 'Une note.' })
    expect(code(await act(addNote, ref(second.id, 3, key), { text: 'Une note.' }))).toBe('KEY_REUSED')
    const together = randomUUID()
    const answers = await Promise.all([
      act(addNote, ref(first.id, 4, together), { text: 'Une note.' }),
      act(addNote, ref(second.id, 3, together), { text: 'Une note.' }),
    ])
    expect(answers.map(code).sort()).toEqual(['KEY_REUSED', 'taken'])
  })

  it('laisse réussir une seule de plusieurs personnes qui agissent en même temps, et le dit aux autres', async () => {
    const { id } = await registered()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        act(addNote, ref(id, 3), { text: `Note ${n}.` }, {}, { ...officer, id: randomUUID() }),
      ),
    )
    expect(answers.map(code).sort()).toEqual([...Array(7).fill('VERSION_STALE'), 'taken'])
    expect(await lines(id)).toHaveLength(4)
  })

  it('ne dit pas si un dossier existe à qui n’a pas à le savoir', async () => {
    const { id } = await registered()
    const stranger: Actor = { id: randomUUID(), role: 'SECTOR_RESPONDENT', sector: 'CLIENT_SERVICES' }
    const reply = { consultation: 'C1', reply: 'Rien à signaler.', repliedOn: '2026-05-04' }
    const asked = (id: string, version: number) => act(recordSectorReply, ref(id, version), reply, {}, stranger)
    const present = await asked(id, 1)
    const same = await asked(id, 3)
    const absent = await asked(randomUUID(), 1)
    expect(present).toEqual(absent)
    expect(same).toEqual(absent)
    expect(code(absent)).toBe('DOSSIER_UNKNOWN')
  })

  it('reconnaît l’identité qui arrive avec la plainte comme celle qui est au coffre', async () => {
    const identity = depositOf('IDENTITY', 'Zéphirine Quenneville', ['name:quenneville', 'name:zephirine'])
    const { id } = await registered(randomUUID(), [identity])
    const named = await act(addNote, ref(id, 3), { text: 'Selon Quenneville, la réponse a tardé.' })
    expect(code(named)).toBe('IDENTIFYING_PASSAGE')
    expect(named).toMatchObject({ field: 'text', passages: [{ kind: 'NAME', start: 6, end: 17, known: true }] })
    const kept = { ...ref(id, 3), confirmation: 'Nom d’une rue.' }
    expect(code(await act(addNote, kept, { text: 'Selon Quenneville, la réponse a tardé.' }))).toBe('taken')
    expect(await lines(id)).toMatchObject([{}, {}, {}, { confirmation: 'Nom d’une rue.' }])
  })

  it('répond à un secteur sans permission de la même façon, qu’il devine ou non le nom de la personne', async () => {
    const respondent: Actor = { id: randomUUID(), role: 'SECTOR_RESPONDENT', sector: 'HOUSING' }
    const guess = async (actor: Actor) => {
      const { id } = await registered(randomUUID(), [depositOf('IDENTITY', 'x', ['name:quenneville'])])
      await act(declareAdmissible, ref(id, 3), { matter: 'M1', reasons: '' })
      const question = { statement: 'La réponse a tardé.', question: 'Pourquoi ?', dueOn: '2026-05-20' }
      await act(consultSector, ref(id, 4), { matter: 'M1', sector: 'HOUSING', purpose: 'FACTS', ...question })
      const reply = { consultation: 'C1', reply: 'le dossier quenneville a tardé', repliedOn: '2026-05-04' }
      return code(await act(recordSectorReply, ref(id, 5), reply, {}, actor))
    }
    expect(await guess(respondent)).toBe('taken')
    expect(await guess(officer)).toBe('IDENTIFYING_PASSAGE')
  })

  it('consigne l’ouverture de l’identité avant d’en montrer quoi que ce soit', async () => {
    const identity = depositOf('IDENTITY', 'Zéphirine Quenneville')
    const { id } = await registered(randomUUID(), [identity, depositOf('WORDS', 'propos')])
    const opened = await act(openIdentity, ref(id, 3), { reason: 'Rappeler la personne.', scope: ['IDENTITY'] })
    const opening = opened instanceof StepTaken ? (opened.opening ?? '') : ''
    const shown = await disclose(app.database, app.master, { opening, actor: officer.id }, async () => true)
    expect(shown.map(({ content }) => content.toString())).toEqual(['Zéphirine Quenneville'])
    expect(await disclose(app.database, app.master, { opening, actor: officer.id }, async () => true)).toEqual([])
  })

  it('efface l’identité avec l’étape qui l’ordonne, et le journal se vérifie encore', async () => {
    const { id } = await registered(randomUUID(), [depositOf('IDENTITY', 'Zéphirine Quenneville')])
    const withdrawal = { channel: 'PHONE', withdrawnOn: '2026-05-04', note: 'La personne se désiste.' } as const
    await act(recordWithdrawal, ref(id, 3), withdrawal)
    await act(recordImpossibilityToInform, ref(id, 4), { reason: 'Aucun moyen de réponse.' })
    expect(await rows('select 1 as key from vault_key where dossier_id = $1', id)).toEqual([{ key: 1 }])
    const erasure = { schedule: 'Règle 12', reason: 'Le délai est écoulé.' }
    expect(code(await act(eraseIdentity, ref(id, 5), erasure))).toBe('taken')
    expect(await rows('select 1 from vault_key where dossier_id = $1', id)).toEqual([])
    expect((await verify(app.database)).breaks).toEqual([])
  })

  it('verse au coffre un document reçu, et refuse l’étape si le document n’est plus là', async () => {
    const { id } = await registered()
    const document = { name: 'lettre.txt', mediaType: 'text/plain', content: Buffer.from('Bonjour') }
    const upload = await keepUpload(app.database.ask, app.master, officer.id, document)
    const attachment = {
      attachment: upload,
      description: 'Une lettre.',
      mediaType: 'text/plain',
      bytes: 7,
      sha256: 'x',
    }
    expect(code(await act(attachDocument, ref(id, 3), attachment, { uploads: [upload] }))).toBe('taken')
    expect(await rows('select kind from vault_item where id = $1', upload)).toEqual([{ kind: 'ATTACHMENTS' }])
    expect(code(await act(attachDocument, ref(id, 4), attachment, { uploads: [upload] }))).toBe('ATTACHMENT_MISSING')
    expect(await lines(id)).toHaveLength(4)
  })

  it('annonce chaque étape à qui écoute', async () => {
    const listener = await app.database.pool.connect()
    await listener.query(`listen ${changeChannel}`)
    const heard = new Promise<string>(resolve => listener.once('notification', ({ payload = '' }) => resolve(payload)))
    const { id } = await registered()
    listener.release(true)
    expect(readChange(await heard)).toEqual({
      dossier: id,
      version: 3,
      by: officer.id,
      step: 'registerComplaint',
      mark: expect.any(String),
    })
  })

  it('suit les réglages du ministère', async () => {
    const commitments = { ...exampleCommitments, replyDays: 1 }
    await rows(`insert into setting values ('COMMITMENTS', $1)`, JSON.stringify(commitments))
    const { id } = await registered()
    const due = `select event ->> 'replyDueOn' as due from journal where dossier_id = $1 and seq = 1`
    expect(await rows(due, id)).toEqual([{ due: '2026-05-05' }])
  })
})
