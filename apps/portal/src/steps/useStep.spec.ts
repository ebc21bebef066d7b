import { ApolloLink } from '@apollo/client'
import {
  type AddNote,
  acknowledgeReceipt,
  addNote,
  defaultSettings,
  type Event,
  replay,
  unregistered,
} from '@bienfonde/domain'
import { assigned, matterAdded, officer, recordedBy, registered, stampOf } from '@bienfonde/domain/testing'
import { useToasts } from '@bienfonde/ui'
import { flushPromises, mount } from '@vue/test-utils'
import { of, throwError } from 'rxjs'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h, reactive, shallowRef } from 'vue'
import { apollo } from '../apollo/client.ts'
import type { Dossier } from '../dossier/Dossier.ts'
import { AddNoteDocument } from '../graphql/graphql.ts'
import { stepPlace, type TakenAnswer } from './stepPlace.ts'
import { type StepInProgress, useStep } from './useStep.ts'

const taken = { __typename: 'StepTaken', id: 'D1', fileNumber: 'PL-2026-00001', version: 4, lines: [4], opening: null }
const refused = (code: string, more: object = {}) => ({
  __typename: 'StepRefused',
  code,
  message: `Refus ${code}.`,
  field: null,
  passages: [],
  ...more,
})

interface Sent {
  dossier: { id: string; expectedVersion: number; idempotencyKey: string; confirmation: string | null }
  input: { text: string }
}
let sent: Sent[]
let answers: (object | Error)[]

/** The server gives these answers, one after the other; an error is a network that fails. */
beforeEach(() => {
  sent = []
  answers = []
  apollo.setLink(
    new ApolloLink(({ variables }) => {
      sent.push(variables as Sent)
      const answer = answers.shift() ?? taken
      return answer instanceof Error ? throwError(() => answer) : of({ data: { addNote: answer } })
    }),
  )
})

const history: Event[] = [registered, matterAdded, assigned]
function dossierOf(events: readonly Event[], refresh: Dossier['refresh']): Dossier {
  const lines = recordedBy(events, unregistered, stampOf())
  const complaint = replay(lines)
  return { id: 'D1', fileNumber: 'PL-2026-00001', lines, complaint, settings: defaultSettings, actor: officer, refresh }
}

function writing(later: readonly Event[] = [], step = addNote) {
  const seen: { form: StepInProgress; finished: TakenAnswer[]; refreshed: number } = {
    form: undefined as never,
    finished: [],
    refreshed: 0,
  }
  const refresh = async () => {
    seen.refreshed += 1
    dossier.value = dossierOf([...history, ...later], refresh)
    return dossier.value
  }
  const dossier = shallowRef(dossierOf(history, refresh))
  const draft = reactive<AddNote>({ text: '' })
  const Form = defineComponent(() => {
    seen.form = useStep(
      step,
      AddNoteDocument,
      () => dossier.value,
      () => draft,
    )
    return () => h('form')
  })
  const finish = (answer: TakenAnswer) => void seen.finished.push(answer)
  mount(Form, { global: { provide: { [stepPlace as symbol]: { taken: finish } } } })
  return Object.assign(seen, {
    draft,
    /** The dossier changes elsewhere, and the page reads it again. */
    async elsewhere() {
      await refresh()
      await flushPromises()
    },
  })
}

async function submit({ form }: { form: StepInProgress }) {
  await form.submit()
  await flushPromises()
}

describe('une étape que l’on remplit', () => {
  it('dit ce qui manque pendant la saisie, et n’envoie rien tant qu’il manque quelque chose', async () => {
    const page = writing()
    expect(page.form.missing).toMatchObject({ code: 'TEXT_MISSING', field: 'text' })
    expect(page.form.field('text').error).toBeUndefined()
    await submit(page)
    expect(page.form.field('text').error).toBe('Ce texte manque.')
    expect(sent).toEqual([])
    page.draft.text = 'Appel reçu.'
    expect(page.form.missing).toBeUndefined()
    expect(page.form.refusal).toBeUndefined()
  })

  it('envoie la version vue, annonce la réussite, relit le dossier et rend la main à la page', async () => {
    const page = writing()
    page.draft.text = 'Appel reçu.'
    await submit(page)
    expect(sent[0]).toMatchObject({ dossier: { id: 'D1', expectedVersion: 3, confirmation: null }, input: page.draft })
    expect(useToasts().toasts.value.at(-1)?.message).toContain('PL-2026-00001')
    expect(page.refreshed).toBe(1)
    expect(page.finished).toHaveLength(1)
  })

  it('garde la clé de l’envoi quand le réseau manque, et en change quand le texte change', async () => {
    const page = writing()
    page.draft.text = 'Appel reçu.'
    answers = [new Error('hors ligne'), new Error('hors ligne'), new Error('hors ligne')]
    await submit(page)
    expect(page.form.failure).toContain('Le serveur ne répond pas')
    expect(page.draft.text).toBe('Appel reçu.')
    await submit(page)
    page.draft.text = 'Deux appels reçus.'
    await submit(page)
    await submit(page)
    const keys = sent.map(({ dossier }) => dossier.idempotencyKey)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
    expect(keys[3]).toBe(keys[2])
    expect(page.form.failure).toBeUndefined()
    expect(page.finished).toHaveLength(1)
  })

  it('relit un dossier qui a changé, dit ce qui s’est passé et garde le texte', async () => {
    const page = writing([{ type: 'NOTE_ADDED', text: 'Une autre note.' }])
    page.draft.text = 'Appel reçu.'
    answers = [refused('VERSION_STALE')]
    await submit(page)
    expect(page.form.refusal?.code).toBe('VERSION_STALE')
    expect(page.form.changes).toEqual(['Une note est ajoutée.'])
    expect(page.draft.text).toBe('Appel reçu.')
    await submit(page)
    expect(sent[1]?.dossier.expectedVersion).toBe(4)
    expect(page.form.changes).toEqual([])
  })

  it('suit un dossier qui change ailleurs : le dit, garde le texte et envoie la version nouvelle', async () => {
    const page = writing([{ type: 'NOTE_ADDED', text: 'Une autre note.' }])
    page.draft.text = 'Appel reçu.'
    await page.elsewhere()
    expect(page.form.changes).toEqual(['Une note est ajoutée.'])
    expect(page.draft.text).toBe('Appel reçu.')
    await submit(page)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.dossier.expectedVersion).toBe(4)
    expect(page.finished).toHaveLength(1)
  })

  const acknowledged: Event = { type: 'RECEIPT_ACKNOWLEDGED', channel: 'EMAIL', sentOn: '2026-06-15', text: 'Reçu.' }
  const closing = { ...addNote, barred: acknowledgeReceipt.barred }

  it('dit pourquoi l’étape s’est fermée sous la main, et garde le texte', async () => {
    const page = writing([acknowledged], closing)
    page.draft.text = 'Appel reçu.'
    expect(page.form.barred).toBeUndefined()
    await page.elsewhere()
    expect(page.form.barred).toBe('L’accusé de réception a déjà été envoyé.')
    expect(page.draft.text).toBe('Appel reçu.')
    await submit(page)
    expect(sent).toEqual([])
  })

  it('redemande au serveur ce qui est resté sans réponse, même si son propre envoi a fermé l’étape', async () => {
    const page = writing([acknowledged], closing)
    page.draft.text = 'Appel reçu.'
    answers = [new Error('hors ligne')]
    await submit(page)
    await page.elsewhere()
    expect(page.form.barred).toBeUndefined()
    await submit(page)
    expect(sent.map(({ dossier }) => dossier.idempotencyKey)).toEqual(Array(2).fill(sent[0]?.dossier.idempotencyKey))
    expect(page.finished).toHaveLength(1)
  })

  it('montre les passages que le serveur reconnaît, relus dans le texte envoyé', async () => {
    const page = writing()
    page.draft.text = 'Note au sujet de Tremblay.'
    const passages = [{ __typename: 'Passage', start: 17, end: 25, kind: 'NAME', known: true }]
    answers = [refused('IDENTIFYING_PASSAGE', { field: 'text', passages })]
    await submit(page)
    expect(page.form.refusal?.passages).toEqual([{ text: 'Tremblay', kind: 'Nom d’une personne' }])
    page.form.confirmation = 'C’est le nom de la rue.'
    await submit(page)
    expect(sent[1]?.dossier.confirmation).toBe('C’est le nom de la rue.')
  })
})
