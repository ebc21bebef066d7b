import {
  calendarDay,
  type IntakeChannel,
  type LocalDate,
  type ReplyChannel,
  type RepresentativeCapacity,
  registerComplaint,
} from '@bienfonde/domain'
import { identityDeposit, type RepresentativeInput, representativeDeposit } from '../vault/identityInput.ts'
import { Chance } from './chance.ts'
import type { Dossier } from './Dossier.ts'
import { fullName, nameless, person } from './people.ts'
import type { Story } from './stories/Story.ts'
import type { OutsideTopic, Topic } from './Topic.ts'
import { outsideTopics } from './texts/outside.ts'
import { procedure, regions } from './texts/procedure.ts'
import { topics } from './topics.ts'

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

const monthBefore = (date: LocalDate, count: number) => months[(calendarDay(date).month + 23 - count) % 12] ?? ''

/** Begins the dossier: the complaint as it came in, its matters, and its person in the vault. */
export async function register(dossier: Dossier, { beginning = {} }: Story): Promise<void> {
  const { plan, stage } = dossier
  const chance = new Chance('registration', plan.key)
  const told = { weeks: chance.between(5, 16), month: monthBefore(plan.receivedOn, chance.between(2, 4)) }
  const region = chance.pick(regions)
  const fill = (text: string) =>
    text.replaceAll('{semaines}', String(told.weeks)).replaceAll('{mois}', told.month).replaceAll('{region}', region)

  const wanted = beginning.matters ?? 1
  const matterOf = <Subject extends Topic | OutsideTopic>(topic: Subject, at: number) => ({
    id: `M${at + 1}`,
    topic,
    statement: fill(chance.pick(topic.statements)),
  })
  if (beginning.outside) dossier.outside = [matterOf(chance.pick(outsideTopics), 0)]
  else dossier.matters = several(chance, plan.namesake ? regional : topics, wanted).map(matterOf)
  if (plan.namesake)
    dossier.matters = dossier.matters.map(matter => ({ ...matter, statement: fill(regionalStatement(matter.topic)) }))
  const played = [...dossier.outside, ...dossier.matters]

  const intakeChannel = chance.weighted<IntakeChannel>([
    ['EMAIL', 34],
    ['WEB', 30],
    ['PHONE', 22],
    ['LETTER', 10],
    ['COUNTER', 4],
  ])
  dossier.channels = channelsOf(chance, intakeChannel, beginning.anonymous)
  const given = beginning.anonymous
    ? beginning.anonymous === 'REACHABLE' && nameless(chance)
    : person(chance, dossier.channels, plan.namesake ? region : undefined)
  const identity = given ? identityDeposit(given) : undefined
  const represented = !beginning.anonymous && !beginning.english && chance.happens(0.08)
  const representative = represented ? representativeOf(chance) : null
  const words = dossier.sealed(
    'WORDS',
    beginning.words ??
      (beginning.english
        ? chance.pick(procedure.english.words)
        : played.map(({ topic }) => fill(chance.pick(topic.words))).join('\n\n')),
  )
  const deposits = [identity, representativeDeposit(representative)].flatMap(kept =>
    kept ? [dossier.named(kept)] : [],
  )
  const taken = await dossier.take(
    registerComplaint,
    fileNumber => ({
      fileNumber,
      intakeChannel,
      receivedOn: plan.receivedOn,
      anonymous: beginning.anonymous !== undefined,
      replyChannels: dossier.channels,
      language: beginning.english ? ('EN' as const) : ('FR' as const),
      representative: representative && { capacity: representative.capacity, authority: representative.authority },
      factsKnownOn: chance.happens(0.5) ? plan.receivedOn : null,
      identity: identity ? (deposits[0]?.ref ?? null) : null,
      words: words.ref,
      matters: played.map(({ topic, statement }) => ({
        subject: topic.subject,
        sector: topic.sector,
        service: topic.service,
        statement,
        concernedStaff: plan.aboutResponsible ? [stage.cast.responsible.id] : [],
        referralSubject: 'referralSubject' in topic ? topic.referralSubject : null,
      })),
    }),
    { deposits: [...deposits, words] },
  )
  stage.fileNumbers.set(plan.key, { id: dossier.id, fileNumber: taken.fileNumber })
}

const regionalStatement = ({ statements }: Topic) =>
  statements.find(statement => statement.includes('{region}')) ?? statements.join(' ')
const regional = topics.filter(({ statements }) => statements.some(statement => statement.includes('{region}')))

function several(chance: Chance, from: readonly Topic[], count: number): Topic[] {
  const chosen = new Set<Topic>()
  while (chosen.size < count) chosen.add(chance.pick(from))
  return [...chosen]
}

function channelsOf(chance: Chance, intake: IntakeChannel, anonymous?: 'REACHABLE' | 'SILENT'): ReplyChannel[] {
  if (anonymous === 'SILENT') return []
  if (anonymous) return ['EMAIL']
  if (intake === 'LETTER') return chance.happens(0.5) ? ['MAIL', 'PHONE'] : ['MAIL']
  if (intake === 'PHONE' || intake === 'COUNTER') return chance.happens(0.6) ? ['PHONE', 'MAIL'] : ['PHONE']
  return chance.happens(0.5) ? ['EMAIL', 'PHONE'] : ['EMAIL']
}

const representativeOf = (chance: Chance): RepresentativeInput => ({
  capacity: chance.weighted<RepresentativeCapacity>([
    ['RELATIVE', 5],
    ['PROFESSIONAL', 3],
    ['LEGAL', 1],
    ['ORGANISATION', 1],
  ]),
  authority: chance.pick(procedure.authority),
  fullName: fullName(chance),
  telephone: `418 555-01${chance.between(10, 99)}`,
})
