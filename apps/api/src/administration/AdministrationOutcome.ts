import { type AdministrationRefusal, administrationSentence } from '@bienfonde/domain'
import { createUnionType, Field, Int, ObjectType } from 'type-graphql'
import { AdministrationLine } from './AdministrationLine.ts'

/** What a change leaves when it is made. */
export interface Made {
  line: number
  temporaryPassword?: string
  token?: string
  moved?: number
}

@ObjectType({ description: 'Le changement est fait et inscrit au journal de l’administration.' })
export class AdministrationDone {
  @Field(() => Int, { description: 'Ligne que le changement a écrite.' })
  line!: number

  @Field(() => String, {
    nullable: true,
    description: 'Mot de passe temporaire d’un compte, donné cette seule fois ; la base n’en garde que l’empreinte.',
  })
  temporaryPassword!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Jeton personnel, donné cette seule fois ; la base n’en garde que l’empreinte.',
  })
  token!: string | null

  @Field(() => Int, { nullable: true, description: 'Nombre de dossiers ouverts dont une échéance a changé.' })
  moved!: number | null

  static of({ line, temporaryPassword = undefined, token = undefined, moved = undefined }: Made): AdministrationDone {
    const given = { line, temporaryPassword: temporaryPassword ?? null, token: token ?? null, moved: moved ?? null }
    return Object.assign(new AdministrationDone(), given)
  }
}

@ObjectType({ simpleResolvers: true, description: 'Pourquoi un changement n’est pas fait.' })
export class AdministrationRefusalEntry {
  @Field(() => String, { description: 'Code du refus.' })
  code!: string

  @Field(() => String, { description: 'Le refus, en une phrase.' })
  message!: string

  @Field(() => String, { nullable: true, description: 'Champ que le refus concerne, s’il y en a un.' })
  field!: string | null

  static of(refusal: AdministrationRefusal): AdministrationRefusalEntry {
    const { code, field = null } = refusal
    const said = { code, message: administrationSentence(refusal), field }
    return Object.assign(new AdministrationRefusalEntry(), said)
  }
}

@ObjectType({ description: 'Le changement est refusé ; rien n’est écrit.' })
export class AdministrationRefused {
  @Field(() => [AdministrationRefusalEntry], { description: 'Les refus, un par champ en cause.' })
  refusals!: AdministrationRefusalEntry[]

  @Field(() => [AdministrationLine], { description: 'Ce que d’autres ont changé depuis la ligne vue.' })
  meanwhile!: AdministrationLine[]

  static of(refusals: readonly AdministrationRefusal[], meanwhile: AdministrationLine[] = []): AdministrationRefused {
    const entries = refusals.map(AdministrationRefusalEntry.of)
    return Object.assign(new AdministrationRefused(), { refusals: entries, meanwhile })
  }
}

export const AdministrationOutcome = createUnionType({
  name: 'AdministrationOutcome',
  description: 'Ce que répond tout changement d’administration.',
  types: () => [AdministrationDone, AdministrationRefused] as const,
  resolveType: answer => ('line' in answer ? AdministrationDone : AdministrationRefused),
})
