import { ApolloLink } from '@apollo/client'
import { assigned, matterAdded, officer, otherOfficer, registered } from '@bienfonde/domain/testing'
import { of } from 'rxjs'
import { expect, it } from 'vitest'
import { session } from '../../access/session.ts'
import { apollo } from '../../apollo/client.ts'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import OpenIdentity from './OpenIdentity.vue'

onFifteenthOfJune()

it('rien n’est ouvert d’avance : ce qui est à lire et la raison sont demandés', async () => {
  const form = await writing(OpenIdentity, dossierOf([registered, matterAdded, assigned], officer))
  expect(form.text()).toContain('La nature des renseignements manque.')
  await form.choose('Nom et coordonnées')
  expect(form.text()).toContain('La raison manque.')
  expect(await form.submit()).toEqual([])
  await form.fill('Raison', 'Rappeler la personne.')
  expect(await form.submit()).toEqual([{ reason: 'Rappeler la personne.', scope: ['IDENTITY'] }])
})

it('une agente à qui le dossier n’est pas attribué apprend pourquoi elle n’ouvre rien', async () => {
  const form = await writing(OpenIdentity, dossierOf([registered, matterAdded, assigned], otherOfficer))
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('L’identité s’ouvre dans les dossiers qui vous sont attribués.')
})

it('l’original d’un document s’ouvre seul, avec une raison', async () => {
  const attached = {
    type: 'DOCUMENT_ATTACHED',
    attachment: 'piece-scellee',
    description: 'Lettre de refus du 3 mars.',
    mediaType: 'application/pdf',
    bytes: 12,
    sha256: 'e3b0',
  } as const
  const dossier = dossierOf([registered, matterAdded, assigned, attached], officer)
  const form = await writing(OpenIdentity, dossier, { original: 'piece-scellee' })
  expect(form.text()).toContain('Lettre de refus du 3 mars.')
  expect(form.text()).not.toContain('Nom et coordonnées')
  await form.fill('Raison', 'Vérifier la date.')
  expect(await form.submit()).toEqual([
    { reason: 'Vérifier la date.', scope: ['ATTACHMENTS'], attachment: 'piece-scellee' },
  ])
})

it('l’adresse se joint à une lettre sans rien lire d’autre', async () => {
  const form = await writing(OpenIdentity, dossierOf([registered, matterAdded, assigned], officer), { letter: 3 })
  expect(form.text()).toContain('Joindre l’adresse à une lettre')
  expect(form.text()).not.toContain('Propos de la personne')
  expect(await form.submit()).toEqual([{ reason: 'Envoyer la lettre par la poste.', scope: ['IDENTITY'] }])
})

it('un mot de passe donné depuis longtemps est redemandé dans le formulaire, sans rien perdre de ce qui est écrit', async () => {
  session.open({ id: 'agente', name: 'Agnès Roy', email: 'agente@exemple.test', role: 'OFFICER', sector: null })
  const given: string[] = []
  const asking = new ApolloLink((operation, forward) => {
    if (operation.operationName === 'SignInAgain') {
      const { email, password } = operation.variables.input
      given.push(`${email} ${password}`)
      const refused = { __typename: 'SignInRefused', message: 'L’adresse de courriel ou le mot de passe est inexact.' }
      return of({ data: { signIn: password === 'le-bon' ? { __typename: 'SignInAccepted' } : refused } })
    }
    const recent = given.some(each => each.endsWith(' le-bon'))
    if (operation.operationName !== 'OpenIdentity' || recent) return forward(operation)
    const message = 'Votre mot de passe a été donné il y a plus de quinze minutes.'
    const refused = { __typename: 'StepRefused', code: 'SIGN_IN_NOT_RECENT', message, field: null, passages: [] }
    return of({ data: { openIdentity: refused } })
  })
  apollo.setLink(ApolloLink.from([asking, apollo.link]))

  const form = await writing(OpenIdentity, dossierOf([registered, matterAdded, assigned], officer))
  await form.choose('Nom et coordonnées')
  await form.fill('Raison', 'Rappeler la personne.')
  expect(form.text()).not.toContain('Votre mot de passe')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('il y a plus de quinze minutes')
  await form.submit()
  expect(form.text()).toContain('Écrivez votre mot de passe.')
  await form.fill('Votre mot de passe', 'un-autre')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('le mot de passe est inexact')
  expect(form.valueOf('Raison')).toBe('Rappeler la personne.')
  await form.fill('Votre mot de passe', 'le-bon')
  expect(await form.submit()).toEqual([{ reason: 'Rappeler la personne.', scope: ['IDENTITY'] }])
  expect(given).toEqual(['agente@exemple.test un-autre', 'agente@exemple.test le-bon'])
  expect(form.wrapper.find('input[type="password"]').exists()).toBe(false)
  session.close()
})
