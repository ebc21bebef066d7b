import type { Dimension, LocalDate, Unit } from '@bienfonde/domain'
import { Field, ObjectType } from 'type-graphql'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { CaseloadFigures } from './CaseloadFigures.ts'
import { CountedUnitCode, DimensionCode } from './codes.ts'

@ObjectType({ simpleResolvers: true, description: 'Une valeur d’une dimension.' })
export class DimensionValue {
  @Field(() => DimensionCode, { description: 'La dimension.' })
  dimension!: Dimension

  @Field(() => String, {
    nullable: true,
    description: 'Son code, ou ses mots quand elle n’a pas de codes ; rien s’il n’y en a pas.',
  })
  value!: string | null

  @Field(() => String, { description: 'La valeur en mots ; « Aucun » s’il n’y en a pas.' })
  label!: string
}

@ObjectType({ simpleResolvers: true, description: 'Un groupe, et ses chiffres.' })
export class StatisticsGroup {
  @Field(() => [DimensionValue], { description: 'Ce qui distingue le groupe, dans l’ordre demandé.' })
  key!: DimensionValue[]

  @Field(() => CaseloadFigures, { description: 'Ses chiffres.' })
  figures!: CaseloadFigures
}

/** Under what an answer was counted: enough to ask it again, years later. */
@ObjectType({ simpleResolvers: true })
export class AnswerScope {
  @Field(() => CountedUnitCode, { description: 'Ce qui est compté.' })
  unit!: Unit

  @Field(() => LocalDateScalar, { description: 'Premier jour de la période.' })
  from!: LocalDate

  @Field(() => LocalDateScalar, { description: 'Dernier jour de la période, tel que demandé.' })
  to!: LocalDate

  @Field(() => LocalDateScalar, { description: 'Ce qui était connu le soir de ce jour.' })
  knownOn!: LocalDate
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Des chiffres par groupe. Une dimension à plusieurs valeurs compte un motif sous chacune, et un dossier compte sous chaque valeur de ses motifs : la somme des groupes peut dépasser le tout.',
})
export class CaseloadStatistics extends AnswerScope {
  @Field(() => CaseloadFigures, { description: 'Le tout, sans groupe.' })
  total!: CaseloadFigures

  @Field(() => [StatisticsGroup], {
    description: 'Les groupes qui ont quelque chose à dire, dans l’ordre de leurs valeurs.',
  })
  groups!: StatisticsGroup[]
}
