import { ApolloLink } from '@apollo/client'
import { type Actor, defaultSettings, type Event, replay, unregistered } from '@bienfonde/domain'
import { recordedBy, responsible, stampOf } from '@bienfonde/domain/testing'
import { flushPromises, mount } from '@vue/test-utils'
import { of } from 'rxjs'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Component } from 'vue'
import { apollo } from '../apollo/client.ts'
import type { Dossier } from '../dossier/Dossier.ts'

const sectors = [
  { code: 'AMENAGEMENT', name: 'Aménagement', services: [], active: true },
  { code: 'HABITATION', name: 'Habitation', services: [], active: true },
].map(sector => ({ __typename: 'Sector', ...sector }))

const taken = { __typename: 'StepTaken', id: 'D1', fileNumber: 'PL-2026-00001', version: 9, lines: [9], opening: null }

interface Sent {
  dossier: Record<string, unknown>
  input: Record<string, unknown>
}
let sent: Sent[] = []

/** The dossier as the last sending named it. */
export const sentDossier = () => sent.at(-1)?.dossier

/** Every trial of a form is on 15 June 2026, before a server that takes each step and keeps what was sent. */
export function onFifteenthOfJune() {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-15T16:00:00Z') })
    sent = []
    apollo.setLink(
      new ApolloLink(({ operationName, operationType, variables }) => {
        if (operationType !== 'mutation') return of({ data: { sectors } })
        sent.push(variables as Sent)
        const step = `${operationName?.charAt(0).toLowerCase()}${operationName?.slice(1)}`
        return of({ data: { [step]: taken } })
      }),
    )
  })
  afterEach(() => {
    vi.useRealTimers()
    document.body.innerHTML = ''
  })
}

/** A dossier as a page holds it, made by these events. */
export function dossierOf(events: readonly Event[], actor: Actor = responsible): Dossier {
  const lines = recordedBy(events, unregistered, stampOf({ on: '2026-06-08' }))
  const complaint = replay(lines)
  const dossier = { id: 'D1', fileNumber: 'PL-2026-00001', lines, complaint, settings: defaultSettings, actor }
  return { ...dossier, refresh: async () => undefined }
}

/** A form open on a dossier, with what a person can do to it, by the words they read. */
export async function writing(form: Component, dossier: Dossier, more: object = {}) {
  const wrapper = mount(form, { props: { dossier, ...more }, attachTo: document.body })
  await flushPromises()
  const labelled = (words: string) => {
    const label = wrapper.findAll('label').find(each => each.text().startsWith(words))
    if (!label) throw new Error(`No field is called « ${words} »`)
    return wrapper.find(`[id="${label.attributes('for')}"]`)
  }
  return {
    wrapper,
    text: () => wrapper.text(),
    valueOf: (words: string) => (labelled(words).element as HTMLInputElement).value,
    fill: (words: string, value: string) => labelled(words).setValue(value),
    choose: (words: string) => labelled(words).setValue(true),
    async submit() {
      await wrapper.find('form').trigger('submit')
      await flushPromises()
      return sent.map(({ input }) => input)
    },
  }
}
