import { type ReportTableCode, type ReportUnit, reportTables, reportUnits } from '@bienfonde/domain'
import { Field, Float, Int, ObjectType } from 'type-graphql'
import { codesOf } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'

const ReportTableCodes = codesOf('ReportTableCode', 'Les tableaux du rapport annuel.', reportTables)
const ReportUnitCodes = codesOf('ReportUnit', 'Ce qu’une ligne du rapport annuel compte.', reportUnits)

@ObjectType({ simpleResolvers: true, description: 'Une ligne du rapport annuel.' })
export class ReportLineEntry {
  @Field(() => String, { description: 'Ce qui la désigne, d’une année à l’autre.' })
  key!: string

  @Field(() => String, { description: 'Son libellé.' })
  label!: string

  @Field(() => String, { description: 'Ce qu’elle compte.' })
  definition!: string

  @Field(() => ReportUnitCodes, { description: 'Son unité.' })
  unit!: ReportUnit

  @Field(() => Boolean, { description: 'Vrai si elle fait partie de la ligne qui la précède.' })
  part!: boolean

  @Field(() => Float, {
    nullable: true,
    description: 'L’exercice précédent ; absent s’il n’y a rien à mesurer, ou si c’est caché.',
  })
  previous!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'L’exercice ; absent s’il n’y a rien à mesurer, ou si c’est caché.',
  })
  current!: number | null

  @Field(() => Float, { nullable: true, description: 'L’écart ; en points pour un pourcentage.' })
  variation!: number | null

  @Field(() => Boolean, { description: 'Vrai si l’exercice précédent est caché, pour ne désigner personne.' })
  previousHidden!: boolean

  @Field(() => Boolean, { description: 'Vrai si l’exercice est caché, pour ne désigner personne.' })
  currentHidden!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'Un tableau du rapport annuel.' })
export class ReportTableEntry {
  @Field(() => ReportTableCodes, { description: 'Le tableau.' })
  code!: ReportTableCode

  @Field(() => String, { description: 'Parmi quoi il compte.' })
  population!: string

  @Field(() => [ReportLineEntry], { description: 'Ses lignes, dans leur ordre.' })
  lines!: readonly ReportLineEntry[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'Le rapport annuel sur les plaintes : l’exercice, le précédent, l’écart.',
})
export class AnnualReportEntry {
  @Field(() => Int, { description: 'Année civile où l’exercice commence.' })
  fiscalYear!: number

  @Field(() => String, { description: 'L’exercice, comme 2026-2027.' })
  label!: string

  @Field(() => String, { description: 'L’exercice précédent.' })
  previousLabel!: string

  @Field(() => LocalDateScalar, { description: 'Premier jour.' })
  from!: string

  @Field(() => LocalDateScalar, { description: 'Dernier jour.' })
  to!: string

  @Field(() => String, { description: 'Comment les chiffres sont arrondis.' })
  rounding!: string

  @Field(() => [ReportTableEntry], { description: 'Les tableaux, dans leur ordre.' })
  tables!: readonly ReportTableEntry[]
}
