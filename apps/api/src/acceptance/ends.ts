import {
  assessmentCriteria,
  type Criterion,
  type LocalDate,
  owesReasons,
  type Prejudice,
  proposedNotice,
  requiredSentences,
  suggestedBodies,
} from '@bienfonde/domain'
import { sector } from './company.ts'
import { referralOf, register, replyChannel } from './register.ts'
import type { Scenario, ScenarioOutcome } from './Scenario.ts'
import type { Followed } from './Visitor.ts'

/** A scenario being played on a day. */
export interface Play {
  dossier: Followed
  scenario: Scenario
  today: LocalDate
}

async function admit({ dossier }: Play, ...matters: string[]): Promise<void> {
  for (const matter of matters) await dossier.take('responsible', 'declareAdmissible', { matter, reasons: '' })
}

async function consult({ dossier, scenario, today }: Play, consultation: string, matter: string): Promise<void> {
  await dossier.take('officer', 'consultSector', {
    matter,
    sector,
    purpose: 'FACTS',
    statement: scenario.facts,
    question: 'Que s’est-il passé, et selon quelle règle ?',
    dueOn: today,
  })
  const reply = 'Voici ce que montre notre dossier ; les faits exposés y correspondent.'
  await dossier.take('respondent', 'recordSectorReply', { consultation, reply, repliedOn: today })
}

async function assess({ dossier }: Play, matter: string, met: readonly Criterion[], prejudice: Prejudice) {
  await dossier.take('responsible', 'assessMerits', {
    matter,
    criteria: assessmentCriteria.map(({ code: criterion }) => ({
      criterion,
      met: met.includes(criterion),
      reason: 'Selon les faits établis.',
      ...(met.includes(criterion) && {
        standard: 'La norme affichée',
        gap: 'Plusieurs jours de plus',
        errorKind: 'OMISSION',
        rule: 'La règle du programme',
      }),
    })),
    prejudice,
    prejudiceReason: 'Selon ce que la personne a vécu.',
    reasons:
      met.length > 0 ? 'Les faits sont établis et contraires au critère.' : 'Les faits ne montrent rien à redire.',
  })
}

async function recommend({ dossier, scenario }: Play, matter: string): Promise<void> {
  await dossier.take('responsible', 'formulateRecommendation', { matter, sector, text: scenario.recommendation })
}

const reasonsInEnglish = 'We checked the facts with the unit concerned, and this is what they show.'

/** The notice closes the dossier; a person who wrote in English is answered in English on a recorded ground. */
async function inform({ dossier, scenario, today }: Play): Promise<void> {
  const { complaint, settings } = await dossier.read()
  const english = scenario.languages[0] === 'en'
  const reasons = complaint.matters.filter(owesReasons).map(({ id }) => ({ matter: id, text: reasonsInEnglish }))
  const required = requiredSentences(complaint, settings, 'EN', reasons).map(({ sentence }) => sentence)
  await dossier.take('responsible', 'informComplainant', {
    channel: replyChannel(scenario),
    sentOn: today,
    text: english
      ? ['Hello,', 'Thank you for writing to us.', ...required].join('\n\n')
      : proposedNotice(complaint, settings),
    english: english ? { ground: 'La personne a écrit en anglais.', attestation: true, reasons } : null,
  })
}

async function declareInadmissible({ dossier, scenario, today }: Play): Promise<void> {
  const { ground } = scenario.expected
  if (ground === 'SENDER_UNREACHABLE')
    for (let attempt = 0; attempt < 3; attempt++)
      await dossier.take('officer', 'recordContactAttempt', {
        channel: replyChannel(scenario),
        attemptedOn: today,
        reached: false,
        note: 'Aucune réponse.',
      })
  await dossier.take('responsible', 'declareInadmissible', {
    matter: 'M1',
    grounds: [
      {
        ground,
        ...(ground === 'COURT_PROCEEDINGS' && { proceeding: 'Demande inscrite à la cour' }),
        ...(ground === 'HATEFUL_THREATENING_HARASSING' && { passage: scenario.facts }),
        ...(ground === 'OUTSIDE_MINISTRY_RESPONSIBILITY' && { bodies: bodiesOf(scenario) }),
      },
    ],
    reasons: 'Le motif prévu par notre processus est établi.',
  })
}

/** The bodies that the referral table suggests; the municipality is named. */
function bodiesOf(scenario: Scenario) {
  const referral = referralOf(scenario)
  if (!referral) return [{ code: 'OTHER_BODY', name: 'Un organisme voisin' }]
  return suggestedBodies(referral.code).map(code =>
    code === 'MUNICIPALITY' ? { code, name: 'Ville de Port-Alizé' } : { code },
  )
}

async function analysed(play: Play, matters = 1): Promise<void> {
  await register(play.dossier, play.scenario, play.today, matters)
  await admit(play, ...Array.from({ length: matters }, (_, at) => `M${at + 1}`))
  await consult(play, 'C1', 'M1')
}

const met = ({ scenario }: Play) => scenario.expected.criteriaMet
const prejudice = ({ scenario }: Play, otherwise: Prejudice) => scenario.expected.prejudice ?? otherwise

/** How each end is reached, from registration to the notice that closes the dossier. */
export const ends: Record<ScenarioOutcome, (play: Play) => Promise<void>> = {
  async FOUNDED(play) {
    await analysed(play)
    await assess(play, 'M1', met(play), prejudice(play, 'SELF'))
    await recommend(play, 'M1')
    await inform(play)
  },

  async UNFOUNDED(play) {
    await analysed(play)
    await assess(play, 'M1', met(play), prejudice(play, 'NONE'))
    const text = play.scenario.recommendation
    await play.dossier.take('responsible', 'suggestImprovement', { matter: 'M1', sector, text })
    await inform(play)
  },

  async PARTLY_FOUNDED(play) {
    await analysed(play, 2)
    await assess(play, 'M1', met(play), prejudice(play, 'SELF'))
    await consult(play, 'C2', 'M2')
    await assess(play, 'M2', [], prejudice(play, 'SELF'))
    await recommend(play, 'M1')
    await inform(play)
  },

  async INADMISSIBLE(play) {
    await register(play.dossier, play.scenario, play.today)
    await declareInadmissible(play)
    if (play.scenario.expected.ground === 'SENDER_UNREACHABLE')
      await play.dossier.take('responsible', 'recordImpossibilityToInform', {
        reason: 'Tous les essais ont été vains.',
      })
    else await inform(play)
  },

  async REFERRED(play) {
    const { dossier, scenario, today } = play
    await register(dossier, scenario, today)
    await declareInadmissible(play)
    await dossier.take('responsible', 'referComplainant', {
      matter: 'M1',
      bodies: bodiesOf(scenario),
      channel: replyChannel(scenario),
      explanation: 'À qui s’adresser, pour quoi et comment.',
    })
    await inform(play)
  },

  async CLOSED_WITHOUT_FURTHER_ACTION(play) {
    const { dossier, scenario, today } = play
    const channel = replyChannel(scenario)
    await register(dossier, scenario, today)
    await admit(play, 'M1')
    const anonymous = (await dossier.read()).complaint.registration?.anonymous
    if (anonymous) {
      const note = 'Des précisions ont été demandées, sans réponse.'
      await dossier.take('officer', 'recordContactAttempt', { channel, attemptedOn: today, reached: false, note })
    } else {
      await dossier.take('responsible', 'requestDisclosureConsent', {
        sectors: [sector],
        purpose: 'Retrouver la demande en cause.',
        categories: ['IDENTITY'],
        explained: 'Ce qui serait communiqué, à qui et pourquoi.',
        consequencesExplained: true,
        channel,
      })
      const refused = { sector, granted: false, channel, answeredOn: today }
      await dossier.take('responsible', 'recordDisclosureConsent', refused)
    }
    await dossier.take('responsible', 'closeWithoutFurtherAction', {
      matter: 'M1',
      cause: anonymous ? 'ANONYMITY' : 'CONSENT_REFUSED',
      facts: 'Rien ne permet de retrouver la situation en cause.',
      reasons: 'Les faits ne peuvent être établis.',
    })
    await inform(play)
  },

  async RESOLVED_INFORMALLY(play) {
    const { dossier, scenario, today } = play
    await register(dossier, scenario, today)
    await admit(play, 'M1')
    const agreement = 'Le gestionnaire a rappelé la personne, et une entente a été trouvée.'
    await dossier.take('officer', 'recordInformalResolution', { sector, agreement, agreedOn: today })
    await inform(play)
  },

  async ESCALATED_TO_OMBUDSMAN(play) {
    const { dossier, today } = play
    await analysed(play)
    await assess(play, 'M1', met(play), prejudice(play, 'SELF'))
    await inform(play)
    await dossier.take('responsible', 'escalateToOmbudsman', {
      initiatedBy: 'COMPLAINANT',
      escalatedOn: today,
      consentGivenOn: today,
      reason: 'La personne dit rester insatisfaite et s’adresser au Protecteur du citoyen.',
    })
    await dossier.take('responsible', 'preparePackage', {
      escalation: 'E1',
      withIdentity: true,
      basis: 'CONSENT',
      contact: { name: 'Solange Thibodeau', title: 'Personne responsable', telephone: '418 555-0100', extension: '12' },
    })
  },
}
