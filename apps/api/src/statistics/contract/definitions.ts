import {
  type Dimension,
  dimensions,
  type Indicator as IndicatorEntry,
  indicators,
  type Settings,
} from '@bienfonde/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { DimensionCode, IndicatorCode, IndicatorUnitCode } from './codes.ts'

@ObjectType({ simpleResolvers: true, description: 'Ce que veut dire un indicateur.' })
export class Indicator {
  @Field(() => IndicatorCode, { description: 'Son code.' })
  code!: (typeof indicators)[number]['code']

  @Field(() => String, { description: 'Son nom.' })
  label!: string

  @Field(() => String, { description: 'Le champ des chiffres où il se lit.' })
  field!: string

  @Field(() => String, { description: 'Ce qu’il compte.' })
  definition!: string

  @Field(() => String, { description: 'Parmi quoi.' })
  population!: string

  @Field(() => IndicatorUnitCode, { description: 'Son unité.' })
  unit!: IndicatorEntry['unit']

  @Field(() => String, { description: 'Ce qui n’y est pas.' })
  exclusions!: string

  @Field(() => String, { description: 'Le jour qui le place dans une période, et le calendrier.' })
  calendar!: string
}

@ObjectType({ simpleResolvers: true, description: 'Ce que veut dire une dimension.' })
export class DimensionDefinition {
  @Field(() => DimensionCode, { description: 'Son code.' })
  code!: Dimension

  @Field(() => String, { description: 'Son nom.' })
  label!: string

  @Field(() => String, { description: 'Ce par quoi elle distingue.' })
  definition!: string

  @Field(() => Boolean, { description: 'Vrai si un motif peut compter sous plusieurs valeurs.' })
  several!: boolean

  @Field(() => Boolean, { description: 'Vrai si elle ne se publie jamais.' })
  internal!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'Les définitions de tout ce qui est compté, et les engagements.' })
export class Definitions {
  @Field(() => [Indicator], { description: 'Les indicateurs.' })
  indicators!: Indicator[]

  @Field(() => [DimensionDefinition], { description: 'Les dimensions.' })
  dimensions!: DimensionDefinition[]

  @Field(() => Int, {
    description: 'L’engagement d’accusé de réception, en jours ouvrables, pour ce qui arrive maintenant.',
  })
  acknowledgementDays!: number

  @Field(() => Int, { description: 'L’engagement de réponse, en jours ouvrables, pour ce qui arrive maintenant.' })
  replyDays!: number
}

export const definitionsUnder = ({ commitments }: Settings): Definitions => ({
  indicators: [...indicators],
  dimensions: [...dimensions],
  acknowledgementDays: commitments.acknowledgementDays,
  replyDays: commitments.replyDays,
})
