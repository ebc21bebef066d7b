import { administrationRefusals, passwordFlaws } from '@bienfonde/domain'
import { IsEmail, IsOptional, MaxLength, MinLength } from 'class-validator'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { hashPassword } from './password.ts'
import { admit, type SignInAccepted, SignInOutcome, SignInRefused, signInRefused, withPassword } from './SignIn.ts'
import { endSessionsOf } from './session.ts'

@InputType({ description: 'Le mot de passe qu’une personne choisit à la place du sien.' })
export class ChoosePasswordInput {
  @Field(() => String, { description: 'Adresse de courriel du compte.' })
  @IsEmail()
  @MaxLength(254)
  email!: string

  @Field(() => String, { description: 'Mot de passe actuel, temporaire ou non.' })
  @MinLength(1)
  @MaxLength(200)
  current!: string

  @Field(() => String, { description: 'Nouveau mot de passe, d’au moins douze caractères.' })
  @MaxLength(1000)
  chosen!: string

  @Field(() => String, {
    nullable: true,
    description: 'Code du second facteur, ou code de secours, si le compte en a un.',
  })
  @IsOptional()
  @MaxLength(60)
  code?: string | null
}

const keepPassword = statement(
  'password_choose',
  'update staff set (password_hash, password_temporary_until) = ($2, null) where id = $1 and password_hash = $3 returning id',
)

@Resolver()
export class ChoosePasswordResolver {
  @Mutation(() => SignInOutcome, {
    description: 'Remplace le mot de passe d’un compte, ferme ses autres sessions et en ouvre une nouvelle.',
  })
  async choosePassword(
    @Arg('input', () => ChoosePasswordInput) { email, current, chosen, code }: ChoosePasswordInput,
    @Ctx() context: Context,
  ): Promise<SignInAccepted | SignInRefused> {
    const account = await withPassword(context, { email, password: current, code }, true)
    if (account instanceof SignInRefused) return account
    const [flaw] = passwordFlaws({ current, chosen }, account)
    if (flaw) return SignInRefused.of(flaw.code, administrationRefusals[flaw.code], flaw.field)
    const { database } = context
    const hash = await hashPassword(chosen)
    const admitted = await database.transaction(async ask => {
      // The password that was checked is still the account's: a reset made meanwhile is not undone.
      const kept = await ask(keepPassword, [account.id, hash, account.password_hash])
      if (kept.length === 0) return undefined
      await endSessionsOf(ask, account.id)
      return admit(context, account, ask)
    })
    return admitted ?? signInRefused('CREDENTIALS_INVALID')
  }
}
