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
}

@ObjectType({ description: 'La session n’est pas ouverte.' })
export class SignInRefused {
  @Field(() => String, { description: 'Code du refus : CREDENTIALS_INVALID ou TOO_MANY_ATTEMPTS.' })
  code!: string

  @Field(() => String, { description: 'Le refus, en une phrase.' })
  message!: string
}

const SignInOutcome = createUnionType({
  name: 'SignInOutcome',
  description: 'Ce que répond une demande d’entrer.',
  types: () => [SignInAccepted, SignInRefused] as const,
  resolveType: answer => ('me' in answer ? SignInAccepted : SignInRefused),
})

const refusals = {
  CREDENTIALS_INVALID: 'L’adresse de courriel ou le mot de passe est inexact.',
  TOO_MANY_ATTEMPTS: 'Il y a eu trop d’essais infructueux. Attendez quinze minutes avant de réessayer.',
}
const refused = (code: keyof typeof refusals): SignInRefused =>
  Object.assign(new SignInRefused(), { code, message: refusals[code] })

const findAccount = statement(
  'staff_by_email',
  'select id, name, email, role, sector, password_hash from staff where lower(email) = lower($1) and active',
)

@Resolver()
export class SignInResolver {
  @Query(() => Me, { nullable: true, description: 'La personne dont la session est ouverte, s’il y en a une.' })
  me(@Ctx() { signedIn }: Context): Me | undefined {
    return signedIn && Me.of(signedIn)
  }

  @Mutation(() => SignInOutcome, { description: 'Ouvre une session avec un compte local.' })
  async signIn(
    @Arg('input', () => SignInInput) { email, password }: SignInInput,
    @Ctx() { database, cookie, address }: Context,
  ): Promise<SignInAccepted | SignInRefused> {
    const attempt = await beginAttempt(database.ask, email.toLowerCase(), address)
    if (!attempt.allowed) return refused('TOO_MANY_ATTEMPTS')
    const [account] = await database.ask<SignedIn & { password_hash: string | null }>(findAccount, [email])
    if (!(await passwordMatches(account?.password_hash, password)) || !account) return refused('CREDENTIALS_INVALID')
    await attempt.succeeded()
    cookie.give(await openSession(database.ask, account.id, cookie.value))
    return Object.assign(new SignInAccepted(), { me: Me.of(account) })
  }

  @Mutation(() => Boolean, { description: 'Ferme la session.' })
  async signOut(@Ctx() { database, cookie }: Context): Promise<boolean> {
    await closeSession(database.ask, cookie.value)
    cookie.take()
    return true
  }
}
