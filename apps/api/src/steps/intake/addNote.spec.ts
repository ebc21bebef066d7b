import { randomUUID } from 'node:crypto'
import { registerComplaint } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { perform } from '../../journal/perform.ts'
import { application } from '../../testing/application.ts'
import { plainte } from '../../testing/plainte.ts'

const mutation = `mutation ($dossier: DossierRef!, $input: AddNoteInput!) {
  addNote(dossier: $dossier, input: $input) {
    __typename
    ... on StepTaken { fileNumber version lines }
    ... on StepRefused { code message field passages { start end kind known } }
  }
}`

describe('ajouter une note', () => {
  let app: Awaited<ReturnType<typeof application>>
  const id = randomUUID()
  beforeAll(async () => {
    app = await application()
    const officer = await app.staff('agente@exemple.test', 'OFFICER')
    await app.staff('gestion@exemple.test', 'MANAGER')
    const actor = { id: officer, role: 'OFFICER', sector: null } as const
    const performer = { database: app.database, master: app.master, actor, now: () => new Date('2026-05-04T13:00:00Z') }
    await perform(performer, registerComplaint, { id, expectedVersion: 0, idempotencyKey: randomUUID() }, plainte)
  })
  afterAll(() => app.stop())

  const send = async (email: string | undefined, text: string, dossier: object = {}) => {
    const visitor = email ? await app.signedIn(email) : app.visitor()
    return visitor.ask(mutation, {
      dossier: { id, expectedVersion: 3, idempotencyKey: randomUUID(), ...dossier },
      input: { text },
    })
  }

  it('demande une session', async () => {
    const answer = await send(undefined, 'Une note.')
    expect(answer.errors?.[0]).toMatchObject({
      message: 'Ouvrez une session pour continuer.',
      extensions: { code: 'UNAUTHENTICATED' },
    })
  })

  it('est refusé au rôle qui ne le permet pas, et sans texte, en une phrase', async () => {
    expect((await send('gestion@exemple.test', 'Une note.')).data).toMatchObject({
      addNote: { __typename: 'StepRefused', code: 'NOT_PERMITTED', message: 'Votre rôle ne permet pas cette étape.' },
    })
    expect((await send('agente@exemple.test', '  ')).data).toMatchObject({
      addNote: { __typename: 'StepRefused', code: 'TEXT_MISSING', field: 'text', passages: [] },
    })
  })

  it('avertit du passage qui paraît identifier la personne', async () => {
    expect((await send('agente@exemple.test', 'Joindre au 418 555-0123.')).data).toMatchObject({
      addNote: {
        code: 'IDENTIFYING_PASSAGE',
        field: 'text',
        passages: [{ kind: 'TELEPHONE', start: 11, known: false }],
      },
    })
  })

  it.each([
    [{ id: 'x' }, 'id', 'Cet identifiant n’est pas valide.'],
    [{ expectedVersion: -1 }, 'expectedVersion', 'Il faut au moins 0.'],
    [{ expectedVersion: 2 ** 40 }, 'dossier.expectedVersion', 'Cette valeur n’est pas acceptée.'],
    [{ idempotencyKey: 'x' }, 'idempotencyKey', 'La longueur de ce texte n’est pas acceptée.'],
  ])('nomme en français le champ fautif : %j', async (dossier, field, message) => {
    const answer = await send('agente@exemple.test', 'Une note.', dossier)
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', fields: [{ field, message }] })
  })

  it('refuse un texte trop long', async () => {
    const answer = await send('agente@exemple.test', 'x'.repeat(10_001))
    expect(answer.errors?.[0]?.extensions.fields).toEqual([
      { field: 'text', message: 'Ce texte ne peut dépasser 10000 caractères.' },
    ])
  })

  it('s’inscrit au journal', async () => {
    expect((await send('agente@exemple.test', 'Une note.')).data).toEqual({
      addNote: { __typename: 'StepTaken', fileNumber: '2026-000001', version: 4, lines: [4] },
    })
    expect((await send('agente@exemple.test', 'Une autre.')).data).toMatchObject({
      addNote: { __typename: 'StepRefused', code: 'VERSION_STALE' },
    })
  })
})
