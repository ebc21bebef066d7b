import { type MinistryRules, rulesFlaws, tidyRules } from '@bienfonde/domain'
import { Arg, Ctx, Field, Float, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { recordChange } from '../journal/administrationJournal.ts'
import { permitted } from '../queries/permitted.ts'
import { longText, Text } from '../schema/Text.ts'
import { AdministrationOutcome } from './AdministrationOutcome.ts'
import { administer } from './administer.ts'
import { lastLine, seenArgument } from './lastLine.ts'
import { keepSettings, settingsKept } from './settingsKept.ts'

const described = {
  acknowledgementDays: { description: 'Accusé de réception, en jours ouvrables.' },
  replyDays: { description: 'Réponse, en jours ouvrables.' },
  label: { description: 'D’où viennent ces délais ; « exemple » tant que le Ministère n’a pas fixé les siens.' },
  attempts: { description: 'Essais infructueux qui font conclure qu’une personne ne peut être jointe.' },
  idle: { description: 'Minutes sans activité après lesquelles une session prend fin.' },
  absolute: { description: 'Heures après lesquelles une session prend fin, quoi qu’il arrive.' },
}

@ObjectType({ simpleResolvers: true, description: 'Les délais et les limites que le Ministère a fixés.' })
export class MinistryRulesEntry implements MinistryRules {
  @Field(() => Int, described.acknowledgementDays)
  acknowledgementDays!: number

  @Field(() => Int, described.replyDays)
  replyDays!: number

  @Field(() => String, described.label)
  label!: string

  @Field(() => Int, described.attempts)
  attemptsBeforeUnreachable!: number

  @Field(() => Int, described.idle)
  sessionIdleMinutes!: number

  @Field(() => Int, described.absolute)
  sessionAbsoluteHours!: number

  @Field(() => Int, {
    description: 'Dernière ligne du journal de l’administration sur ces règles ; 0 s’il n’y en a pas.',
  })
  line!: number
}

// Any number is read: the domain says in a sentence which one is not accepted.
@InputType({ description: 'Les délais et les limites, tels qu’ils doivent être.' })
export class MinistryRulesInput implements MinistryRules {
  @Field(() => Float, described.acknowledgementDays)
  acknowledgementDays!: number

  @Field(() => Float, described.replyDays)
  replyDays!: number

  @Field(() => String, described.label)
  @Text(longText)
  label!: string

  @Field(() => Float, described.attempts)
  attemptsBeforeUnreachable!: number

  @Field(() => Float, described.idle)
  sessionIdleMinutes!: number

  @Field(() => Float, described.absolute)
  sessionAbsoluteHours!: number
}

const subject = 'SETTING:RULES'
const findLine = statement('rules_line', `select ${lastLine(`'${subject}'`)} as line`)

@Resolver()
export class MinistryRulesResolver {
  @Query(() => MinistryRulesEntry, { description: 'Les délais et les limites, pour les administrer.' })
  async ministryRules(@Ctx() context: Context): Promise<MinistryRulesEntry> {
    permitted(context, 'MANAGE_SETTINGS')
    const { ask } = context.database
    const [last] = await ask<{ line: number }>(findLine)
    return { ...(await settingsKept(ask)).rules, line: last?.line ?? 0 }
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Change les délais et les limites ; les dossiers déjà inscrits gardent leurs échéances.',
  })
  changeRules(
    @Arg('seen', () => Int, seenArgument) seen: number,
    @Arg('input', () => MinistryRulesInput) input: MinistryRulesInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_SETTINGS', { subject, line: seen }, async (ask, stamp) => {
      const flaws = rulesFlaws(input)
      if (flaws.length > 0) return flaws
      const { rules: before } = await settingsKept(ask)
      const after = { ...before, ...tidyRules(input) }
      if (JSON.stringify(before) === JSON.stringify(after)) return [{ code: 'NOTHING_CHANGED' }]
      const { acknowledgementDays, replyDays, label } = after
      await keepSettings(ask, {
        COMMITMENTS: { acknowledgementDays, replyDays, label },
        ATTEMPTS_BEFORE_UNREACHABLE: after.attemptsBeforeUnreachable,
        SESSION_IDLE_MINUTES: after.sessionIdleMinutes,
        SESSION_ABSOLUTE_HOURS: after.sessionAbsoluteHours,
      })
      return { line: await recordChange(ask, stamp, { type: 'RULES_CHANGED', subject, before, after }) }
    })
  }
}
