import { ApolloLink } from '@apollo/client'
import { respondent } from '@bienfonde/domain/testing'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { of } from 'rxjs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../access/session.ts'
import { apollo } from '../apollo/client.ts'
import AddressedRecommendations from './AddressedRecommendations.vue'

const row = (dossier: string, text: string, answer: string | null = null) => ({
  __typename: 'AddressedRecommendation',
  id: 'R1',
  kind: 'RECOMMENDATION',
  text,
  dueOn: null,
  answer,
  plan: answer && 'Le plan du secteur.',
  implementedOn: null,
  closedOn: null,
  dossier: { __typename: 'SeenDossier', id: dossier, fileNumber: `2026-00000${dossier}`, version: 12 },
})
const rows = [row('1', 'Annoncer le délai.'), row('2', 'Former l’équipe.', 'ACCEPTED')]
const taken = { __typename: 'StepTaken', id: '1', fileNumber: '2026-000001', version: 13, lines: [13], opening: null }
let shown: VueWrapper | undefined
let sent: Record<string, unknown>[] = []

async function page() {
  shown?.unmount()
  const wrapper = mount(AddressedRecommendations, { attachTo: document.body })
  shown = wrapper
  await flushPromises()
  return wrapper
}

describe('les recommandations adressées à un secteur', () => {
  afterAll(() => shown?.unmount())
  beforeEach(async () => {
    sent = []
    session.open({ ...respondent, name: 'Rosalie', email: 'rosalie@exemple.test' })
    apollo.setLink(
      new ApolloLink(({ operationName, variables }) => {
        if (operationName === 'Sectors') return of({ data: { sectors: [] } })
        if (operationName === 'AddressedRecommendations')
          return of({ data: { addressedRecommendations: { __typename: 'RecommendationPage', total: 2, rows } } })
        sent.push(variables)
        return of({ data: { answerRecommendation: taken } })
      }),
    )
    await apollo.clearStore()
  })

  it('deux dossiers qui numérotent pareillement leurs recommandations ne sont pas confondus', async () => {
    const wrapper = await page()
    expect(wrapper.findAll('article').map(article => article.find('.text').text())).toEqual([
      'Annoncer le délai.',
      'Former l’équipe.',
    ])
  })

  it('chaque formulaire se nomme par son dossier', async () => {
    const wrapper = await page()
    expect(wrapper.findAll('form :is(h2, h3)').map(heading => heading.text())).toEqual([
      'Répondre à la recommandation du dossier 2026-000001',
      'Consigner la mise en œuvre pour le dossier 2026-000002',
    ])
  })

  it('une recommandation se répond une fois, puis sa mise en œuvre se consigne', async () => {
    const wrapper = await page()
    const [first, second] = wrapper.findAll('article')
    expect(first?.text()).toContain('Répondre à cette recommandation')
    expect(first?.text()).not.toContain('Consigner la mise en œuvre')
    expect(second?.text()).not.toContain('Répondre à cette recommandation')
    expect(second?.text()).toContain('Consigner la mise en œuvre')
  })

  it('la réponse part vers son dossier, à la version vue', async () => {
    const wrapper = await page()
    await wrapper.find('input[type=radio][value=REFUSED]').setValue(true)
    await wrapper.find('textarea').setValue('Le délai est déjà annoncé.')
    await wrapper.find('form').trigger('submit')
    await flushPromises()
    expect(sent).toMatchObject([
      {
        dossier: { id: '1', expectedVersion: 12 },
        input: { recommendation: 'R1', answer: 'REFUSED', plan: 'Le délai est déjà annoncé.' },
      },
    ])
  })
})
