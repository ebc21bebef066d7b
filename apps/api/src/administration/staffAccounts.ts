import type { Role, StaffDraft } from '@bienfonde/domain'
import { IsOptional, IsUUID } from 'class-validator'
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql'
import {
  addStaffAccount,
  changeStaffAccount,
  resetStaffPassword,
  setStaffAccountActive,
  staffSubject,
} from '../access/staffAccounts.ts'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { permitted } from '../queries/permitted.ts'
import { RoleCode } from '../schema/codes.ts'
import { InstantScalar } from '../schema/scalars.ts'
import { longText, shortText, Text } from '../schema/Text.ts'
import { AdministrationOutcome } from './AdministrationOutcome.ts'
import { administer } from './administer.ts'
import { lastLine, seenArgument } from './lastLine.ts'

@ObjectType({ simpleResolvers: true, description: 'Un compte, tel que l’administration le voit.' })
export class StaffAccountEntry {
  @Field(() => ID, { description: 'Identifiant de la personne.' })
  id!: string

  @Field(() => String, { description: 'Nom de la personne.' })
  name!: string

  @Field(() => String, { description: 'Adresse de courriel du compte.' })
  email!: string

  @Field(() => RoleCode, { description: 'Rôle de la personne.' })
  role!: Role

  @Field(() => String, { nullable: true, description: 'Code du secteur que la personne représente, s’il y en a un.' })
  sector!: string | null

  @Field(() => Boolean, { description: 'Faux si le compte est désactivé.' })
  active!: boolean

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Jusqu’à quand vaut le mot de passe temporaire ; absent si la personne a choisi le sien.',
  })
  temporaryUntil!: string | null

  @Field(() => Int, {
    description: 'Dernière ligne du journal de l’administration sur ce compte ; 0 s’il n’y en a pas.',
  })
  line!: number
}

@InputType({ description: 'Un compte, tel qu’il doit être.' })
export class StaffAccountInput implements StaffDraft {
  @Field(() => String, { description: 'Nom de la personne.' })
  @Text(longText)
  name!: string

  @Field(() => String, { description: 'Adresse de courriel, propre à ce compte.' })
  @Text(longText)
  email!: string

  @Field(() => RoleCode, { description: 'Rôle de la personne.' })
  role!: Role

  @Field(() => String, { nullable: true, description: 'Code du secteur que la personne représente.' })
  @IsOptional()
  @Text(shortText)
  sector!: string | null
}

@ArgsType()
export class SeenStaffAccount {
  @Field(() => ID, { description: 'Le compte.' })
  @IsUUID()
  id!: string

  @Field(() => Int, seenArgument)
  seen!: number
}

const findAccounts = statement(
  'administered_accounts',
  `select f.id, f.name, f.email, f.role, f.sector, f.active, f.password_temporary_until as "temporaryUntil",
     ${lastLine(`'STAFF:' || f.id`)} as line
   from staff f order by f.active desc, lower(unaccent(f.name)), f.id limit 5000`,
)

const seenOf = ({ id, seen }: SeenStaffAccount) => ({ subject: staffSubject(id), line: seen })

@Resolver()
export class StaffAccountsResolver {
  @Query(() => [StaffAccountEntry], { description: 'Tous les comptes, les actifs d’abord, par ordre alphabétique.' })
  staffAccounts(@Ctx() context: Context): Promise<StaffAccountEntry[]> {
    permitted(context, 'MANAGE_STAFF')
    return context.database.ask<StaffAccountEntry>(findAccounts)
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Ajoute un compte ; son mot de passe temporaire est donné une fois.',
  })
  addStaffAccount(
    @Arg('input', () => StaffAccountInput) input: StaffAccountInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_STAFF', undefined, (ask, stamp) => addStaffAccount(ask, stamp, input))
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Change un compte ; le droit nouveau vaut dès la requête suivante.',
  })
  changeStaffAccount(
    @Args(() => SeenStaffAccount) account: SeenStaffAccount,
    @Arg('input', () => StaffAccountInput) input: StaffAccountInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_STAFF', seenOf(account), (ask, stamp) =>
      changeStaffAccount(ask, stamp, account.id, input),
    )
  }

  @Mutation(() => AdministrationOutcome, { description: 'Désactive un compte et ferme ses sessions, ou le réactive.' })
  setStaffAccountActive(
    @Args(() => SeenStaffAccount) account: SeenStaffAccount,
    @Arg('active', () => Boolean, { description: 'Faux pour désactiver.' }) active: boolean,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_STAFF', seenOf(account), (ask, stamp) =>
      setStaffAccountActive(ask, stamp, account.id, active),
    )
  }

  @Mutation(() => AdministrationOutcome, {
    description:
      'Remplace le mot de passe d’un compte par un mot de passe temporaire, donné une fois, et ferme ses sessions.',
  })
  resetStaffPassword(
    @Args(() => SeenStaffAccount) account: SeenStaffAccount,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_STAFF', seenOf(account), (ask, stamp) =>
      resetStaffPassword(ask, stamp, account.id),
    )
  }
}
