import { type IntakeChannel, type LocalDate, type ReplyChannel, referrals } from '@bienfonde/domain'
import { sector } from './company.ts'
import type { Scenario } from './Scenario.ts'
import type { Followed } from './Visitor.ts'

const channels: Record<string, IntakeChannel> = {
  courrier: 'LETTER',
  courriel: 'EMAIL',
  téléphone: 'PHONE',
  'en ligne': 'WEB',
  comptoir: 'COUNTER',
}

/** How the person of a scenario is answered. */
export const replyChannel = ({ channel }: Scenario): ReplyChannel =>
  channel === 'courrier' ? 'MAIL' : channel === 'téléphone' ? 'PHONE' : 'EMAIL'

/** The line of the referral table that a scenario names in its notes, « R » and its rank. */
export const referralOf = ({ notes }: Scenario) => referrals[Number(/\bR(\d)\b/.exec(notes)?.[1] ?? 0) - 1]

const isAnonymous = ({ anonymity }: Scenario) => anonymity.startsWith('anonyme')
const isRepresented = ({ complainant }: Scenario) => complainant.startsWith('tiers')

/** An invented person; somebody anonymous leaves an address that says nothing. */
const identityOf = (scenario: Scenario) =>
  isAnonymous(scenario)
    ? { email: 'boite417@exemple.test' }
    : {
        givenName: 'Zéphirine',
        familyName: 'Quenneville',
        email: 'zephirine.quenneville@exemple.test',
        telephone: '418 555-0142',
        street: '2187, rue des Engoulevents',
        city: 'Port-Alizé',
        postalCode: 'G1A 1A1',
      }

/** The complaint of a scenario comes in: its facts are both the person's words and the depersonalised statement. */
export async function register(dossier: Followed, scenario: Scenario, today: LocalDate, matters = 1): Promise<void> {
  const { channel, languages, subject, sector: service, facts } = scenario
  await dossier.take('officer', 'registerComplaint', {
    intakeChannel: channels[channel ?? ''] ?? 'WEB',
    receivedOn: today,
    anonymous: isAnonymous(scenario),
    replyChannels: [replyChannel(scenario)],
    language: languages[0] === 'en' ? 'EN' : 'FR',
    identity: identityOf(scenario),
    representative: isRepresented(scenario)
      ? { capacity: 'RELATIVE', authority: 'Permission écrite de la personne.', fullName: 'Isidore Vadeboncœur' }
      : null,
    words: facts,
    matters: Array.from({ length: matters }, () => ({
      subject,
      sector,
      service,
      statement: facts,
      referralSubject: referralOf(scenario)?.code ?? null,
    })),
  })
  await dossier.take('officer', 'acknowledgeReceipt', {
    channel: replyChannel(scenario),
    sentOn: today,
    text: 'Nous avons bien reçu votre plainte et nous l’examinons.',
  })
}
