import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { AnnualReportEntry } from '../annualReport/AnnualReportEntry.ts'
import { codesOf } from '../schema/codes.ts'
import { InstantScalar, LocalDateScalar } from '../schema/scalars.ts'
import type { RestatementCause as Cause } from './restatementCauses.ts'
import { restatementCauses } from './restatementCauses.ts'

const CauseCode = codesOf('RestatementCause', 'Pourquoi les chiffres d’un exercice ont changé.', restatementCauses)
const RestatedYearCode = codesOf('RestatedYear', 'Quelle colonne d’une édition a changé.', [
  { code: 'CURRENT', label: 'L’exercice.' },
  { code: 'PREVIOUS', label: 'L’exercice précédent.' },
])

@ObjectType({ simpleResolvers: true, description: 'Une édition arrêtée du rapport annuel, sans ses chiffres.' })
export class FrozenEditionHead {
  @Field(() => ID, { description: 'Identifiant de l’édition.' })
  id!: string

  @Field(() => Int, { description: 'Année civile où l’exercice commence.' })
  fiscalYear!: number

  @Field(() => String, { description: 'L’exercice, comme 2026-2027.' })
  label!: string

  @Field(() => Int, { description: 'Rang de l’édition parmi celles de l’exercice.' })
  number!: number

  @Field(() => LocalDateScalar, { description: 'Ce qui était connu le soir de ce jour est compté ; rien de plus.' })
  knownOn!: string

  @Field(() => InstantScalar, { description: 'Quand elle a été arrêtée.' })
  frozenAt!: string

  @Field(() => String, { description: 'Ce que la personne en a dit.' })
  note!: string

  @Field(() => String, { description: 'Version du logiciel qui a compté.' })
  software!: string

  @Field(() => String, {
    description: 'Empreinte SHA-256 de tout ce que dit l’édition, inscrite au journal de l’administration.',
  })
  digest!: string
}

@ObjectType({ simpleResolvers: true, description: 'Un chiffre qui n’est plus ce que dit une édition.' })
export class RestatementEntry {
  @Field(() => String, { description: 'Le tableau.' })
  table!: string

  @Field(() => String, { description: 'La ligne.' })
  key!: string

  @Field(() => String, { description: 'Son libellé.' })
  label!: string

  @Field(() => RestatedYearCode, { description: 'La colonne.' })
  which!: 'CURRENT' | 'PREVIOUS'

  @Field(() => Float, { nullable: true, description: 'Ce que dit l’édition.' })
  frozen!: number | null

  @Field(() => Float, { nullable: true, description: 'Ce qui est connu maintenant.' })
  now!: number | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Ce qui a été consigné depuis une édition, et peut en changer les chiffres.',
})
export class RestatementCauseEntry {
  @Field(() => CauseCode, { description: 'La cause.' })
  cause!: Cause

  @Field(() => Int, { description: 'Dossiers en cause ; 1 pour le calendrier.' })
  dossiers!: number
}

@ObjectType({ simpleResolvers: true, description: 'Une édition arrêtée du rapport annuel : rien ne la change.' })
export class FrozenEdition extends FrozenEditionHead {
  @Field(() => Int, { description: 'Seuil sous lequel un chiffre publié est caché.' })
  threshold!: number

  @Field(() => Int, {
    description: 'Chiffres cachés que des éditions antérieures laissent approcher de plus près que le seuil.',
  })
  exposed!: number

  @Field(() => Boolean, { description: 'Vrai si l’empreinte recalculée est celle de l’édition.' })
  intact!: boolean

  @Field(() => AnnualReportEntry, { description: 'Les chiffres exacts, pour le Secrétariat.' })
  report!: AnnualReportEntry

  @Field(() => AnnualReportEntry, { description: 'Les chiffres à publier, petits nombres cachés.' })
  published!: AnnualReportEntry
}

@ObjectType({ simpleResolvers: true, description: 'Ce qui sépare une édition de ce qui est connu maintenant.' })
export class EditionComparison {
  @Field(() => Boolean, {
    description: 'Vrai si l’édition, comptée de nouveau avec ce qui était connu ce soir-là, donne les mêmes chiffres.',
  })
  reproduced!: boolean

  @Field(() => [RestatementEntry], { description: 'Les chiffres qui ne sont plus les mêmes.' })
  restatements!: RestatementEntry[]

  @Field(() => [RestatementCauseEntry], { description: 'Ce qui a été consigné depuis.' })
  causes!: RestatementCauseEntry[]
}
