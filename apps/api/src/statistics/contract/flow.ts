import { type Flow, flowOfOutcome, type Outcome, outcomes } from '@bienfonde/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { OutcomeCode } from '../../schema/codes.ts'
import type { Figures } from '../figures.ts'
import { AnswerScope } from './StatisticsAnswer.ts'

@ObjectType({ simpleResolvers: true, description: 'Ce qui est sorti sous un résultat.' })
export class Disposition {
  @Field(() => OutcomeCode, {
    nullable: true,
    description: 'Le résultat ; aucun si le registre d’origine n’en dit rien.',
  })
  outcome!: Outcome | null

  @Field(() => Int, { description: 'Combien en sont sortis pendant la période.' })
  count!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'Le mouvement : ouverts au début + reçus + rouverts − fermés, par résultat, = ouverts à la fin.',
})
export class CaseloadFlow extends AnswerScope {
  @Field(() => Int, { description: 'Ouverts au début du premier jour.' })
  openAtStart!: number

  @Field(() => Int, { description: 'Reçus pendant la période.' })
  received!: number

  @Field(() => Int, { description: 'Rouverts pendant la période.' })
  reopened!: number

  @Field(() => Int, { description: 'Fermés pendant la période : la somme des résultats.' })
  closed!: number

  @Field(() => [Disposition], { description: 'Les fermés, par résultat ; chacun compte sous un seul.' })
  dispositions!: Disposition[]

  @Field(() => Int, { description: 'Ouverts à la fin du dernier jour.' })
  openAtEnd!: number
}

/** The movement told by the figures of a whole period. */
export function flowOf(figures: Figures): Omit<CaseloadFlow, keyof AnswerScope> {
  const counted = (flow: Flow) => figures.flows(flow)
  const known: Disposition[] = outcomes.map(({ code }) => ({ outcome: code, count: counted(flowOfOutcome[code]) }))
  const unknown = counted('CLOSED') - known.reduce((sum, { count }) => sum + count, 0)
  return {
    openAtStart: figures.openAtStart,
    received: counted('RECEIVED'),
    reopened: counted('REOPENED'),
    closed: counted('CLOSED'),
    dispositions: unknown === 0 ? known : [...known, { outcome: null, count: unknown }],
    openAtEnd: figures.open,
  }
}
