import { type Delays, delaysFlaws, tidyDelays } from '@bienfonde/domain'
import { Arg, Ctx, Field, Float, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { enqueue } from '../clock/queue.ts'
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
  remindBefore: { description: 'Rappel avant une échéance, en jours ouvrables.' },
  firstReminder: { description: 'Premier rappel après le jour attendu, en jours ouvrables.' },
  secondReminder: { description: 'Deuxième rappel, en jours ouvrables après le jour attendu.' },
  escalation: { description: 'Signalement à la direction, en jours ouvrables après le jour attendu.' },
  consentReply: { description: 'Délai laissé à la personne pour répondre à une demande de permission.' },
  recommendationAnswer: { description: 'Délai laissé à un secteur pour répondre à une recommandation.' },
  longestExtension: { description: 'Plus long report de la date de réponse, en jours ouvrables.' },
  retentionReviewMonths: {
    nullable: true,
    description: 'Mois après la fermeture avant de réexaminer la conservation ; absent tant que rien n’est approuvé.',
  },
  label: { description: 'D’où viennent ces délais ; « exemple » tant que le Ministère n’a pas fixé les siens.' },
}

@ObjectType({ simpleResolvers: true, description: 'Les délais de l’horloge : rappels, relances et bornes.' })
export class MinistryDelaysEntry implements Delays {
  @Field(() => Int, described.remindBefore)
  remindBefore!: number

  @Field(() => Int, described.firstReminder)
  firstReminder!: number

  @Field(() => Int, described.secondReminder)
  secondReminder!: number

  @Field(() => Int, described.escalation)
  escalation!: number

  @Field(() => Int, described.consentReply)
  consentReply!: number

  @Field(() => Int, described.recommendationAnswer)
  recommendationAnswer!: number

  @Field(() => Int, described.longestExtension)
  longestExtension!: number

  @Field(() => Int, described.retentionReviewMonths)
  retentionReviewMonths!: number | null

  @Field(() => String, described.label)
  label!: string

  @Field(() => Int, {
    description: 'Dernière ligne du journal de l’administration à leur sujet ; 0 s’il n’y en a pas.',
  })
  line!: number
}

// Any number is read: the domain says in a sentence which one is not accepted.
@InputType({ description: 'Les délais de l’horloge, tels qu’ils doivent être.' })
export class MinistryDelaysInput implements Omit<Delays, 'retentionReviewMonths'> {
  @Field(() => Float, described.remindBefore)
  remindBefore!: number

  @Field(() => Float, described.firstReminder)
  firstReminder!: number

  @Field(() => Float, described.secondReminder)
  secondReminder!: number

  @Field(() => Float, described.escalation)
  escalation!: number

  @Field(() => Float, described.consentReply)
  consentReply!: number

  @Field(() => Float, described.recommendationAnswer)
  recommendationAnswer!: number

  @Field(() => Float, described.longestExtension)
  longestExtension!: number

  @Field(() => Float, described.retentionReviewMonths)
  retentionReviewMonths?: number | null

  @Field(() => String, described.label)
  @Text(longText)
  label!: string
}

const subject = 'SETTING:DELAYS'
const findLine = statement('delays_line', `select ${lastLine(`'${subject}'`)} as line`)

@Resolver()
export class MinistryDelaysResolver {
  @Query(() => MinistryDelaysEntry, { description: 'Les délais de l’horloge, pour les administrer.' })
  async ministryDelays(@Ctx() context: Context): Promise<MinistryDelaysEntry> {
    permitted(context, 'MANAGE_SETTINGS')
    const { ask } = context.database
    const [last] = await ask<{ line: number }>(findLine)
    return { ...(await settingsKept(ask)).settings.delays, line: last?.line ?? 0 }
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Change les délais de l’horloge ; les rappels à venir suivent, ceux qui sont donnés demeurent.',
  })
  changeDelays(
    @Arg('seen', () => Int, seenArgument) seen: number,
    @Arg('input', () => MinistryDelaysInput) input: MinistryDelaysInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_SETTINGS', { subject, line: seen }, async (ask, stamp) => {
      const wanted: Delays = { ...input, retentionReviewMonths: input.retentionReviewMonths ?? null }
      const flaws = delaysFlaws(wanted)
      if (flaws.length > 0) return flaws
      const { delays: before } = (await settingsKept(ask)).settings
      const after = { ...before, ...tidyDelays(wanted) }
      if (JSON.stringify(before) === JSON.stringify(after)) return [{ code: 'NOTHING_CHANGED' }]
      await keepSettings(ask, { DELAYS: after })
      await enqueue(ask, 'reschedule', {}, { key: 'reschedule' })
      return { line: await recordChange(ask, stamp, { type: 'DELAYS_CHANGED', subject, before, after }) }
    })
  }
}
