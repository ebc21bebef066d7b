import { addYears, type ConfidentialityIncident, incidentFlaws, type LocalDate, tidyIncident } from '@bienfonde/domain'
import { Arg, Args, Ctx, Field, Float, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { AdministrationOutcome } from '../administration/AdministrationOutcome.ts'
import { seenArgument } from '../administration/lastLine.ts'
import { retentionKept } from '../administration/retentionKept.ts'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { cursorOf, readCursor } from '../queries/cursor.ts'
import { PageArguments, pageComplexity } from '../queries/page.ts'
import { permitted } from '../queries/permitted.ts'
import { InstantScalar, LocalDateScalar } from '../schema/scalars.ts'
import { longText, Text } from '../schema/Text.ts'
import { correctEntry, recordEntry } from './keepEntry.ts'
import { entriesOf, incidentRegister, numberArgument } from './Register.ts'

const described = {
  information: { description: 'Renseignements personnels visés, ou pourquoi ils ne sont pas connus.' },
  circumstances: { description: 'Circonstances, en bref.' },
  occurredFrom: { description: 'Jour de l’incident, ou premier de la période.' },
  occurredTo: { nullable: true, description: 'Dernier jour de la période ; absent si c’est un jour.' },
  learnedFrom: { description: 'Jour où l’organisme l’a su, ou premier de la période.' },
  learnedTo: { nullable: true, description: 'Dernier jour de la période ; absent si c’est un jour.' },
  persons: { description: 'Nombre de personnes concernées.' },
  approximate: { description: 'Les dates ou le nombre sont approximatifs.' },
  sensitivity: { description: 'Sensibilité des renseignements.' },
  maliciousUses: { description: 'Utilisations malveillantes possibles.' },
  consequences: { description: 'Conséquences appréhendées.' },
  likelihood: { description: 'Probabilité qu’elles servent à des fins préjudiciables.' },
  seriousRisk: { description: 'Conclusion : il y a un risque de préjudice sérieux.' },
  commissionNotifiedOn: { nullable: true, description: 'Jour de l’avis à la Commission d’accès à l’information.' },
  personsNotifiedOn: { nullable: true, description: 'Jour des avis aux personnes.' },
  publicNoticeOn: { nullable: true, description: 'Jour d’un avis public.' },
  publicNoticeReason: { nullable: true, description: 'Raison de l’avis public.' },
  measures: { description: 'Mesures prises pour diminuer les risques.' },
}

@ObjectType({ simpleResolvers: true, description: 'Un incident de confidentialité, tel qu’inscrit.' })
export class IncidentEntry implements ConfidentialityIncident {
  @Field(() => Int, { description: 'Numéro au registre.' })
  number!: number

  @Field(() => String, described.information)
  information!: string

  @Field(() => String, described.circumstances)
  circumstances!: string

  @Field(() => LocalDateScalar, described.occurredFrom)
  occurredFrom!: LocalDate

  @Field(() => LocalDateScalar, described.occurredTo)
  occurredTo!: LocalDate | null

  @Field(() => LocalDateScalar, described.learnedFrom)
  learnedFrom!: LocalDate

  @Field(() => LocalDateScalar, described.learnedTo)
  learnedTo!: LocalDate | null

  @Field(() => Int, described.persons)
  persons!: number

  @Field(() => Boolean, described.approximate)
  approximate!: boolean

  @Field(() => String, described.sensitivity)
  sensitivity!: string

  @Field(() => String, described.maliciousUses)
  maliciousUses!: string

  @Field(() => String, described.consequences)
  consequences!: string

  @Field(() => String, described.likelihood)
  likelihood!: string

  @Field(() => Boolean, described.seriousRisk)
  seriousRisk!: boolean

  @Field(() => LocalDateScalar, described.commissionNotifiedOn)
  commissionNotifiedOn!: LocalDate | null

  @Field(() => LocalDateScalar, described.personsNotifiedOn)
  personsNotifiedOn!: LocalDate | null

  @Field(() => LocalDateScalar, described.publicNoticeOn)
  publicNoticeOn!: LocalDate | null

  @Field(() => String, described.publicNoticeReason)
  publicNoticeReason!: string | null

  @Field(() => String, described.measures)
  measures!: string

  @Field(() => LocalDateScalar, { description: 'Jour jusqu’auquel l’inscription est gardée, au moins.' })
  keptUntil!: LocalDate

  @Field(() => Int, { description: 'Dernière ligne du journal scellé à son sujet.' })
  line!: number

  @Field(() => InstantScalar, { description: 'Moment de cette ligne.' })
  at!: string

  @Field(() => String, { nullable: true, description: 'Qui l’a écrite, si le registre la connaît.' })
  byName!: string | null

  @Field(() => Boolean, { description: 'L’inscription a été corrigée ; ce qu’elle disait demeure au journal.' })
  corrected!: boolean
}

@InputType({ description: 'Un incident de confidentialité à inscrire, sans rien qui nomme une personne.' })
export class IncidentInput implements ConfidentialityIncident {
  @Field(() => String, described.information)
  @Text(longText)
  information!: string

  @Field(() => String, described.circumstances)
  @Text(longText)
  circumstances!: string

  @Field(() => LocalDateScalar, described.occurredFrom)
  occurredFrom!: LocalDate

  @Field(() => LocalDateScalar, described.occurredTo)
  occurredTo?: LocalDate | null

  @Field(() => LocalDateScalar, described.learnedFrom)
  learnedFrom!: LocalDate

  @Field(() => LocalDateScalar, described.learnedTo)
  learnedTo?: LocalDate | null

  @Field(() => Float, described.persons)
  persons!: number

  @Field(() => Boolean, described.approximate)
  approximate!: boolean

  @Field(() => String, described.sensitivity)
  @Text(longText)
  sensitivity!: string

  @Field(() => String, described.maliciousUses)
  @Text(longText)
  maliciousUses!: string

  @Field(() => String, described.consequences)
  @Text(longText)
  consequences!: string

  @Field(() => String, described.likelihood)
  @Text(longText)
  likelihood!: string

  @Field(() => Boolean, described.seriousRisk)
  seriousRisk!: boolean

  @Field(() => LocalDateScalar, described.commissionNotifiedOn)
  commissionNotifiedOn?: LocalDate | null

  @Field(() => LocalDateScalar, described.personsNotifiedOn)
  personsNotifiedOn?: LocalDate | null

  @Field(() => LocalDateScalar, described.publicNoticeOn)
  publicNoticeOn?: LocalDate | null

  @Field(() => String, described.publicNoticeReason)
  @Text(longText)
  publicNoticeReason?: string | null

  @Field(() => String, described.measures)
  @Text(longText)
  measures!: string
}

@ObjectType({ simpleResolvers: true, description: 'Une page du registre des incidents de confidentialité.' })
export class IncidentPage {
  @Field(() => [IncidentEntry], { description: 'Les incidents, le dernier inscrit d’abord.' })
  rows!: IncidentEntry[]

  @Field(() => Int, { description: 'Nombre d’incidents, toutes pages comprises.' })
  total!: number

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null
}

/** An entry as the database gives it. */
export interface KeptIncident extends Pick<IncidentEntry, 'number' | 'line' | 'at' | 'byName' | 'corrected'> {
  entry: ReturnType<typeof tidyIncident>
}

/** An entry as the register shows it. */
export const incidentOf = ({ entry, ...about }: KeptIncident, years: number): IncidentEntry => ({
  ...entry,
  ...about,
  keptUntil: addYears(entry.learnedTo ?? entry.learnedFrom, years),
})

const findIncidents = statement(
  'incidents',
  `with entries as materialized ${entriesOf(incidentRegister)}
   select (select count(*)::int from entries) as total,
     coalesce((select json_agg(page) from (
       select * from entries where $2::int is null or number < $2 order by number desc limit $1
     ) page), '[]') as found`,
)
const findIncident = statement(
  'incident',
  `select entries.* from ${entriesOf(incidentRegister)} entries where number = $1`,
)
const order = 'INCIDENTS'

const entryOf = (input: IncidentInput) => ({
  flaws: (today: LocalDate) => incidentFlaws(input, today),
  kept: tidyIncident({ ...input }),
})

@Resolver()
export class IncidentsResolver {
  @Query(() => IncidentPage, {
    description: 'Le registre des incidents de confidentialité.',
    complexity: pageComplexity,
  })
  async confidentialityIncidents(
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: Context,
  ): Promise<IncidentPage> {
    permitted(context, 'READ_OPENINGS')
    const { ask } = context.database
    const [number = null] = after ? readCursor(after, order, ['position']) : []
    const { incidentYears } = await retentionKept(ask)
    const [answer] = await ask<{ total: number; found: KeptIncident[] }>(findIncidents, [first + 1, number])
    const { total = 0, found = [] } = answer ?? {}
    const rows = found.slice(0, first).map(row => incidentOf(row, incidentYears))
    const last = rows.at(-1)
    return { rows, total, next: last && found.length > first ? cursorOf(order, [last.number]) : null }
  }

  @Query(() => IncidentEntry, { nullable: true, description: 'Un incident du registre, par son numéro.' })
  async confidentialityIncident(
    @Arg('number', () => Int, numberArgument) number: number,
    @Ctx() context: Context,
  ): Promise<IncidentEntry | undefined> {
    permitted(context, 'READ_OPENINGS')
    const { ask } = context.database
    const [found] = await ask<KeptIncident>(findIncident, [number])
    return found && incidentOf(found, (await retentionKept(ask)).incidentYears)
  }

  @Mutation(() => AdministrationOutcome, { description: 'Inscrit un incident de confidentialité au registre.' })
  recordIncident(
    @Arg('input', () => IncidentInput) input: IncidentInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return recordEntry(context, incidentRegister, entryOf(input))
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Corrige un incident du registre ; ce qu’il disait demeure au journal.',
  })
  correctIncident(
    @Arg('number', () => Int, numberArgument) number: number,
    @Arg('seen', () => Int, seenArgument) seen: number,
    @Arg('input', () => IncidentInput) input: IncidentInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return correctEntry(context, incidentRegister, { number, seen }, entryOf(input))
  }
}
