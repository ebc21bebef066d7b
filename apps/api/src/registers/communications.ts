import {
  type CommunicationWithoutConsent,
  communicationFlaws,
  type LocalDate,
  ministryTimeZone,
  tidyCommunication,
} from '@bienfonde/domain'
import { Arg, Args, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { AdministrationOutcome } from '../administration/AdministrationOutcome.ts'
import { seenArgument } from '../administration/lastLine.ts'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { cursorOf, readCursor } from '../queries/cursor.ts'
import { PageArguments, pageComplexity } from '../queries/page.ts'
import { permitted } from '../queries/permitted.ts'
import { InstantScalar, LocalDateScalar } from '../schema/scalars.ts'
import { longText, shortText, Text } from '../schema/Text.ts'
import { correctEntry, recordEntry } from './keepEntry.ts'
import { communicationRegister, entriesOf, numberArgument } from './Register.ts'

const described = {
  madeOn: { description: 'Jour de la communication.' },
  recipient: { description: 'Qui a reçu les renseignements.' },
  nature: { description: 'Nature ou type des renseignements.' },
  purpose: { description: 'À quelle fin.' },
  outsideQuebec: { description: 'Les renseignements sont allés à l’extérieur du Québec.' },
  reason: { description: 'Ce qui justifie la communication.' },
  fileNumber: { description: 'Numéro du dossier, s’il y en a un ; vide sinon.' },
}

@ObjectType({ simpleResolvers: true, description: 'Une communication faite sans le consentement de la personne.' })
export class CommunicationEntry implements CommunicationWithoutConsent {
  @Field(() => ID, { description: 'Repère de l’inscription dans le registre.' })
  key!: string

  @Field(() => Int, {
    nullable: true,
    description: 'Numéro au registre ; absent si l’inscription vient du journal d’un dossier.',
  })
  number!: number | null

  @Field(() => LocalDateScalar, described.madeOn)
  madeOn!: LocalDate

  @Field(() => String, described.recipient)
  recipient!: string

  @Field(() => String, described.nature)
  nature!: string

  @Field(() => String, described.purpose)
  purpose!: string

  @Field(() => Boolean, described.outsideQuebec)
  outsideQuebec!: boolean

  @Field(() => String, described.reason)
  reason!: string

  @Field(() => String, described.fileNumber)
  fileNumber!: string

  @Field(() => Int, { description: 'Dernière ligne à son sujet, au journal scellé qui la porte.' })
  line!: number

  @Field(() => InstantScalar, { description: 'Moment de cette ligne.' })
  at!: string

  @Field(() => String, { nullable: true, description: 'Qui l’a écrite, si le registre la connaît.' })
  byName!: string | null

  @Field(() => Boolean, { description: 'L’inscription a été corrigée ; ce qu’elle disait demeure au journal.' })
  corrected!: boolean
}

@InputType({ description: 'Une communication sans consentement à inscrire, sans rien qui nomme la personne.' })
export class CommunicationInput implements CommunicationWithoutConsent {
  @Field(() => LocalDateScalar, described.madeOn)
  madeOn!: LocalDate

  @Field(() => String, described.recipient)
  @Text(longText)
  recipient!: string

  @Field(() => String, described.nature)
  @Text(longText)
  nature!: string

  @Field(() => String, described.purpose)
  @Text(longText)
  purpose!: string

  @Field(() => Boolean, described.outsideQuebec)
  outsideQuebec!: boolean

  @Field(() => String, described.reason)
  @Text(longText)
  reason!: string

  @Field(() => String, described.fileNumber)
  @Text(shortText)
  fileNumber!: string
}

@ObjectType({ simpleResolvers: true, description: 'Une page du registre des communications sans consentement.' })
export class CommunicationPage {
  @Field(() => [CommunicationEntry], { description: 'Les communications, la plus récente d’abord.' })
  rows!: CommunicationEntry[]

  @Field(() => Int, { description: 'Nombre de communications, toutes pages comprises.' })
  total!: number

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null
}

/**
 * Every communication without consent: those that were entered, and each sending with the identity that the Protecteur
 * du citoyen demanded by law, which the dossier's own journal tells.
 */
export const communications = `(
  select number::bigint as key, number, (entry ->> 'madeOn')::date as "madeOn", entry ->> 'recipient' as recipient,
    entry ->> 'nature' as nature, entry ->> 'purpose' as purpose, (entry ->> 'outsideQuebec')::boolean as "outsideQuebec",
    entry ->> 'reason' as reason, entry ->> 'fileNumber' as "fileNumber", line, at, "byName", corrected
  from ${entriesOf(communicationRegister)} entered
  union all
  select 1000000000 + j.position, null, (j.at at time zone '${ministryTimeZone}')::date, 'Protecteur du citoyen',
    'Identité, propos et documents joints à l’envoi', 'Examen du recours de la personne', false,
    'Demande fondée sur la loi : ' || (j.event ->> 'reference'), d.file_number, j.seq, j.at, s.name, false
  from journal j join dossier d on d.id = j.dossier_id left join staff s on s.id::text = j.actor_id
  where j.type = 'PACKAGE_PREPARED' and j.event ->> 'basis' = 'LEGAL_DEMAND' and (j.event ->> 'withIdentity')::boolean
)`

const findCommunications = statement(
  'communications',
  `with entries as materialized ${communications}
   select (select count(*)::int from entries) as total,
     coalesce((select json_agg(page) from (
       select * from entries
       where $2::date is null or ("madeOn", key) < ($2, $3::bigint) order by "madeOn" desc, key desc limit $1
     ) page), '[]') as found`,
)
const findCommunication = statement(
  'communication',
  `select to_json(entries) as row from ${communications} entries where number = $1`,
)
const order = 'COMMUNICATIONS'

const entryOf = (input: CommunicationInput) => ({
  flaws: (today: LocalDate) => communicationFlaws(input, today),
  kept: tidyCommunication({ ...input }),
})

@Resolver()
export class CommunicationsResolver {
  @Query(() => CommunicationPage, {
    description: 'Le registre des communications faites sans le consentement des personnes.',
    complexity: pageComplexity,
  })
  async communicationsWithoutConsent(
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: Context,
  ): Promise<CommunicationPage> {
    permitted(context, 'READ_OPENINGS')
    const [madeOn = null, key = null] = after ? readCursor(after, order, ['day', 'position']) : []
    const [answer] = await context.database.ask<{ total: number; found: CommunicationEntry[] }>(findCommunications, [
      first + 1,
      madeOn,
      key,
    ])
    const { total = 0, found = [] } = answer ?? {}
    const rows = found.slice(0, first)
    const last = rows.at(-1)
    return { rows, total, next: last && found.length > first ? cursorOf(order, [last.madeOn, last.key]) : null }
  }

  @Query(() => CommunicationEntry, {
    nullable: true,
    description: 'Une communication inscrite au registre, par son numéro.',
  })
  async communicationWithoutConsent(
    @Arg('number', () => Int, numberArgument) number: number,
    @Ctx() context: Context,
  ): Promise<CommunicationEntry | undefined> {
    permitted(context, 'READ_OPENINGS')
    return (await context.database.ask<{ row: CommunicationEntry }>(findCommunication, [number]))[0]?.row
  }

  @Mutation(() => AdministrationOutcome, { description: 'Inscrit une communication sans consentement au registre.' })
  recordCommunication(
    @Arg('input', () => CommunicationInput) input: CommunicationInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return recordEntry(context, communicationRegister, entryOf(input))
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Corrige une communication du registre ; ce qu’elle disait demeure au journal.',
  })
  correctCommunication(
    @Arg('number', () => Int, numberArgument) number: number,
    @Arg('seen', () => Int, seenArgument) seen: number,
    @Arg('input', () => CommunicationInput) input: CommunicationInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return correctEntry(context, communicationRegister, { number, seen }, entryOf(input))
  }
}
