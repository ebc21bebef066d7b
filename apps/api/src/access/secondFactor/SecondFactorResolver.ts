import { needsSecondFactor, type SecondFactorRefusal, secondFactorRefusals } from '@bienfonde/domain'
import { MaxLength } from 'class-validator'
import { GraphQLError } from 'graphql'
import { Args, ArgsType, Ctx, createUnionType, Field, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { Ask } from '../../database/statement.ts'
import { Me } from '../Me.ts'
import { endSessionsOf, enrollingBy, openSession, type Visitor } from '../session.ts'
import { beginAttempt } from '../throttle.ts'
import { recordSecondFactor } from './recordSecondFactor.ts'
import {
  confirmSecondFactor,
  hasSecondFactor,
  offerSecondFactor,
  proveSecondFactor,
  recoveryCodesLeft,
  renewRecoveryCodes,
  takeSecondFactorAway,
} from './secondFactor.ts'

@ObjectType({ description: 'Le second facteur du compte de la personne.' })
export class SecondFactorState {
  @Field(() => Boolean, { description: 'Vrai si un second facteur est en place.' })
  enrolled!: boolean

  @Field(() => Boolean, { description: 'Vrai si l’installation l’exige de ce rôle.' })
  required!: boolean

  @Field(() => Int, { description: 'Codes de secours qui restent.' })
  recoveryCodes!: number
}

@ObjectType({ description: 'Un secret proposé, à confirmer par un premier code.' })
class SecondFactorOffer {
  @Field(() => String, { description: 'Le secret, en base 32, pour qui l’écrit dans son application.' })
  secret!: string

  @Field(() => String, { description: 'L’adresse otpauth que montre le code QR.' })
  address!: string
}

@ObjectType({ description: 'Le second facteur est confirmé, ou ses codes de secours sont remplacés.' })
class SecondFactorKept {
  @Field(() => [String], { description: 'Les codes de secours, dits une seule fois ; chacun vaut une entrée.' })
  recoveryCodes!: string[]

  @Field(() => Me, { description: 'La personne dont la session est ouverte.' })
  me!: Me
}

@ObjectType({ description: 'Le second facteur est retiré.' })
class SecondFactorRemoved {
  @Field(() => Boolean, { description: 'Toujours vrai.' })
  removed!: boolean
}

@ObjectType({ description: 'Ce qui est demandé du second facteur est refusé.' })
class SecondFactorRefused {
  @Field(() => String, { description: 'Code du refus.' })
  code!: SecondFactorRefusal

  @Field(() => String, { description: 'Le refus, en une phrase.' })
  message!: string

  static of(code: SecondFactorRefusal): SecondFactorRefused {
    return Object.assign(new SecondFactorRefused(), { code, message: secondFactorRefusals[code] })
  }
}

const SecondFactorOutcome = createUnionType({
  name: 'SecondFactorOutcome',
  description: 'Ce que répond une demande sur le second facteur.',
  types: () => [SecondFactorOffer, SecondFactorKept, SecondFactorRemoved, SecondFactorRefused] as const,
  resolveType: answer =>
    'secret' in answer
      ? SecondFactorOffer
      : 'recoveryCodes' in answer
        ? SecondFactorKept
        : 'removed' in answer
          ? SecondFactorRemoved
          : SecondFactorRefused,
})
type Outcome = SecondFactorOffer | SecondFactorKept | SecondFactorRemoved | SecondFactorRefused

@ArgsType()
export class SecondFactorArguments {
  @Field(() => String, {
    description: 'Code à six chiffres de l’application, ou code de secours ; 60 caractères au plus.',
  })
  @MaxLength(60)
  code!: string
}

@Resolver()
export class SecondFactorResolver {
  @Query(() => SecondFactorState, { description: 'Le second facteur de la personne dont la session est ouverte.' })
  async secondFactor(@Ctx() context: Context): Promise<SecondFactorState> {
    const { id, role } = signedIn(context)
    const { ask } = context.database
    const required = context.ways.secondFactor && needsSecondFactor(role)
    const [enrolled, recoveryCodes] = [await hasSecondFactor(ask, id), await recoveryCodesLeft(ask, id)]
    return Object.assign(new SecondFactorState(), { enrolled, required, recoveryCodes })
  }

  @Mutation(() => SecondFactorOutcome, {
    description: 'Propose un secret ; rien n’est en place avant un premier code.',
  })
  async offerSecondFactor(@Ctx() context: Context): Promise<Outcome> {
    const person = await enrollingPerson(context)
    if (person.organisation) return SecondFactorRefused.of('SECOND_FACTOR_ELSEWHERE')
    if (!person.signedInRecently) return SecondFactorRefused.of('SIGN_IN_TOO_OLD')
    const offer = await offerSecondFactor(context.database.ask, context.master, person)
    return offer ? Object.assign(new SecondFactorOffer(), offer) : SecondFactorRefused.of('SECOND_FACTOR_THERE')
  }

  @Mutation(() => SecondFactorOutcome, {
    description: 'Met en place le secret proposé, ferme les autres sessions et donne les codes de secours.',
  })
  async confirmSecondFactor(
    @Args(() => SecondFactorArguments) { code }: SecondFactorArguments,
    @Ctx() context: Context,
  ): Promise<Outcome> {
    const person = await enrollingPerson(context)
    if (!person.signedInRecently) return SecondFactorRefused.of('SIGN_IN_TOO_OLD')
    const { master, now, cookie } = context
    const outcome = await attempting(context, person, async ask => {
      const refusal = await confirmSecondFactor(ask, master, person.id, code, now())
      if (refusal) return SecondFactorRefused.of(refusal)
      await recordSecondFactor(ask, { by: person, at: now() }, 'SECOND_FACTOR_ADDED', person)
      const recoveryCodes = await renewRecoveryCodes(ask, master, person.id)
      await endSessionsOf(ask, person.id)
      return { recoveryCodes, session: await openSession(ask, person.id, cookie.value) }
    })
    if (outcome instanceof SecondFactorRefused) return outcome
    cookie.give(outcome.session)
    return Object.assign(new SecondFactorKept(), { recoveryCodes: outcome.recoveryCodes, me: Me.of(person) })
  }

  @Mutation(() => SecondFactorOutcome, { description: 'Remplace les codes de secours.' })
  async renewRecoveryCodes(
    @Args(() => SecondFactorArguments) { code }: SecondFactorArguments,
    @Ctx() context: Context,
  ): Promise<Outcome> {
    const person = signedIn(context)
    const { master, now } = context
    return attempting(context, person, async ask => {
      if (!(await proveSecondFactor(ask, master, person.id, code, now())))
        return SecondFactorRefused.of('SECOND_FACTOR_WRONG')
      await recordSecondFactor(ask, { by: person, at: now() }, 'RECOVERY_CODES_RENEWED', person)
      const recoveryCodes = await renewRecoveryCodes(ask, master, person.id)
      return Object.assign(new SecondFactorKept(), { recoveryCodes, me: Me.of(person) })
    })
  }

  @Mutation(() => SecondFactorOutcome, { description: 'Retire le second facteur, là où rien ne l’exige.' })
  async removeSecondFactor(
    @Args(() => SecondFactorArguments) { code }: SecondFactorArguments,
    @Ctx() context: Context,
  ): Promise<Outcome> {
    const person = signedIn(context)
    const { master, now, ways } = context
    if (ways.secondFactor && needsSecondFactor(person.role)) return SecondFactorRefused.of('SECOND_FACTOR_KEPT')
    return attempting(context, person, async ask => {
      if (!(await proveSecondFactor(ask, master, person.id, code, now())))
        return SecondFactorRefused.of('SECOND_FACTOR_WRONG')
      await takeSecondFactorAway(ask, person.id)
      await recordSecondFactor(ask, { by: person, at: now() }, 'SECOND_FACTOR_REMOVED', person)
      return Object.assign(new SecondFactorRemoved(), { removed: true })
    })
  }
}

const unknown = () => new GraphQLError('no session', { extensions: { code: 'UNAUTHENTICATED' } })

function signedIn({ signedIn: person }: Context): Visitor {
  if (!person) throw unknown()
  return person
}

/** Whoever is signed in, or may do nothing but add their second factor. */
async function enrollingPerson({ database, cookie }: Context): Promise<Visitor> {
  const person = await enrollingBy(database.ask, cookie.value)
  if (!person) throw unknown()
  return person
}

/** Wrong codes are counted as wrong passwords are; what is refused writes nothing. */
async function attempting<Made extends object>(
  { database, address }: Context,
  { id }: Visitor,
  work: (ask: Ask) => Promise<Made | SecondFactorRefused>,
): Promise<Made | SecondFactorRefused> {
  const attempt = await beginAttempt(database.ask, `second-factor:${id}`, address)
  if (!attempt.allowed) return SecondFactorRefused.of('TOO_MANY_ATTEMPTS')
  const made = await database.transaction(work, answer => !(answer instanceof SecondFactorRefused))
  if (!(made instanceof SecondFactorRefused)) await attempt.succeeded()
  return made
}
