import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBusinessDay } from '../calendar/businessDays.ts'
import { dueDate } from '../calendar/dueDate.ts'
import { type CalendarOverrides, noOverrides } from '../calendar/holidays.ts'
import { dateOfDayNumber, dayNumber } from '../calendar/localDate.ts'
import { replay } from '../complaint.ts'
import type { Event } from '../events.ts'
import { take } from '../step.ts'
import { defaultSettings } from '../tables/settings.ts'
import { registered, stampOf } from '../testing/index.ts'
import { administrationActs } from './administrationActs.ts'
import { type AdministrationRefusal, administrationRefusals } from './administrationRefusals.ts'
import { type ContactsDraft, contactsFlaws, tidyContacts } from './ministryContacts.ts'
import { type MinistryRules, rulesFlaws } from './ministryRules.ts'
import { calendarOf, type OwnDay, ownDaysFlaws, ownDaysOf } from './ownDays.ts'
import { passwordFlaws } from './passwordFlaws.ts'
import { hasMoved, recountDueDates, recountedDates } from './recountDueDates.ts'
import { closingFlaws, orderFlaws, sectorCodeFor, sectorFlaws } from './sectorEntry.ts'
import { lastAdministratorFlaw, type StaffAccount, staffFlaws } from './staffAccount.ts'
import { toldChanges } from './toldChanges.ts'

const said = (flaws: readonly AdministrationRefusal[]) => flaws.map(({ field, code }) => `${field} ${code}`)

describe('les comptes', () => {
  const account = (id: string, more: Partial<StaffAccount> = {}): StaffAccount => ({
    id,
    name: `Personne ${id}`,
    email: `${id}@exemple.test`,
    role: 'OFFICER',
    sector: null,
    active: true,
    ...more,
  })
  const sectors = [
    { code: 'HABITATION', active: true },
    { code: 'ANCIEN', active: false },
  ]
  const chief = account('chef', { role: 'ADMINISTRATOR' })
  const register = { accounts: [chief, account('un')], sectors }
  const draft = { name: 'Odile Marchand', email: 'odile@exemple.test', role: 'OFFICER' as const, sector: null }

  it('portent un nom, une adresse qui n’est à nul autre, un rôle, et un secteur quand il s’agit de répondre pour lui', () => {
    expect(staffFlaws(draft, register)).toEqual([])
    expect(said(staffFlaws({ ...draft, name: '  ', email: 'odile' }, register))).toEqual([
      'name PERSON_NAME_MISSING',
      'email EMAIL_INVALID',
    ])
    expect(said(staffFlaws({ ...draft, email: ' UN@exemple.test ' }, register))).toEqual(['email EMAIL_TAKEN'])
    expect(said(staffFlaws({ ...draft, role: 'SECTOR_RESPONDENT' }, register))).toEqual([
      'sector SECTOR_OF_RESPONDENT_MISSING',
    ])
    expect(said(staffFlaws({ ...draft, role: 'SECTOR_RESPONDENT', sector: 'ANCIEN' }, register))).toEqual([
      'sector SECTOR_NOT_OPEN',
    ])
    expect(staffFlaws({ ...draft, role: 'SECTOR_RESPONDENT', sector: 'HABITATION' }, register)).toEqual([])
    expect(said(staffFlaws({ ...draft, role: 'AUTRE' as never }, register))).toEqual(['role ROLE_UNKNOWN'])
    expect(said(staffFlaws({ ...draft, role: '' as never }, register))).toEqual(['role ROLE_MISSING'])
    expect(said(staffFlaws({ ...draft, name: 'x'.repeat(201) }, register))).toEqual(['name TEXT_TOO_LONG'])
    expect(said(staffFlaws({ ...draft, name: 'Odile\nMarchand' }, register))).toEqual(['name TEXT_ON_ONE_LINE'])
  })

  it('gardent leur secteur fermé depuis, et leur adresse est bien à eux', () => {
    const former = account('ancien', { role: 'SECTOR_RESPONDENT', sector: 'ANCIEN' })
    expect(staffFlaws(former, { ...register, accounts: [...register.accounts, former] }, 'ancien')).toEqual([])
  })

  it('quelqu’un administre toujours, quoi qu’on enlève et dans quelque ordre', () => {
    expect(said(staffFlaws({ ...chief, role: 'MANAGER' }, register, 'chef'))).toEqual(['role LAST_ADMINISTRATOR'])
    const orders = fc.array(fc.tuple(fc.nat(5), fc.constantFrom('disable', 'demote')), { maxLength: 40 })
    fc.assert(
      fc.property(orders, asked => {
        let accounts = Array.from({ length: 6 }, (_, n) => account(`a${n}`, { role: 'ADMINISTRATOR' }))
        for (const [n, what] of asked) {
          const target = accounts[n]
          if (!target?.active || target.role !== 'ADMINISTRATOR') continue
          if (lastAdministratorFlaw(target.id, accounts).length > 0) continue
          const change = what === 'disable' ? { active: false } : { role: 'OFFICER' as const }
          accounts = accounts.map(each => (each.id === target.id ? { ...each, ...change } : each))
        }
        expect(accounts.some(({ active, role }) => active && role === 'ADMINISTRATOR')).toBe(true)
      }),
    )
  })

  it('un mot de passe est long, nouveau, et ne nomme pas la personne', () => {
    const person = { name: 'Odile Marchand', email: 'odile.m@exemple.test' }
    const flaws = (chosen: string, current = 'un-mot-de-passe') => said(passwordFlaws({ current, chosen }, person))
    expect(flaws('bruine sur le quai')).toEqual([])
    expect(flaws('court')).toEqual(['chosen PASSWORD_TOO_SHORT'])
    expect(flaws('x'.repeat(201))).toEqual(['chosen PASSWORD_TOO_LONG'])
    expect(flaws('bruine sur le quai', 'bruine sur le quai')).toEqual(['chosen PASSWORD_SAME'])
    expect(flaws('Mârchand pour toujours')).toEqual(['chosen PASSWORD_NAMES_PERSON'])
  })
})

describe('les secteurs', () => {
  const known = [
    { code: 'HABITATION', name: 'Habitation' },
    { code: 'VOIRIE', name: 'Voirie' },
  ]

  it('portent un nom, et des services qui ne se répètent pas', () => {
    expect(sectorFlaws({ name: 'Aménagement', services: ['Accueil'] }, known)).toEqual([])
    expect(said(sectorFlaws({ name: ' ', services: [] }, known))).toEqual(['name SECTOR_NAME_MISSING'])
    expect(said(sectorFlaws({ name: 'HABITATION', services: [] }, known))).toEqual(['name SECTOR_NAME_TAKEN'])
    expect(sectorFlaws({ name: 'HABITATION', services: [] }, known, 'HABITATION')).toEqual([])
    expect(said(sectorFlaws({ name: 'Autre', services: ['Accueil', '', 'accueil'] }, known))).toEqual([
      'services.1 SERVICE_NAME_MISSING',
      'services.2 SERVICE_NAME_TWICE',
    ])
    const many = Array.from({ length: 101 }, (_, n) => `Service ${n}`)
    expect(said(sectorFlaws({ name: 'Autre', services: many }, known))).toEqual(['services SERVICES_TOO_MANY'])
  })

  it('reçoivent un code pour toujours, que nul autre ne porte', () => {
    expect(sectorCodeFor('Services à la clientèle', known)).toBe('SERVICES_A_LA_CLIENTELE')
    expect(sectorCodeFor('Habitation', known)).toBe('HABITATION_2')
    expect(sectorCodeFor('—', known)).toBe('SECTEUR')
  })

  it('ne ferment pas tant qu’une consultation les attend, et se rangent tous', () => {
    expect(closingFlaws({ consultations: 0 })).toEqual([])
    expect(said(closingFlaws({ consultations: 1 }))).toEqual(['undefined SECTOR_CONSULTED'])
    expect(orderFlaws(['VOIRIE', 'HABITATION'], known)).toEqual([])
    for (const order of [['VOIRIE'], ['VOIRIE', 'VOIRIE'], ['VOIRIE', 'HABITATION', 'AUTRE']])
      expect(said(orderFlaws(order, known))).toEqual(['order ORDER_INCOMPLETE'])
  })
})

describe('les engagements et les coordonnées', () => {
  const rules: MinistryRules = {
    acknowledgementDays: 5,
    replyDays: 20,
    label: 'Déclaration de services',
    attemptsBeforeUnreachable: 3,
    sessionIdleMinutes: 30,
    sessionAbsoluteHours: 12,
  }

  it('se comptent en nombres entiers, et disent leur source', () => {
    expect(rulesFlaws(rules)).toEqual([])
    expect(said(rulesFlaws({ ...rules, acknowledgementDays: 0, replyDays: 251 }))).toEqual([
      'acknowledgementDays DAYS_OUT_OF_BOUNDS',
      'replyDays DAYS_OUT_OF_BOUNDS',
    ])
    expect(said(rulesFlaws({ ...rules, replyDays: 4 }))).toEqual(['replyDays REPLY_BEFORE_ACKNOWLEDGEMENT'])
    expect(said(rulesFlaws({ ...rules, label: ' ' }))).toEqual(['label SOURCE_MISSING'])
    expect(
      said(
        rulesFlaws({
          ...rules,
          attemptsBeforeUnreachable: 1.5,
          sessionIdleMinutes: 4,
          sessionAbsoluteHours: Number.NaN,
        }),
      ),
    ).toEqual([
      'attemptsBeforeUnreachable ATTEMPTS_OUT_OF_BOUNDS',
      'sessionIdleMinutes IDLE_OUT_OF_BOUNDS',
      'sessionAbsoluteHours ABSOLUTE_OUT_OF_BOUNDS',
    ])
  })

  const { contacts, recourse } = defaultSettings
  const draft: ContactsDraft = { ...contacts, recourseFr: recourse.FR, recourseEn: recourse.EN }

  it('les coordonnées d’origine sont bonnes, et le recours nomme le Protecteur du citoyen', () => {
    expect(contactsFlaws(draft)).toEqual([])
    expect(tidyContacts({ ...draft, address: ['10, rue Une ', '', ' Québec'] }).address).toEqual([
      '10, rue Une',
      'Québec',
    ])
    const wrong = { unit: '', address: [' '], email: 'x', telephone: '12', recourseFr: 'Rien.', recourseEn: '' }
    expect(said(contactsFlaws(wrong))).toEqual([
      'unit UNIT_MISSING',
      'address ADDRESS_MISSING',
      'email EMAIL_INVALID',
      'telephone TELEPHONE_INVALID',
      'recourseFr RECOURSE_NAMES_NOBODY',
      'recourseEn RECOURSE_TEXT_MISSING',
    ])
    expect(said(contactsFlaws({ ...draft, address: Array(7).fill('Ligne') }))).toEqual(['address ADDRESS_TOO_LONG'])
    expect(said(contactsFlaws({ ...draft, recourseFr: 'x'.repeat(2001) }))).toEqual(['recourseFr TEXT_TOO_LONG'])
  })
})

describe('le calendrier du Ministère', () => {
  const day = (date: string, kind: OwnDay['kind'] = 'CLOSED', name = 'Fermeture'): OwnDay => ({ date, kind, name })

  it('ne ferme qu’un jour ouvrable, n’ouvre qu’un jour qui ne l’est pas, et nomme chacun une seule fois', () => {
    expect(ownDaysFlaws([day('2026-12-28'), day('2026-10-10', 'OPENED')])).toEqual([])
    expect(
      said(
        ownDaysFlaws([
          day('2026-12-25'),
          day('2026-12-28', 'OPENED'),
          day('2026-02-30'),
          day('2026-12-28'),
          day('2026-12-29', 'CLOSED', ' '),
        ]),
      ),
    ).toEqual([
      'days.0.date DAY_ALREADY_CLOSED',
      'days.1.date DAY_ALREADY_OPEN',
      'days.2.date DAY_INVALID',
      'days.3.date DAY_TWICE',
      'days.4.name DAY_NAME_MISSING',
    ])
    const many = Array.from({ length: 401 }, () => day('2026-12-28'))
    expect(said(ownDaysFlaws(many))).toEqual(['days DAYS_TOO_MANY'])
  })

  it('se lit en une liste et se garde en deux', () => {
    const days = [day('2026-10-10', 'OPENED', 'Portes ouvertes'), day('2026-12-28')]
    expect(ownDaysOf(calendarOf(days.toReversed()))).toEqual(days)
  })

  const complaint = (...more: Event[]) => {
    const events: Event[] = [
      { ...registered, receivedOn: '2026-06-01', acknowledgementDueOn: '2026-06-08', replyDueOn: '2026-06-30' },
      ...more,
    ]
    return replay(
      events.map((event, at) => ({
        seq: at + 1,
        at: '2026-06-02T14:00:00Z',
        on: '2026-06-02',
        by: 'x',
        role: 'OFFICER',
        confirmation: null,
        event,
      })),
    )
  }
  const closing = (...dates: string[]): CalendarOverrides => calendarOf(dates.map(date => day(date)))

  it('une fermeture repousse les échéances d’un dossier ouvert, sauf celle qui est déjà respectée', () => {
    const moved = recountedDates(complaint(), noOverrides, closing('2026-06-04'))
    expect(moved).toEqual({ acknowledgementDueOn: '2026-06-09', replyDueOn: '2026-07-02' })
    expect(hasMoved(complaint(), moved)).toBe(true)
    expect(hasMoved(complaint(), recountedDates(complaint(), noOverrides, closing('2026-08-04')))).toBe(false)
    const acknowledged = complaint({
      type: 'RECEIPT_ACKNOWLEDGED',
      sentOn: '2026-06-03',
      channel: 'EMAIL',
      text: 'Reçue.',
    })
    expect(recountedDates(acknowledged, noOverrides, closing('2026-06-04'))?.acknowledgementDueOn).toBe('2026-06-08')
  })

  it('une fermeture pendant une suspension n’est pas comptée deux fois', () => {
    const suspended = complaint(
      { type: 'CLOCK_SUSPENDED', cause: 'AWAITING_COMPLAINANT', reason: 'Attente.', from: '2026-06-08' },
      { type: 'CLOCK_RESUMED', to: '2026-06-15', reason: 'Reçu.', replyDueOn: '2026-07-08' },
    )
    expect(recountedDates(suspended, noOverrides, closing('2026-06-10'))?.replyDueOn).toBe('2026-07-08')
    expect(recountedDates(suspended, noOverrides, closing('2026-06-17'))?.replyDueOn).toBe('2026-07-09')
  })

  it('une date donnée par un avis écrit demeure, à moins de tomber un jour fermé', () => {
    const extended = complaint({
      type: 'REPLY_DATE_EXTENDED',
      from: '2026-06-30',
      to: '2026-07-15',
      reason: 'Une vérification.',
      channel: 'EMAIL',
      notice: 'Avis.',
    })
    expect(recountedDates(extended, noOverrides, closing('2026-07-14'))?.replyDueOn).toBe('2026-07-15')
    expect(recountedDates(extended, noOverrides, closing('2026-07-15'))?.replyDueOn).toBe('2026-07-16')
  })

  it('le nouveau compte est celui d’une plainte reçue sous le nouveau calendrier, et défaire rend les dates d’avant', () => {
    const dates = fc.array(
      fc.integer({ min: dayNumber('2026-06-02'), max: dayNumber('2026-08-31') }).map(dateOfDayNumber),
      { maxLength: 15 },
    )
    const calendars = dates.map(chosen => closing(...new Set(chosen)))
    fc.assert(
      fc.property(calendars, calendars, (previous, next) => {
        const before = complaint({
          type: 'DUE_DATES_RECOUNTED',
          acknowledgementDueOn: dueDate('2026-06-01', 5, previous),
          replyDueOn: dueDate('2026-06-01', 20, previous),
          line: 1,
        })
        const after = recountedDates(before, previous, next)
        expect(after).toEqual({
          acknowledgementDueOn: dueDate('2026-06-01', 5, next),
          replyDueOn: dueDate('2026-06-01', 20, next),
        })
        expect(after && isBusinessDay(after.replyDueOn, next)).toBe(true)
      }),
    )
  })

  it('seule l’administration le change, et le journal du dossier nomme la ligne qui en est cause', () => {
    const command = { previous: noOverrides, line: 7 }
    const settings = { ...defaultSettings, calendar: closing('2026-06-04') }
    const by = (role: 'ADMINISTRATOR' | 'RESPONSIBLE_OFFICER') =>
      take(recountDueDates, complaint(), command, { ...stampOf({}), actor: { id: 'x', role, sector: null }, settings })
    expect(by('ADMINISTRATOR')).toMatchObject({
      accepted: true,
      events: [{ type: 'DUE_DATES_RECOUNTED', replyDueOn: '2026-07-02', line: 7 }],
    })
    expect(by('RESPONSIBLE_OFFICER')).toMatchObject({ accepted: false, refusal: { code: 'NOT_PERMITTED' } })
  })
})

describe('le journal de l’administration', () => {
  it('nomme chaque acte, et dit chaque refus en une phrase', () => {
    for (const { label } of administrationActs) expect(label).toMatch(/^[A-ZÉ]/)
    for (const sentence of Object.values(administrationRefusals)) {
      expect(sentence).toMatch(/^[A-ZÀÉ].*\.$/)
      expect(sentence).not.toMatch(/'|"|r[ée]clamation/i)
    }
  })

  it('dit en mots ce qui a changé, et cela seulement', () => {
    const before = { name: 'Odile', email: 'odile@exemple.test', role: 'OFFICER', sector: null, active: true }
    expect(toldChanges(before, { ...before, role: 'MANAGER' })).toEqual([
      { label: 'Rôle', before: 'Agente ou agent', after: 'Gestionnaire du Secrétariat' },
    ])
    expect(toldChanges(null, before).map(({ label }) => label)).toEqual(['Nom', 'Courriel', 'Rôle', 'Compte actif'])
    const days = [{ date: '2026-12-28', kind: 'CLOSED', name: 'Jour observé' }]
    expect(toldChanges({ days: [] }, { days, movedDossiers: 3 })).toEqual([
      { label: 'Dossiers ouverts dont une échéance a changé', before: '', after: '3' },
      { label: 'Jours du Ministère', before: '', after: '28 décembre 2026 : Jour observé (fermé)' },
    ])
    expect(toldChanges({ acknowledgementDays: 1 }, { acknowledgementDays: 2 })).toEqual([
      { label: 'Accusé de réception', before: '1 jour ouvrable', after: '2 jours ouvrables' },
    ])
  })
})
