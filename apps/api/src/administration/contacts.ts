import { type ContactsDraft, contactsFlaws, tidyContacts } from '@bienfonde/domain'
import { ArrayMaxSize } from 'class-validator'
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
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
  unit: { description: 'Nom de l’unité.' },
  address: { description: 'Adresse postale, ligne par ligne.' },
  email: { description: 'Courriel.' },
  telephone: { description: 'Téléphone.' },
  recourseFr: { description: 'Paragraphe sur le recours au Protecteur du citoyen, en français.' },
  recourseEn: { description: 'Le même, en anglais.' },
}

@ObjectType({ simpleResolvers: true, description: 'Les coordonnées et le recours que les lettres impriment.' })
export class MinistryContactsEntry implements ContactsDraft {
  @Field(() => String, described.unit)
  unit!: string

  @Field(() => [String], described.address)
  address!: string[]

  @Field(() => String, described.email)
  email!: string

  @Field(() => String, described.telephone)
  telephone!: string

  @Field(() => String, described.recourseFr)
  recourseFr!: string

  @Field(() => String, described.recourseEn)
  recourseEn!: string

  @Field(() => Int, {
    description: 'Dernière ligne du journal de l’administration à leur sujet ; 0 s’il n’y en a pas.',
  })
  line!: number
}

@InputType({ description: 'Les coordonnées et le recours, tels qu’ils doivent être.' })
export class MinistryContactsInput implements ContactsDraft {
  @Field(() => String, described.unit)
  @Text(longText)
  unit!: string

  @Field(() => [String], described.address)
  @ArrayMaxSize(100)
  @Text(longText, { each: true })
  address!: string[]

  @Field(() => String, described.email)
  @Text(longText)
  email!: string

  @Field(() => String, described.telephone)
  @Text(longText)
  telephone!: string

  @Field(() => String, described.recourseFr)
  @Text(longText)
  recourseFr!: string

  @Field(() => String, described.recourseEn)
  @Text(longText)
  recourseEn!: string
}

const subject = 'SETTING:CONTACTS'
const findLine = statement('contacts_line', `select ${lastLine(`'${subject}'`)} as line`)

@Resolver()
export class MinistryContactsResolver {
  @Query(() => MinistryContactsEntry, { description: 'Les coordonnées et le recours, pour les administrer.' })
  async ministryContacts(@Ctx() context: Context): Promise<MinistryContactsEntry> {
    permitted(context, 'MANAGE_SETTINGS')
    const { ask } = context.database
    const [last] = await ask<{ line: number }>(findLine)
    return { ...(await settingsKept(ask)).contacts, line: last?.line ?? 0 }
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Change les coordonnées et le recours ; les lettres déjà parties restent ce qu’elles sont.',
  })
  changeContacts(
    @Arg('seen', () => Int, seenArgument) seen: number,
    @Arg('input', () => MinistryContactsInput) input: MinistryContactsInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_SETTINGS', { subject, line: seen }, async (ask, stamp) => {
      const flaws = contactsFlaws(input)
      if (flaws.length > 0) return flaws
      const { contacts: before } = await settingsKept(ask)
      const after = { ...before, ...tidyContacts(input) }
      if (JSON.stringify(before) === JSON.stringify(after)) return [{ code: 'NOTHING_CHANGED' }]
      const { unit, address, email, telephone, recourseFr: FR, recourseEn: EN } = after
      await keepSettings(ask, { CONTACTS: { unit, address, email, telephone }, RECOURSE: { FR, EN } })
      return { line: await recordChange(ask, stamp, { type: 'CONTACTS_CHANGED', subject, before, after }) }
    })
  }
}
