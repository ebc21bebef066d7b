import { type LetterTemplate, labelOf, letterTemplates, longestTemplate, tidyTemplate } from '@bienfonde/domain'
import { Max, Min } from 'class-validator'
import { Args, ArgsType, Ctx, Field, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { recordChange } from '../journal/administrationJournal.ts'
import { addTemplate, templatesAt, templatesInForce } from '../letters/templates.ts'
import { type Trial, tryTemplate } from '../letters/tryTemplate.ts'
import { permitted } from '../queries/permitted.ts'
import { settingsNow } from '../queries/settings.ts'
import { codesOf } from '../schema/codes.ts'
import { InstantScalar } from '../schema/scalars.ts'
import { Text } from '../schema/Text.ts'
import { AdministrationOutcome, AdministrationRefusalEntry } from './AdministrationOutcome.ts'
import { administer } from './administer.ts'
import { lastLine, seenArgument } from './lastLine.ts'

const LetterTemplateCode = codesOf('LetterTemplateCode', 'Les modèles des lettres.', letterTemplates)

@ObjectType({ simpleResolvers: true, description: 'Une version d’un modèle de lettre.' })
export class LetterTemplateVersion {
  @Field(() => Int, { description: 'Son rang.' })
  version!: number

  @Field(() => InstantScalar, { description: 'Quand elle a été gardée.' })
  at!: string

  @Field(() => String, { nullable: true, description: 'Qui l’a écrite ; absent si elle est fournie avec le logiciel.' })
  byName!: string | null

  @Field(() => Boolean, { description: 'Vrai si elle est fournie avec le logiciel.' })
  shipped!: boolean

  @Field(() => Int, { nullable: true, description: 'La version qu’elle rétablit, s’il y en a une.' })
  restores!: number | null

  @Field(() => Boolean, { description: 'Vrai si elle est en vigueur.' })
  inForce!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'Un modèle de lettre.' })
export class LetterTemplateEntry {
  @Field(() => LetterTemplateCode, { description: 'Son code.' })
  code!: LetterTemplate

  @Field(() => String, { description: 'Son nom.' })
  label!: string

  @Field(() => [LetterTemplateVersion], { description: 'Ses versions, la plus récente d’abord.' })
  versions!: LetterTemplateVersion[]

  @Field(() => Int, { description: 'Dernière ligne du journal de l’administration à son sujet ; 0 s’il n’y en a pas.' })
  line!: number
}

@ObjectType({ simpleResolvers: true, description: 'La source d’une version d’un modèle.' })
export class LetterTemplateSource {
  @Field(() => Int, { description: 'La version.' })
  version!: number

  @Field(() => String, { description: 'Sa source, en Typst.' })
  source!: string
}

@ObjectType({ simpleResolvers: true, description: 'Ce qu’un modèle donne sur une lettre inventée.' })
export class LetterTemplateTrial {
  @Field(() => [AdministrationRefusalEntry], {
    description: 'Ce qui l’empêche d’entrer en vigueur ; vide si rien ne l’empêche.',
  })
  flaws!: AdministrationRefusalEntry[]

  @Field(() => String, { nullable: true, description: 'La lettre inventée, en PDF, en base 64.' })
  pdf!: string | null

  @Field(() => String, { nullable: true, description: 'La lettre inventée, en texte seul.' })
  text!: string | null

  static of({ made, flaws }: Trial): LetterTemplateTrial {
    const said = { pdf: made?.pdf.toString('base64') ?? null, text: made?.text ?? null }
    return Object.assign(new LetterTemplateTrial(), { ...said, flaws: flaws.map(AdministrationRefusalEntry.of) })
  }
}

@ArgsType()
export class LetterTemplateArguments {
  @Field(() => LetterTemplateCode, { description: 'Le modèle.' })
  code!: LetterTemplate

  @Field(() => Int, { nullable: true, description: 'La version ; absente, celle en vigueur.' })
  @Min(1)
  @Max(2_147_483_647)
  version?: number | null
}

@ArgsType()
export class TriedTemplateArguments {
  @Field(() => LetterTemplateCode, { description: 'Le modèle.' })
  code!: LetterTemplate

  @Field(() => String, { description: 'La source à essayer ; 60 000 caractères au plus.' })
  @Text(longestTemplate)
  source!: string
}

@ArgsType()
export class ChangedTemplateArguments extends TriedTemplateArguments {
  @Field(() => Int, seenArgument)
  seen!: number
}

@ArgsType()
export class RestoredTemplateArguments {
  @Field(() => LetterTemplateCode, { description: 'Le modèle.' })
  code!: LetterTemplate

  @Field(() => Int, { description: 'La version à rétablir.' })
  @Min(1)
  @Max(2_147_483_647)
  version!: number

  @Field(() => Int, seenArgument)
  seen!: number
}

const subjectOf = (code: LetterTemplate) => `LETTER:${code}`
const findTemplates = statement(
  'letter_templates',
  `select code, json_agg(json_build_object(
       'version', version, 'at', t.at, 'shipped', shipped, 'restores', restores, 'byName', s.name, 'inForce', in_force
     ) order by version desc) as versions,
     ${lastLine(`'LETTER:' || code`)} as line
   from (
     select *, row_number() over (partition by code order by shipped, version desc) = 1 as in_force from letter_template
   ) t left join staff s on s.id::text = t.author_id
   group by code`,
)

@Resolver()
export class LetterTemplatesResolver {
  @Query(() => [LetterTemplateEntry], { description: 'Les modèles des lettres et leurs versions.', complexity: 50 })
  async letterTemplates(@Ctx() context: Context): Promise<LetterTemplateEntry[]> {
    permitted(context, 'MANAGE_SETTINGS')
    const found = await context.database.ask<Omit<LetterTemplateEntry, 'label'>>(findTemplates)
    return letterTemplates.flatMap(({ code }) => {
      const entry = found.find(each => each.code === code)
      return entry ? { ...entry, label: labelOf(letterTemplates, code) } : []
    })
  }

  @Query(() => LetterTemplateSource, {
    nullable: true,
    description: 'La source d’un modèle ; rien si la version n’existe pas.',
  })
  async letterTemplate(
    @Args(() => LetterTemplateArguments) { code, version }: LetterTemplateArguments,
    @Ctx() context: Context,
  ): Promise<LetterTemplateSource | null> {
    permitted(context, 'MANAGE_SETTINGS')
    const { ask } = context.database
    const found = version ? await templatesAt(ask, [[code, version]]) : await templatesInForce(ask, [code])
    return found.get(code) ?? null
  }

  @Query(() => LetterTemplateTrial, {
    description: 'Essaie un modèle sur une lettre inventée ; rien n’est gardé.',
    complexity: 500,
  })
  async letterTemplateTrial(
    @Args(() => TriedTemplateArguments) { code, source }: TriedTemplateArguments,
    @Ctx() context: Context,
  ): Promise<LetterTemplateTrial> {
    permitted(context, 'MANAGE_SETTINGS')
    return LetterTemplateTrial.of(
      await tryTemplate(context.database.ask, code, tidyTemplate(source), await settingsNow(context)),
    )
  }

  @Mutation(() => AdministrationOutcome, {
    description:
      'Met en vigueur un modèle qui se compose sans erreur ; les lettres déjà parties restent ce qu’elles sont.',
  })
  changeLetterTemplate(
    @Args(() => ChangedTemplateArguments) { code, source, seen }: ChangedTemplateArguments,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    const subject = subjectOf(code)
    return administer(context, 'MANAGE_SETTINGS', { subject, line: seen }, async (ask, stamp) => {
      const before = (await templatesInForce(ask, [code])).get(code)
      const tidy = tidyTemplate(source)
      if (before?.source === tidy) return [{ code: 'NOTHING_CHANGED' }]
      const { flaws } = await tryTemplate(ask, code, tidy, await settingsNow(context))
      if (flaws.length > 0) return flaws
      const version = await addTemplate(ask, { code, source: tidy, by: stamp.by.id, at: stamp.at })
      const told = { before: { templateVersion: before?.version }, after: { templateVersion: version } }
      return { line: await recordChange(ask, stamp, { type: 'LETTER_TEMPLATE_CHANGED', subject, ...told }) }
    })
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Rétablit une version d’un modèle, sous un rang nouveau ; refusé si elle ne se compose plus.',
  })
  restoreLetterTemplate(
    @Args(() => RestoredTemplateArguments) { code, version: restored, seen }: RestoredTemplateArguments,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    const subject = subjectOf(code)
    return administer(context, 'MANAGE_SETTINGS', { subject, line: seen }, async (ask, stamp) => {
      const former = (await templatesAt(ask, [[code, restored]])).get(code)
      if (!former) return [{ code: 'TEMPLATE_VERSION_UNKNOWN', field: 'version' }]
      const before = (await templatesInForce(ask, [code])).get(code)
      if (before?.source === former.source) return [{ code: 'TEMPLATE_VERSION_IN_FORCE', field: 'version' }]
      const { flaws } = await tryTemplate(ask, code, former.source, await settingsNow(context))
      if (flaws.length > 0) return flaws
      const { by, at } = stamp
      const version = await addTemplate(ask, { code, source: former.source, restores: restored, by: by.id, at })
      const told = {
        before: { templateVersion: before?.version },
        after: { templateVersion: version, restoredVersion: restored },
      }
      return { line: await recordChange(ask, stamp, { type: 'LETTER_TEMPLATE_CHANGED', subject, ...told }) }
    })
  }
}
