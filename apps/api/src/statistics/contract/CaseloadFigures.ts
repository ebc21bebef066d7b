import { type Delay, type Flow, indicators, type Stock } from '@bienfonde/domain'
import { Field, Float, Int, ObjectType } from 'type-graphql'
import type { Figures } from '../figures.ts'
import type { Wanted } from '../Question.ts'
import type { DelayFigures as Delays } from '../quantiles.ts'

const described = (code: (typeof indicators)[number]['code']): string => {
  const { label, definition } = indicators.find(each => each.code === code) ?? { label: code, definition: '' }
  return `${label}. ${definition}`
}

/** A count, under the definition of its indicator. */
const Count = (code: (typeof indicators)[number]['code']): PropertyDecorator =>
  Field(() => Int, { description: described(code) }) as PropertyDecorator

@ObjectType({ simpleResolvers: true, description: 'Un délai, en jours ouvrables.' })
export class DelayFigures implements Delays {
  @Field(() => Int, { description: 'Combien ont abouti dans la période : ce sur quoi portent les trois autres.' })
  counted!: number

  @Field(() => Float, { nullable: true, description: 'La médiane ; aucune si rien n’a abouti.' })
  median!: number | null

  @Field(() => Float, { nullable: true, description: 'Le nombre de jours en deçà duquel neuf sur dix ont abouti.' })
  p90!: number | null

  @Field(() => Float, { nullable: true, description: 'La moyenne, sans arrondi.' })
  mean!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'Un nombre, et sa part de ce qui est compté.' })
export class ShareFigures {
  @Field(() => Int, { description: 'Combien respectent l’engagement.' })
  count!: number

  @Field(() => Int, { description: 'Sur combien.' })
  of!: number

  @Field(() => Float, { nullable: true, description: 'La part, de 0 à 1, sans arrondi ; aucune s’il n’y a rien.' })
  share!: number | null
}

const shareOf = (count: number, of: number): ShareFigures => ({ count, of, share: of === 0 ? null : count / of })

@ObjectType({ simpleResolvers: true, description: 'Les indicateurs d’un ensemble, définis par `definitions`.' })
export class CaseloadFigures {
  @Field(() => Int, { description: 'Ouverts au début du premier jour.' })
  openAtStart!: number
  @Count('RECEIVED')
  received!: number
  @Count('REOPENED')
  reopened!: number
  @Count('ACKNOWLEDGED')
  acknowledged!: number
  @Count('ADMISSIBLE')
  admissible!: number
  @Count('CLOSED')
  closed!: number
  @Count('FOUNDED')
  founded!: number
  @Count('UNFOUNDED')
  unfounded!: number
  @Count('UNFOUNDED_WITH_LEAD')
  unfoundedWithLead!: number
  @Count('INADMISSIBLE')
  inadmissible!: number
  @Count('REFERRED')
  referred!: number
  @Count('TRANSFERRED')
  transferred!: number
  @Count('WITHOUT_FURTHER_ACTION')
  withoutFurtherAction!: number
  @Count('CONSENT_REFUSED')
  consentRefused!: number
  @Count('ANONYMITY')
  anonymity!: number
  @Count('WITHDRAWN')
  withdrawn!: number
  @Count('RESOLVED_INFORMALLY')
  resolvedInformally!: number
  @Count('OPEN')
  open!: number
  @Count('OVERDUE')
  overdue!: number
  @Field(() => DelayFigures, { description: described('ACKNOWLEDGEMENT_DAYS') })
  acknowledgement!: DelayFigures
  @Field(() => DelayFigures, { description: described('REPLY_DAYS') })
  reply!: DelayFigures
  @Field(() => DelayFigures, { description: described('REPLY_NET_DAYS') })
  replyNet!: DelayFigures
  @Field(() => DelayFigures, { description: described('CLOSING_DAYS') })
  closing!: DelayFigures
  @Field(() => DelayFigures, { description: described('CLOSING_NET_DAYS') })
  closingNet!: DelayFigures
  @Field(() => ShareFigures, { description: described('ACKNOWLEDGED_IN_TIME') })
  acknowledgedInTime!: ShareFigures
  @Field(() => ShareFigures, { description: described('REPLIED_IN_TIME') })
  repliedInTime!: ShareFigures
  @Field(() => ShareFigures, { description: described('REPLIED_BY_DATE') })
  repliedByDate!: ShareFigures
  @Count('RECOMMENDATIONS_FORMULATED')
  recommendationsFormulated!: number
  @Count('RECOMMENDATIONS_ACCEPTED')
  recommendationsAccepted!: number
  @Count('RECOMMENDATIONS_REFUSED')
  recommendationsRefused!: number
  @Count('RECOMMENDATIONS_CARRIED_OUT')
  recommendationsCarriedOut!: number
  @Count('RECOMMENDATIONS_OPEN')
  recommendationsOpen!: number
  @Count('RECOMMENDATIONS_OVERDUE')
  recommendationsOverdue!: number
  @Count('CONSENTS_ASKED')
  consentsAsked!: number
  @Count('CONSENTS_GRANTED')
  consentsGranted!: number
  @Count('CONSENTS_REFUSED')
  consentsRefused!: number
  @Count('ESCALATIONS')
  escalations!: number
}

type Tellers = { readonly [Name in keyof CaseloadFigures]: (figures: Figures) => CaseloadFigures[Name] }

const judgedReplies = ({ flows }: Figures) => flows('REPLIED') - flows('REPLIED_UNJUDGED')

/** How each figure is told; shares are of what can be judged. */
const tellers: Tellers = {
  openAtStart: ({ openAtStart }) => openAtStart,
  received: ({ flows }) => flows('RECEIVED'),
  reopened: ({ flows }) => flows('REOPENED'),
  acknowledged: ({ flows }) => flows('ACKNOWLEDGED'),
  admissible: ({ flows }) => flows('ADMISSIBLE'),
  closed: ({ flows }) => flows('CLOSED'),
  founded: ({ flows }) => flows('FOUNDED'),
  unfounded: ({ flows }) => flows('UNFOUNDED'),
  unfoundedWithLead: ({ flows }) => flows('UNFOUNDED_WITH_LEAD'),
  inadmissible: ({ flows }) => flows('INADMISSIBLE_ALONE') + flows('REFERRED') + flows('TRANSFERRED'),
  referred: ({ flows }) => flows('REFERRED'),
  transferred: ({ flows }) => flows('TRANSFERRED'),
  withoutFurtherAction: ({ flows }) => flows('WITHOUT_FURTHER_ACTION'),
  consentRefused: ({ flows }) => flows('CONSENT_REFUSED'),
  anonymity: ({ flows }) => flows('ANONYMITY'),
  withdrawn: ({ flows }) => flows('WITHDRAWN'),
  resolvedInformally: ({ flows }) => flows('RESOLVED_INFORMALLY'),
  open: ({ open }) => open,
  overdue: ({ overdue }) => overdue,
  acknowledgement: ({ delay }) => delay('ACKNOWLEDGEMENT'),
  reply: ({ delay }) => delay('REPLY'),
  replyNet: ({ delay }) => delay('REPLY_NET'),
  closing: ({ delay }) => delay('CLOSING'),
  closingNet: ({ delay }) => delay('CLOSING_NET'),
  acknowledgedInTime: ({ flows }) =>
    shareOf(flows('ACKNOWLEDGED_IN_TIME'), flows('ACKNOWLEDGED') - flows('ACKNOWLEDGED_UNJUDGED')),
  repliedInTime: figures => shareOf(figures.flows('REPLIED_IN_TIME'), judgedReplies(figures)),
  repliedByDate: figures => shareOf(figures.flows('REPLIED_BY_DATE'), judgedReplies(figures)),
  recommendationsFormulated: ({ flows }) => flows('RECOMMENDATIONS_FORMULATED'),
  recommendationsAccepted: ({ flows }) => flows('RECOMMENDATIONS_ACCEPTED'),
  recommendationsRefused: ({ flows }) => flows('RECOMMENDATIONS_REFUSED'),
  recommendationsCarriedOut: ({ flows }) => flows('RECOMMENDATIONS_CARRIED_OUT'),
  recommendationsOpen: ({ recommendationsOpen }) => recommendationsOpen,
  recommendationsOverdue: ({ recommendationsOverdue }) => recommendationsOverdue,
  consentsAsked: ({ flows }) => flows('CONSENTS_ASKED'),
  consentsGranted: ({ flows }) => flows('CONSENTS_GRANTED'),
  consentsRefused: ({ flows }) => flows('CONSENTS_REFUSED'),
  escalations: ({ flows }) => flows('ESCALATIONS'),
}

/** Tells of each group what is asked for, and nothing else: those fields alone are read. */
export function figuresTeller(asked: ReadonlySet<string>): (figures: Figures) => CaseloadFigures {
  const wanted = Object.entries(tellers).filter(([name]) => asked.has(name))
  return figures => {
    const told: Record<string, unknown> = {}
    for (const [name, tell] of wanted) told[name] = tell(figures)
    return told as unknown as CaseloadFigures
  }
}

/** What the fields asked for read of the figures: nothing else need be counted. */
export function wantedBy(asked: ReadonlySet<string>): Wanted {
  const [flows, stocks, delays] = [new Set<Flow>(), new Set<Stock>(), new Set<Delay>()]
  const held = (stock: Stock) => {
    stocks.add(stock)
    return 0
  }
  const watched: Figures = {
    ...{ key: [], from: '', to: '' },
    flows: flow => {
      flows.add(flow)
      return 0
    },
    delay: delay => {
      delays.add(delay)
      return { counted: 0, median: null, p90: null, mean: null }
    },
    get openAtStart() {
      return held('OPEN')
    },
    get open() {
      return held('OPEN')
    },
    get overdue() {
      return held('OVERDUE')
    },
    get recommendationsOpen() {
      return held('RECOMMENDATIONS_OPEN')
    },
    get recommendationsOverdue() {
      return held('RECOMMENDATIONS_OVERDUE')
    },
  }
  figuresTeller(asked)(watched)
  return { flows: [...flows], stocks: [...stocks], delays: [...delays] }
}
