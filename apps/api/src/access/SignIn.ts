import { needsSecondFactor } from '@bienfonde/domain'
import { IsEmail, IsOptional, MaxLength, MinLength } from 'class-validator'
import { Arg, Ctx, createUnionType, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { type Ask, statement } from '../database/statement.ts'
import { Me } from './Me.ts'
import { passwordMatches } from './password.ts'
import { recordSecondFactor } from './secondFactor/recordSecondFactor.ts'
import { hasSecondFactor, proveSecondFactor } from './secondFactor/secondFactor.ts'
import { closeSession, openSession, type SignedIn } from './session.ts'
import { beginAttempt } from './throttle.ts'

@InputType({ description: 'Ce qu’une personne écrit pour entrer.' })
export class SignInInput {
  @Field(() => String, { description: 'Adresse de courriel du compte.' })
  @IsEmail()
  @MaxLength(254)
  email!: string

  @Field(() => String, { description: 'Mot de passe du compte.' })
  @MinLength(1)
  @MaxLength(200)
  password!: string

  @Field(() => String, {
    nullable: true,
    description: 'Code du second facteur, ou code de secours, si le compte en a un.',
  })
  @IsOptional()
  @MaxLength(60)
  code?: string | null
}

@ObjectType({ description: 'La session est ouverte.' })
export class SignInAccepted {
  @Field(() => Me, { description: 'La personne qui vient d’entrer.' })
  me!: Me

  static of(account: SignedIn): SignInAccepted {
    return Object.assign(new SignInAccepted(), { me: Me.of(account) })
  }
}

@ObjectType({ description: 'La session n’est pas ouverte.' })
export class SignInRefused {
  @Field(() => String, {
    description:
      'Code du refus : CREDENTIALS_INVALID, TOO_MANY_ATTEMPTS, LOCAL_ACCOUNTS_OFF, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG, SECOND_FACTOR_TO_ENROL, PASSWORD_TO_CHOOSE, TEMPORARY_PASSWORD_OVER, ou ce qui manque au mot de passe choisi.',
  })
  code!: string

  @Field(() => String, { description: 'Le refus, en une phrase.' })
  message!: string

  @Field(() => String, { nullable: true, description: 'Champ que le refus concerne, s’il y en a un.' })
  field!: string | null

  static of(code: string, message: string, field: string | null = null): SignInRefused {
    return Object.assign(new SignInRefused(), { code, message, field })
  }
}

export const SignInOutcome = createUnionType({
  name: 'SignInOutcome',
  description: 'Ce que répond une demande d’entrer.',
  types: () => [SignInAccepted, SignInRefused] as const,
  resolveType: answer => ('me' in answer ? SignInAccepted : SignInRefused),
})

const refusals = {
  CREDENTIALS_INVALID: 'L’adresse de courriel ou le mot de passe est inexact.',
  TOO_MANY_ATTEMPTS: 'Il y a eu trop d’essais infructueux. Attendez quinze minutes avant de réessayer.',
  LOCAL_ACCOUNTS_OFF: 'Les comptes locaux sont fermés : connectez-vous avec l’organisation.',
  SECOND_FACTOR_REQUIRED: 'Écrivez aussi le code de votre application, ou un code de secours.',
  SECOND_FACTOR_WRONG: 'Ce code est inexact, périmé ou déjà utilisé.',
  SECOND_FACTOR_TO_ENROL: 'Votre rôle exige un second facteur : ajoutez-le pour entrer.',
  PASSWORD_TO_CHOOSE: 'Ce mot de passe est temporaire : choisissez le vôtre pour entrer.',
  TEMPORARY_PASSWORD_OVER: 'Ce mot de passe temporaire n’est plus valable. Demandez-en un autre à l’administration.',
}
export const signInRefused = (code: keyof typeof refusals): SignInRefused => SignInRefused.of(code, refusals[code])

interface Account extends SignedIn {
  password_hash: string | null
  temporary_until: Date | null
}

const findAccount = statement(
  'staff_by_email',
  `select id, name, email, role, sector, password_hash, password_temporary_until as temporary_until
   from staff where lower(email) = lower($1) and active`,
)

/** What somebody gives to prove that an account is theirs. */
interface Given {
  email: string
  password: string
  code?: string | null | undefined
}

/**
 * The account whose password this is, and whose second factor was proved where it has one; guesses are counted whatever
 * the door they come through. A temporary password opens the choice of another alone.
 */
export async function withPassword(
  { database, address, now, ways, master }: Context,
  { email, password, code }: Given,
  choosing: boolean,
): Promise<Account | SignInRefused> {
  if (!ways.local) return signInRefused('LOCAL_ACCOUNTS_OFF')
  const attempt = await beginAttempt(database.ask, email.toLowerCase(), address)
  if (!attempt.allowed) return signInRefused('TOO_MANY_ATTEMPTS')
  const [account] = await database.ask<Account>(findAccount, [email])
  if (!(await passwordMatches(account?.password_hash, password)) || !account) {
    return signInRefused('CREDENTIALS_INVALID')
  }
  // The password alone is no proof yet: it forgets no failure of the account.
  const { temporary_until } = account
  if (temporary_until && (temporary_until <= now() || !choosing)) {
    await attempt.setAside()
    return signInRefused(temporary_until <= now() ? 'TEMPORARY_PASSWORD_OVER' : 'PASSWORD_TO_CHOOSE')
  }
  if (await hasSecondFactor(database.ask, account.id)) {
    if (!code?.trim()) {
      await attempt.setAside()
      return signInRefused('SECOND_FACTOR_REQUIRED')
    }
    const proven = await database.transaction(async ask => {
      const how = await proveSecondFactor(ask, master, account.id, code, now())
      if (how === 'RECOVERY') await recordSecondFactor(ask, { by: account, at: now() }, 'RECOVERY_CODE_USED', account)
      return how
    })
    if (!proven) return signInRefused('SECOND_FACTOR_WRONG')
  }
  await attempt.succeeded()
  return account
}

/** Opens the session of whoever proved an account theirs; one that only enrols, where a second factor is lacking. */
export async function admit(
  { database, cookie, ways }: Context,
  account: SignedIn,
  ask: Ask = database.ask,
): Promise<SignInAccepted | SignInRefused> {
  const enrolling =
    ways.secondFactor && needsSecondFactor(account.role) && !(await hasSecondFactor(database.ask, account.id))
  cookie.give(await openSession(ask, account.id, cookie.value, { enrolling }))
  return enrolling ? signInRefused('SECOND_FACTOR_TO_ENROL') : SignInAccepted.of(account)
}

@Resolver()
export class SignInResolver {
  @Query(() => Me, { nullable: true, description: 'La personne dont la session est ouverte, s’il y en a une.' })
  me(@Ctx() { signedIn }: Context): Me | undefined {
    return signedIn && Me.of(signedIn)
  }

  @Mutation(() => SignInOutcome, { description: 'Ouvre une session avec un compte local.' })
  async signIn(
    @Arg('input', () => SignInInput) input: SignInInput,
    @Ctx() context: Context,
  ): Promise<SignInAccepted | SignInRefused> {
    const account = await withPassword(context, input, false)
    return account instanceof SignInRefused ? account : admit(context, account)
  }

  @Mutation(() => Boolean, { description: 'Ferme la session.' })
  async signOut(@Ctx() { database, cookie }: Context): Promise<boolean> {
    await closeSession(database.ask, cookie.value)
    cookie.take()
    return true
  }
}
