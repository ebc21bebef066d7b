import { env } from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'
import { phaseOf } from '../complaint.ts'
import { stepNames } from '../steps/index.ts'
import { intakeChannels } from '../tables/channels.ts'
import { outcomes, phases } from '../tables/outcomes.ts'
import { publishedProcess } from '../testing/randomSequences.ts'
import type { InvariantNumber } from './sequenceInvariants.ts'
import { tryProcess, type Verdict } from './sequences.ts'

const wanted = Number(env.SEQUENCES ?? 50_000)

const sentences: Record<InvariantNumber, string> = {
  1: 'aucun secteur ne lit l’identité sans permission en vigueur pour lui et pour ce dossier ; toute absence se ressemble',
  2: 'une permission est une réponse consignée, pour ce secteur, donnée avant ; son retrait vaut dès la demande suivante',
  3: 'toute ouverture d’identité a sa ligne, qui dit qui, à quel titre, quand, pourquoi et quoi',
  4: 'le journal ne contient jamais une coordonnée de la personne, ni son nom sans une raison consignée',
  5: 'pour un secteur étranger au dossier, absent et interdit se répondent de même',
  6: 'l’anonymat seul ne rend jamais irrecevable ; « communication impossible » demande des essais ou l’absence de moyen',
  7: 'une irrecevabilité cite au moins un motif de l’édition, avec sa preuve et ses raisons',
  8: 'seul un motif hors de la responsabilité du Ministère est transféré, autorisé puis accepté par l’organisme',
  9: 'une conclusion ne porte que sur un motif recevable, sous l’édition du jour de réception, et suit la règle',
  10: 'un classement sans suite demande un refus ou l’anonymat, et dit pourquoi les faits restent inconnus',
  11: 'aucun dossier ne se ferme avant que la personne soit avisée, avec motifs, cause et recours, ou ne puisse l’être',
  12: 'la réponse d’un secteur ne change aucune conclusion, et ce qui va au secteur ne nomme pas la personne',
  13: 'nul ne décide d’une plainte qui le vise ou vise son unité, et seule une personne responsable décide',
  14: 'toute décision est un nouvel événement, rien n’est modifié, une correction nomme ce qu’elle corrige',
  15: 'le journal rejoué donne exactement le dossier',
  16: 'le recours au Protecteur du citoyen est possible à tout moment ; une identité ne part que sur un fondement consigné',
  17: 'après l’effacement, rien n’ouvre ni ne remplit plus le coffre, et le journal se rejoue encore',
  18: 'entrées, fermetures et réouvertures balancent',
}

describe('quelle que soit la suite des étapes', () => {
  let verdict: Verdict
  const taken = new Set<string>()
  const reached = new Set<string>()
  let steps = 0
  let accepted = 0

  beforeAll(() => {
    verdict = tryProcess(publishedProcess, wanted, {
      observe({ name, decision, after }) {
        steps += 1
        if (!decision.accepted) return
        accepted += 1
        taken.add(name)
        reached.add(phaseOf(after))
        reached.add(after.informed === null ? 'NOT_INFORMED' : after.informed ? 'INFORMED' : 'IMPOSSIBLE')
        if (after.reopenings > 0) reached.add('REOPENED')
        if (after.erasedOn) reached.add('ERASED')
        for (const { outcome } of after.matters) if (outcome) reached.add(outcome)
        if (after.registration) reached.add(after.registration.edition).add(after.registration.intakeChannel)
      },
    })
  })

  for (const [number, sentence] of Object.entries(sentences))
    it(`${number}. ${sentence}`, () => {
      const broken = verdict.broken?.violation.invariant === Number(number) ? verdict.broken : null
      expect(broken && `${broken.violation.message}\n${broken.story}\ngraine ${verdict.seed}`).toBeNull()
    })

  it('toutes les suites demandées ont été jouées', () => {
    expect(verdict.broken?.violation.message).toBeUndefined()
    expect(verdict.played).toBe(wanted)
    expect(steps).toBeGreaterThan(wanted * 12)
    expect(accepted / steps).toBeGreaterThan(0.4)
  })

  it('chaque étape a été prise, chaque phase, chaque résultat, chaque fin atteints', () => {
    expect(stepNames.filter(name => !taken.has(name))).toEqual([])
    const expected = [
      ...[...phases, ...outcomes, ...intakeChannels].map(({ code }) => code),
      ...['INFORMED', 'IMPOSSIBLE', 'REOPENED', 'ERASED', '2024-01-17', '2027-04-01'],
    ]
    expect(expected.filter(code => !reached.has(code))).toEqual([])
  })
})
