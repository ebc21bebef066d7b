import { type Refusal, refusals } from '@bienfonde/domain'
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql'

@ObjectType({ description: 'L’étape est faite et inscrite au journal.' })
export class StepTaken {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  id!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => Int, { description: 'Version du dossier après l’étape.' })
  version!: number

  @Field(() => [Int], { description: 'Numéros des lignes que l’étape a écrites au journal.' })
  lines!: number[]

  @Field(() => ID, {
    nullable: true,
    description: 'Après l’ouverture d’une identité : à présenter dans la minute, une seule fois, pour la lire.',
  })
  opening!: string | null

  static of({ id, fileNumber, version, lines, opening }: StepTaken): StepTaken {
    return Object.assign(new StepTaken(), { id, fileNumber, version, lines, opening })
  }
}

@ObjectType({ description: 'Un passage d’un texte, par ses positions.' })
export class Passage {
  @Field(() => Int, { description: 'Position du premier caractère.' })
  start!: number

  @Field(() => Int, { description: 'Position qui suit le dernier caractère.' })
  end!: number

  @Field(() => String, { description: 'Ce que le passage paraît être.' })
  kind!: string

  @Field(() => Boolean, { description: 'Vrai si le coffre du dossier connaît ce passage.' })
  known!: boolean
}

@ObjectType({ description: 'L’étape est refusée ; rien n’est écrit.' })
export class StepRefused {
  @Field(() => String, { description: 'Code du refus, de la table publiée des refus.' })
  code!: string

  @Field(() => String, { description: 'Le refus, en une phrase.' })
  message!: string

  @Field(() => String, { nullable: true, description: 'Champ que le refus concerne, s’il y en a un.' })
  field!: string | null

  @Field(() => [Passage], { description: 'Passages que le refus concerne.' })
  passages!: Passage[]

  static of({ code, field, passages = [] }: Refusal): StepRefused {
    return Object.assign(new StepRefused(), { code, message: refusals[code], field: field ?? null, passages })
  }
}

export const StepOutcome = createUnionType({
  name: 'StepOutcome',
  description: 'Ce que répond toute étape.',
  types: () => [StepTaken, StepRefused] as const,
  resolveType: answer => ('code' in answer ? StepRefused : StepTaken),
})
