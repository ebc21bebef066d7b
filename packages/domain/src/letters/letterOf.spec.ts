import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { defaultSettings } from '../tables/settings.ts'
import { given } from '../testing/given.ts'
import {
  admitted,
  assigned,
  foundFounded,
  foundUnfounded,
  informed,
  matterAdded,
  outside,
  registered,
} from '../testing/histories.ts'
import { inventedLetters } from './inventedLetters.ts'
import { letterFlaws } from './letterFlaws.ts'
import { letterKinds } from './letterKinds.ts'
import { letterOf, type TellingEvent } from './letterOf.ts'
import { letterRefusal } from './letterRefusal.ts'
import { recipientLines } from './recipientLines.ts'

const context = { settings: defaultSettings, sectorName: (code: string) => `Secteur ${code}` }
const on = '2026-06-12'
const letter = (history: readonly Event[], event: TellingEvent) =>
  letterOf(given(...history).complaint, { event, on }, context)
const analysed = [registered, matterAdded, assigned, admitted] as const
const notice = { ...informed, channel: 'MAIL' } as const
const said = (made: ReturnType<typeof letter>) =>
  (made?.body ?? []).map(block =>
    'lines' in block ? block.lines.join('\n') : block.items.map(each => `– ${each}`).join('\n'),
  )

describe('la lettre', () => {
  it('a le genre du résultat, ou celui de la réponse par téléphone', () => {
    expect(letter([...analysed, foundUnfounded], notice)?.kind).toBe('UNFOUNDED')
    expect(letter([...analysed, foundUnfounded], { ...informed, channel: 'PHONE' })?.kind).toBe('TELEPHONE')
    const second = { ...matterAdded, matter: 'M2', subject: 'Accueil' }
    const both = [...analysed, second, { ...admitted, matter: 'M2' }, foundFounded, { ...foundUnfounded, matter: 'M2' }]
    expect(letter(both, notice)).toMatchObject({
      kind: 'SEVERAL_RESULTS',
      facts: [
        { label: 'Délai de réponse', value: 'Fondée' },
        { label: 'Accueil', value: 'Non fondée' },
      ],
    })
  })

  it('dit mot pour mot ce que l’avis dit, en paragraphes et en listes', () => {
    const text = 'Bonjour,\n\nVoici le résultat :\n– un ;\n– deux.\n\nLe Secrétariat'
    expect(said(letter([...analysed, foundUnfounded], { ...notice, text }))).toEqual([
      'Bonjour,',
      'Voici le résultat\u00a0:',
      '– un\u00a0;\n– deux.',
      'Le Secrétariat',
    ])
  })

  it('rappelle le recours une fois, que le texte le dise ou non', () => {
    const recourse = defaultSettings.recourse.FR
    expect(letter([...analysed, foundUnfounded], { ...notice, text: 'Bonjour,' })?.recourse).toBe(recourse)
    expect(
      letter([...analysed, foundUnfounded], { ...notice, text: recourse.replaceAll('’', "'") })?.recourse,
    ).toBeNull()
  })

  it('qui demande la permission dit quoi, à qui et pourquoi', () => {
    const asked: TellingEvent = {
      type: 'DISCLOSURE_CONSENT_REQUESTED',
      sectors: ['AMENAGEMENT'],
      purpose: 'Retrouver la demande.',
      categories: ['IDENTITY', 'WORDS'],
      explained: 'Bonjour,',
      channel: 'MAIL',
      askedOn: on,
    }
    expect(letter(analysed, asked)?.facts).toEqual([
      { label: 'Ce qui serait communiqué', value: 'Nom et coordonnées\u00a0; Propos de la personne' },
      { label: 'À qui', value: 'Secteur AMENAGEMENT' },
      { label: 'Pourquoi', value: 'Retrouver la demande.' },
    ])
  })

  it('qui dirige ou demande de transférer nomme l’organisme, le sujet et la raison', () => {
    const body = { code: 'COMMISSION_MUNICIPALE' } as const
    const history = [registered, matterAdded, assigned, outside]
    const referred: TellingEvent = {
      type: 'COMPLAINANT_REFERRED',
      matter: 'M1',
      bodies: [body],
      channel: 'MAIL',
      explanation: 'Bonjour,',
    }
    expect(letter(history, referred)?.facts.map(({ value }) => value)).toEqual([
      'Commission municipale du Québec',
      'Délai de réponse',
      outside.reasons,
    ])
  })

  it('d’un classement sans suite nomme la cause, anonymat compris', () => {
    const closed: Event = {
      type: 'CLOSED_WITHOUT_FURTHER_ACTION',
      matter: 'M1',
      cause: 'ANONYMITY',
      facts: 'Rien ne les montre.',
      reasons: 'Les faits ne peuvent être connus.',
    }
    const english = { ground: 'Demande de la personne.', attestation: true }
    expect(letter([...analysed, closed], notice)?.facts).toEqual([{ label: 'Cause', value: 'Plainte anonyme' }])
    expect(letter([...analysed, closed], { ...notice, english })?.facts).toEqual([
      { label: 'Cause', value: 'Anonymous complaint' },
    ])
  })

  it('n’existe pas pour un report que personne ne reçoit, ni pour ce qui ne se dit pas à la personne', () => {
    const extended: TellingEvent = {
      type: 'REPLY_DATE_EXTENDED',
      from: '2026-06-30',
      to: '2026-07-15',
      reason: 'Analyse longue.',
      channel: null,
      notice: '',
    }
    expect(letter(analysed, extended)).toBeUndefined()
    expect(letterOf(given(...analysed).complaint, { event: foundUnfounded, on }, context)).toBeUndefined()
  })

  it('en anglais, porte ses mots dans cette langue', () => {
    const english = { ground: 'Demande de la personne.', attestation: true }
    expect(letter([...analysed, foundUnfounded], { ...notice, text: 'Hello,', english })).toMatchObject({
      language: 'EN',
      subject: 'Your complaint is unfounded',
      recourse: defaultSettings.recourse.EN,
    })
  })
})

describe('les lettres inventées', () => {
  const letters = inventedLetters(defaultSettings)

  it('sont de chaque genre, avec des motifs et le recours', () => {
    expect(letters.map(({ kind }) => kind)).toEqual(letterKinds.map(({ code }) => code))
    for (const made of letters) {
      const whole = [...said(made), ...made.facts.map(({ value }) => value), made.recourse].join(' ')
      expect(whole).toContain('Protecteur du citoyen')
      expect(letterFlaws(whole)).toEqual([])
    }
  })
})

describe('les mots d’une lettre', () => {
  it('ne nomment pas une plainte autrement', () => {
    expect(letterFlaws('Votre Réclamation, ou reclamation')).toEqual([
      { code: 'FORBIDDEN_WORD', passage: 'Réclamation', start: 6 },
      { code: 'FORBIDDEN_WORD', passage: 'reclamation', start: 22 },
    ])
  })

  it('n’accusent pas la personne', () => {
    for (const text of ['Vous prétendez que', 'c’est par votre faute', 'Vous auriez dû écrire', 'Une plainte frivole'])
      expect(letterFlaws(text)).toMatchObject([{ code: 'ACCUSES_PERSON' }])
    expect(letterFlaws('Votre plainte est non fondée. Vous avez refusé, ce que nous respectons.')).toEqual([])
  })
})

describe('ce qui part est ce qui a été relu', () => {
  const rule = (type: TellingEvent['type'], seen: string | null, leaving = 'a') =>
    letterRefusal({ type }, { seen, leaving })

  it('un autre texte est refusé', () => {
    expect(rule('COMPLAINANT_INFORMED', 'a')).toBeUndefined()
    expect(rule('COMPLAINANT_INFORMED', 'b')).toBe('LETTER_CHANGED')
    expect(rule('RECEIPT_ACKNOWLEDGED', 'b')).toBe('LETTER_CHANGED')
  })

  it('l’avis du résultat ne part pas sans avoir été relu', () => {
    expect(rule('COMPLAINANT_INFORMED', null)).toBe('LETTER_NOT_SEEN')
    expect(rule('RECEIPT_ACKNOWLEDGED', null)).toBeUndefined()
  })
})

describe('à qui la lettre s’adresse', () => {
  const person = {
    givenName: 'Zoé',
    familyName: 'Exemple',
    street: '1, rue du Lac',
    city: 'Port-Alizé',
    postalCode: 'g1a1a1',
  }

  it('par la poste, une adresse entière', () => {
    expect(recipientLines(person)).toEqual(['Zoé Exemple', '1, rue du Lac', 'Port-Alizé (Québec)\u00a0 G1A 1A1'])
    expect(recipientLines({ ...person, city: 'Ottawa', postalCode: 'K1A 0A1' }).at(-1)).toBe('Ottawa\u00a0 K1A 0A1')
  })

  it('sans adresse postale, l’adresse de courriel ; sans rien, rien', () => {
    expect(recipientLines({ organisation: 'Comité', email: 'comite@exemple.test' })).toEqual([
      'Comité',
      'comite@exemple.test',
    ])
    expect(recipientLines({})).toEqual([])
  })
})
