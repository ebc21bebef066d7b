import { describe, expect, it } from 'vitest'
import { emptyMatter } from './emptyMatter.ts'
import { blankRegistration, draftText, readDraft } from './registrationDraft.ts'

describe('le texte d’un brouillon', () => {
  it('se relit comme il a été écrit', () => {
    const unfinished = blankRegistration()
    unfinished.confirmation = 'Nom d’une rue.'
    unfinished.registration.words = 'Quarante minutes !'
    unfinished.registration.replyChannels = ['PHONE']
    unfinished.registration.identity.givenName = 'Gaston'
    unfinished.registration.represented = true
    unfinished.registration.representative.fullName = 'Odile'
    unfinished.registration.matters = [
      { ...emptyMatter(), subject: 'Attente', service: 'Accueil', referralSubject: 'HOUSING_SERVICE' },
      { ...emptyMatter(), concernedStaff: ['agente'] },
    ]
    expect(readDraft(draftText(unfinished))).toEqual(unfinished)
  })

  it.each(['{}', 'null', '[]', '{"registration":{"words":3,"matters":[],"identity":null,"replyChannels":"PHONE"}}'])(
    'd’une autre page ne casse pas celle-ci : %s',
    text => expect(readDraft(text)).toEqual(blankRegistration()),
  )

  it('laisse ce que la page ne connaît pas, et garde le reste', () => {
    const { registration } = readDraft(
      '{"registration":{"words":"Bonjour","inconnu":1,"matters":[{"subject":"Attente"}]}}',
    )
    expect(registration).toEqual({
      ...blankRegistration().registration,
      words: 'Bonjour',
      matters: [{ ...emptyMatter(), subject: 'Attente' }],
    })
  })
})
