import { ApolloLink } from '@apollo/client'
import { roles } from '@bienfonde/domain'
import { flushPromises, mount } from '@vue/test-utils'
import { of } from 'rxjs'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Component, defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { session } from '../access/session.ts'
import { apollo } from '../apollo/client.ts'
import AdministrationJournalPage from '../pages/administration/AdministrationJournalPage.vue'
import CalendarPage from '../pages/administration/CalendarPage.vue'
import SectorPage from '../pages/administration/SectorPage.vue'
import SectorsPage from '../pages/administration/SectorsPage.vue'
import StaffAccountPage from '../pages/administration/StaffAccountPage.vue'
import StaffPage from '../pages/administration/StaffPage.vue'
import { firstSectionOf, sectionsOf } from './sections.ts'

const account = (id: string, name: string, role: string, more: object = {}) => ({
  __typename: 'StaffAccountEntry',
  id,
  name,
  email: `${id}@exemple.test`,
  role,
  sector: null,
  active: true,
  temporaryUntil: null,
  line: 4,
  ...more,
})
const sector = (code: string, name: string, consultations = 0) => ({
  __typename: 'AdministeredSector',
  code,
  name,
  services: ['Accueil'],
  active: true,
  consultations,
  dossiers: 2,
  respondents: 1,
  line: 0,
})
const answers: Record<string, object> = {
  StaffAccounts: {
    staffAccounts: [
      account('chef', 'Jocelyn Pomerleau', 'ADMINISTRATOR'),
      account('maude', 'Maude Desrosiers', 'OFFICER'),
      account('ancienne', 'Zoé Hébert', 'OFFICER', { active: false }),
    ],
  },
  Sectors: {
    sectors: [{ __typename: 'SectorEntry', code: 'HABITATION', name: 'Habitation', services: [], active: true }],
  },
  AdministeredSectors: {
    administeredSectors: {
      __typename: 'AdministeredSectors',
      orderLine: 7,
      rows: [sector('HABITATION', 'Habitation', 1), sector('VOIRIE', 'Voirie')],
    },
  },
  MinistryCalendar: {
    ministryCalendar: {
      __typename: 'MinistryCalendar',
      line: 3,
      days: [{ __typename: 'OwnDayEntry', date: '2020-03-20', kind: 'CLOSED', name: 'Fermeture passée' }],
    },
  },
  CalendarPreview: {
    calendarPreview: {
      __typename: 'CalendarPreview',
      open: 8,
      moved: 1,
      first: [
        {
          __typename: 'MovedDossier',
          id: 'd1',
          fileNumber: '2026-000012',
          acknowledgementBefore: '2098-03-05',
          acknowledgementAfter: '2098-03-05',
          replyBefore: '2098-03-18',
          replyAfter: '2098-03-19',
        },
      ],
    },
  },
  AdministrationJournal: {
    administrationJournal: {
      __typename: 'AdministrationJournalPage',
      total: 1,
      next: null,
      authors: [{ __typename: 'AdministrationAuthor', id: 'chef', name: 'Jocelyn Pomerleau' }],
      rows: [
        {
          __typename: 'AdministrationLine',
          seq: 9,
          at: '2026-06-15T16:00:00.000Z',
          byName: 'Jocelyn Pomerleau',
          role: 'ADMINISTRATOR',
          type: 'STAFF_CHANGED',
          before: { name: 'Maude Desrosiers', role: 'OFFICER' },
          after: { name: 'Maude Desrosiers', role: 'MANAGER' },
        },
      ],
    },
  },
}
const made = (more: object = {}) => ({
  __typename: 'AdministrationDone',
  line: 12,
  temporaryPassword: null,
  moved: null,
  ...more,
})
let outcome: object
let sent: { name: string; variables: Record<string, unknown> }[]
let asked: string[]

async function open(page: Component, props: object = {}) {
  const shown = defineComponent({ render: () => h(page, props) })
  const elsewhere = { template: '<h1>Ailleurs</h1>' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: shown },
      { path: '/:rest(.*)+', component: elsewhere },
    ],
  })
  await router.push('/')
  const wrapper = mount(RouterView, { global: { plugins: [router] }, attachTo: document.body })
  await flushPromises()
  const labelled = (words: string) => {
    const label = wrapper.findAll('label').find(each => each.text().startsWith(words))
    if (!label) throw new Error(`No field is called « ${words} »`)
    return wrapper.find(`[id="${label.attributes('for')}"]`)
  }
  const press = async (words: string) => {
    const buttons = [...document.querySelectorAll('button')]
    const button = buttons.findLast(each => each.textContent?.trim() === words)
    if (!button) throw new Error(`No button says « ${words} »`)
    if (button.type === 'submit') await wrapper.find('form').trigger('submit')
    else button.click()
    await flushPromises()
  }
  return { wrapper, labelled, press, text: () => wrapper.text(), router }
}

describe('les pages d’administration', () => {
  beforeEach(() => {
    document.body.innerHTML = ''
    sent = []
    asked = []
    outcome = made()
    session.open({ id: 'chef', role: 'ADMINISTRATOR', sector: null, name: 'Jocelyn', email: 'chef@exemple.test' })
    apollo.setLink(
      new ApolloLink(({ operationName = '', operationType, variables }) => {
        if (operationType !== 'mutation') {
          asked.push(operationName)
          return of({ data: answers[operationName] ?? {} })
        }
        sent.push({ name: operationName, variables })
        return of({ data: { [`${operationName.charAt(0).toLowerCase()}${operationName.slice(1)}`]: outcome } })
      }),
    )
  })

  it('ne sont offertes qu’à qui administre ; la vérification n’en lit que le journal', () => {
    const places = Object.fromEntries(roles.map(({ code }) => [code, sectionsOf(code).length]))
    expect(places).toMatchObject({ ADMINISTRATOR: 9, AUDITOR: 1, OFFICER: 0, RESPONSIBLE_OFFICER: 0, MANAGER: 0 })
    expect(firstSectionOf('AUDITOR')).toBe('/administration/journal')
    expect(firstSectionOf('ADMINISTRATOR')).toBe('/administration/personnel')
  })

  it('la liste du personnel dit qui peut entrer, et se filtre sans égard aux accents', async () => {
    const { wrapper, labelled } = await open(StaffPage)
    expect(wrapper.findAll('tbody tr').map(row => row.text())).toHaveLength(3)
    await labelled('Chercher une personne').setValue('zoe heb')
    expect(wrapper.find('tbody').text()).toContain('Désactivé')
    expect(wrapper.findAll('tbody tr')).toHaveLength(1)
  })

  it('un compte mal rempli n’est pas envoyé, et chaque champ est nommé', async () => {
    const { press, text } = await open(StaffAccountPage)
    await press('Ajouter le compte')
    expect(sent).toEqual([])
    for (const said of [
      'Le nom de la personne manque.',
      'Cette adresse de courriel n’est pas valide.',
      'Le rôle de la personne manque.',
    ])
      expect(text()).toContain(said)
  })

  it('un compte ajouté montre son mot de passe temporaire, une fois', async () => {
    const { wrapper, labelled, press, text } = await open(StaffAccountPage)
    await labelled('Nom').setValue('Odile Marchand')
    await labelled('Adresse de courriel').setValue('MAUDE@exemple.test')
    await wrapper.find('input[value=OFFICER]').setValue(true)
    await press('Ajouter le compte')
    expect(text()).toContain('Un compte porte déjà cette adresse de courriel.')
    await labelled('Adresse de courriel').setValue('odile@exemple.test')
    outcome = made({ temporaryPassword: 'abcde-fghjk-mnpqr-stuvw' })
    await press('Ajouter le compte')
    expect(sent).toEqual([
      {
        name: 'AddStaffAccount',
        variables: {
          input: { name: 'Odile Marchand', email: 'odile@exemple.test', role: 'OFFICER', sector: null },
        },
      },
    ])
    expect(text()).toContain('abcde-fghjk-mnpqr-stuvw')
    expect(wrapper.find('form').exists()).toBe(false)
  })

  it('qui arrive second lit ce qui a changé, garde ce qui est écrit, et l’envoie sur la ligne nouvelle', async () => {
    const { labelled, press, text } = await open(StaffAccountPage, { id: 'maude' })
    await labelled('Nom').setValue('Maude D. Desrosiers')
    outcome = {
      __typename: 'AdministrationRefused',
      refusals: [
        {
          __typename: 'AdministrationRefusalEntry',
          code: 'CHANGED_MEANWHILE',
          message: 'Quelqu’un a changé ceci.',
          field: null,
        },
      ],
      meanwhile: [
        {
          __typename: 'AdministrationLine',
          seq: 31,
          at: '2026-06-15T16:00:00.000Z',
          byName: 'Viviane',
          type: 'STAFF_CHANGED',
          before: { role: 'OFFICER' },
          after: { role: 'MANAGER' },
        },
      ],
    }
    await press('Enregistrer')
    expect(text()).toContain('Ce qui a changé depuis')
    expect(text()).toContain('Gestionnaire du Secrétariat')
    expect((labelled('Nom').element as HTMLInputElement).value).toBe('Maude D. Desrosiers')
    outcome = made()
    await press('Enregistrer')
    expect(sent.map(({ variables }) => variables.seen)).toEqual([4, 31])
  })

  it('désactiver se confirme, et le dernier compte qui administre ne l’offre pas', async () => {
    const { press } = await open(StaffAccountPage, { id: 'maude' })
    await press('Désactiver le compte')
    expect(sent).toEqual([])
    await press('Désactiver')
    expect(sent).toEqual([{ name: 'SetStaffAccountActive', variables: { id: 'maude', seen: 4, active: false } }])
    document.body.innerHTML = ''
    const last = await open(StaffAccountPage, { id: 'chef' })
    await last.press('Désactiver le compte')
    expect(last.text()).toContain('C’est le dernier compte actif qui administre.')
    expect(document.querySelector('[role=alertdialog]')).toBe(null)
  })

  it('un secteur dont une réponse est attendue ne se ferme pas ; un autre, après confirmation', async () => {
    const housing = await open(SectorPage, { code: 'HABITATION' })
    expect(housing.text()).toContain('Une consultation attend la réponse de ce secteur')
    document.body.innerHTML = ''
    const roads = await open(SectorPage, { code: 'VOIRIE' })
    await roads.press('Fermer le secteur')
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('2 dossiers ouverts')
    await roads.press('Fermer')
    expect(sent).toEqual([{ name: 'SetSectorOpen', variables: { code: 'VOIRIE', seen: 0, open: false } }])
  })

  it('l’ordre des secteurs se change au clavier, se défait, puis s’enregistre', async () => {
    const { wrapper, press, text } = await open(SectorsPage)
    const names = () => wrapper.findAll('tbody th').map(cell => cell.text())
    const down = () => wrapper.find('[aria-label="Descendre Habitation"]').trigger('click')
    await down()
    expect(names()).toEqual(['Voirie', 'Habitation'])
    expect(wrapper.find('[role=status].bf-visually-hidden').text()).toBe('Habitation : rang 2 sur 2.')
    await press('Remettre comme avant')
    expect(names()).toEqual(['Habitation', 'Voirie'])
    expect(text()).not.toContain('L’ordre n’est pas encore enregistré')
    await down()
    await press('Enregistrer l’ordre')
    expect(sent).toEqual([{ name: 'OrderSectors', variables: { order: ['VOIRIE', 'HABITATION'], seen: 7 } }])
  })

  it('un calendrier montre son effet avant d’être enregistré, et de nouveau s’il change', async () => {
    const { wrapper, labelled, press, text } = await open(CalendarPage)
    expect(wrapper.findAll('input[type=date]')).toHaveLength(0)
    await press('Ajouter un jour')
    await press('Voir l’effet sur les échéances')
    expect(text()).toContain('Cette date n’est pas valide.')
    expect(asked).not.toContain('CalendarPreview')
    const added = wrapper.findAll('input[type=date]').at(-1)
    await added?.setValue('2098-03-04')
    const fields = wrapper.findAll('fieldset.day').at(-1)
    await fields?.findAll('input').at(-1)?.setValue('Tempête')
    await press('Voir l’effet sur les échéances')
    expect(text()).toContain('Un dossier change d’échéance, sur 8 dossiers ouverts.')
    expect(text()).toContain('18 mars 2098 → 19 mars 2098')
    expect(sent).toEqual([])
    await fields?.findAll('input').at(-1)?.setValue('Tempête de neige')
    expect(text()).not.toContain('Un dossier change d’échéance')
    await press('Voir l’effet sur les échéances')
    await press('Enregistrer le calendrier')
    expect(sent).toEqual([
      {
        name: 'ChangeCalendar',
        variables: {
          seen: 3,
          days: [
            { date: '2020-03-20', kind: 'CLOSED', name: 'Fermeture passée' },
            { date: '2098-03-04', kind: 'CLOSED', name: 'Tempête de neige' },
          ],
        },
      },
    ])
    expect(labelled('Montrer aussi les années passées').exists()).toBe(true)
  })

  it('le journal dit qui, quoi, avant et après', async () => {
    const { wrapper } = await open(AdministrationJournalPage)
    const row = wrapper.find('tbody tr').text()
    for (const said of [
      'Jocelyn Pomerleau',
      'Compte modifié',
      'Maude Desrosiers',
      'Agente ou agent',
      'Gestionnaire du Secrétariat',
    ])
      expect(row).toContain(said)
  })
})
