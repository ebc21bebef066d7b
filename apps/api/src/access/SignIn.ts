import { IsEmail, MaxLength, MinLength } from 'class-validator'
import { Arg, Ctx, createUnionType, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { Me } from './Me.ts'
import { passwordMatches } from './password.ts'
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
      'Code du refus : CREDENTIALS_INVALID, TOO_MANY_ATTEMPTS, LOCAL_ACCOUNTS_OFF, PASSWORD_TO_CHOOSE, TEMPORARY_PASSWORD_OVER, ou ce qui manque au mot de passe choisi.',
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

/** The account whose password this is; guesses are counted whatever the door they come through. */
export async function withPassword(
  { database, address, now, ways }: Context,
  email: string,
  password: string,
): Promise<Account | SignInRefused> {
  if (!ways.local) return signInRefused('LOCAL_ACCOUNTS_OFF')
  const attempt = await beginAttempt(database.ask, email.toLowerCase(), address)
  if (!attempt.allowed) return signInRefused('TOO_MANY_ATTEMPTS')
  const [account] = await database.ask<Account>(findAccount, [email])
  if (!(await passwordMatches(account?.password_hash, password)) || !account) {
    return signInRefused('CREDENTIALS_INVALID')
  }
  await attempt.succeeded()
  const { temporary_until } = account
  return temporary_until && temporary_until <= now() ? signInRefused('TEMPORARY_PASSWORD_OVER') : account
}

@Resolver()
export class SignInResolver {
  @Query(() => Me, { nullable: true, description: 'La personne dont la session est ouverte, s’il y en a une.' })
  me(@Ctx() { signedIn }: Context): Me | undefined {
    return signedIn && Me.of(signedIn)
  }

  @Mutation(() => SignInOutcome, { description: 'Ouvre une session avec un compte local.' })
  async signIn(
    @Arg('input', () => SignInInput) { email, password }: SignInInput,
    @Ctx() context: Context,
  ): Promise<SignInAccepted | SignInRefused> {
    const account = await withPassword(context, email, password)
    if (account instanceof SignInRefused) return account
    if (account.temporary_until) return signInRefused('PASSWORD_TO_CHOOSE')
    const { database, cookie } = context
    cookie.give(await openSession(database.ask, account.id, cookie.value))
    return SignInAccepted.of(account)
  }

  @Mutation(() => Boolean, { description: 'Ferme la session.' })
  async signOut(@Ctx() { database, cookie }: Context): Promise<boolean> {
    await closeSession(database.ask, cookie.value)
    cookie.take()
    return true
  }
}
