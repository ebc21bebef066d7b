import { type Flow, indicators } from '@bienfonde/domain'
import { Field, Float, Int, ObjectType } from 'type-graphql'
import type { Figures } from '../figures.ts'
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

/** The fields of the figures that are delays. */
export const delayFields = ['acknowledgement', 'reply', 'replyNet', 'closing', 'closingNet'] as const

const unmeasured: DelayFigures = { counted: 0, median: null, p90: null, mean: null }

/** The figures as the contract tells them; `delays` when they were measured. */
export function toldFigures(figures: Figures, delays: boolean): CaseloadFigures {
  const counted = (flow: Flow) => figures.flows(flow)
  const judgedReplies = counted('REPLIED') - counted('REPLIED_UNJUDGED')
  const delay = (name: Parameters<Figures['delay']>[0]) => (delays ? figures.delay(name) : unmeasured)
  return {
    openAtStart: figures.openAtStart,
    received: counted('RECEIVED'),
    reopened: counted('REOPENED'),
    acknowledged: counted('ACKNOWLEDGED'),
    admissible: counted('ADMISSIBLE'),
    closed: counted('CLOSED'),
    founded: counted('FOUNDED'),
    unfounded: counted('UNFOUNDED'),
    unfoundedWithLead: counted('UNFOUNDED_WITH_LEAD'),
    inadmissible: counted('INADMISSIBLE_ALONE') + counted('REFERRED') + counted('TRANSFERRED'),
    referred: counted('REFERRED'),
    transferred: counted('TRANSFERRED'),
    withoutFurtherAction: counted('WITHOUT_FURTHER_ACTION'),
    consentRefused: counted('CONSENT_REFUSED'),
    anonymity: counted('ANONYMITY'),
    withdrawn: counted('WITHDRAWN'),
    resolvedInformally: counted('RESOLVED_INFORMALLY'),
    open: figures.open,
    overdue: figures.overdue,
    acknowledgement: delay('ACKNOWLEDGEMENT'),
    reply: delay('REPLY'),
    replyNet: delay('REPLY_NET'),
    closing: delay('CLOSING'),
    closingNet: delay('CLOSING_NET'),
    acknowledgedInTime: shareOf(
      counted('ACKNOWLEDGED_IN_TIME'),
      counted('ACKNOWLEDGED') - counted('ACKNOWLEDGED_UNJUDGED'),
    ),
    repliedInTime: shareOf(counted('REPLIED_IN_TIME'), judgedReplies),
    repliedByDate: shareOf(counted('REPLIED_BY_DATE'), judgedReplies),
    recommendationsFormulated: counted('RECOMMENDATIONS_FORMULATED'),
    recommendationsAccepted: counted('RECOMMENDATIONS_ACCEPTED'),
    recommendationsRefused: counted('RECOMMENDATIONS_REFUSED'),
    recommendationsCarriedOut: counted('RECOMMENDATIONS_CARRIED_OUT'),
    recommendationsOpen: figures.recommendationsOpen,
    recommendationsOverdue: figures.recommendationsOverdue,
    consentsAsked: counted('CONSENTS_ASKED'),
    consentsGranted: counted('CONSENTS_GRANTED'),
    consentsRefused: counted('CONSENTS_REFUSED'),
    escalations: counted('ESCALATIONS'),
  }
}
