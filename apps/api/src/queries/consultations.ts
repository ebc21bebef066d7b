import {
  type Complaint,
  type ConsultationPurpose,
  type InformationCategory,
  informationCategories,
  type LocalDate,
  liveGrant,
  readableCopies,
  replay,
} from '@bienfonde/domain'
import { Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { journalsOf } from '../journal/recorded.ts'
import { ConsultationPurposeCode, codesOf, InformationCategoryCode } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { PageArguments, pageComplexity } from './page.ts'
import { permitted } from './permitted.ts'
import { SeenDossier } from './SeenDossier.ts'
import { today } from './settings.ts'

const consultationStates = [
  { code: 'PENDING', label: 'En attente de réponse' },
  { code: 'ANSWERED', label: 'Répondue' },
  { code: 'CANCELLED', label: 'Annulée' },
] as const

type ConsultationState = (typeof consultationStates)[number]['code']

const ConsultationStateCode = codesOf('ConsultationState', 'Où en est une consultation.', consultationStates)

@ArgsType()
export class ConsultationsArguments extends PageArguments {
  @Field(() => ConsultationStateCode, { nullable: true, description: 'Où en sont les consultations ; toutes, sinon.' })
  state?: ConsultationState | null
}

@ObjectType({ simpleResolvers: true, description: 'Un fichier remis à un secteur : une copie sans métadonnées.' })
export class GivenCopy {
  @Field(() => ID, { description: 'Identifiant à donner à POST /files/copy/released.' })
  copy!: string

  @Field(() => String, { description: 'Ce qu’est le document.' })
  description!: string

  @Field(() => String, { description: 'Genre du fichier, en type MIME.' })
  mediaType!: string

  @Field(() => Int, { description: 'Taille, en octets.' })
  bytes!: number
}

@ObjectType({ simpleResolvers: true, description: 'Une consultation adressée au secteur de la personne.' })
export class AddressedConsultation {
  @Field(() => ID, { description: 'Identifiant de la consultation dans son dossier.' })
  id!: string

  @Field(() => SeenDossier, { description: 'Le dossier, tel qu’il faut le nommer pour répondre.' })
  dossier!: SeenDossier

  @Field(() => ConsultationPurposeCode, { description: 'Ce qui est demandé.' })
  purpose!: ConsultationPurpose

  @Field(() => String, { description: 'L’exposé dépersonnalisé des faits.' })
  statement!: string

  @Field(() => String, { description: 'La question posée.' })
  question!: string

  @Field(() => LocalDateScalar, { description: 'Jour de la demande.' })
  askedOn!: LocalDate

  @Field(() => LocalDateScalar, { description: 'Jour où la réponse est attendue.' })
  dueOn!: LocalDate

  @Field(() => ConsultationStateCode, { description: 'Où en est la consultation.' })
  state!: ConsultationState

  @Field(() => String, { nullable: true, description: 'La réponse du secteur, si elle est donnée.' })
  reply!: string | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour de la réponse.' })
  repliedOn!: LocalDate | null

  @Field(() => [GivenCopy], { description: 'Les fichiers remis avec la question.' })
  copies!: GivenCopy[]

  @Field(() => Boolean, {
    description: 'Vrai si une permission en vigueur laisse le secteur ouvrir des renseignements de ce dossier.',
  })
  grant!: boolean

  @Field(() => [InformationCategoryCode], {
    description: 'Ce que la permission en vigueur couvre ; rien sans permission.',
  })
  grantedCategories!: InformationCategory[]
}

@ObjectType({ simpleResolvers: true, description: 'Une page des consultations d’un secteur.' })
export class ConsultationPage {
  @Field(() => [AddressedConsultation], { description: 'Les consultations, la plus pressante d’abord.' })
  rows!: AddressedConsultation[]

  @Field(() => Int, { description: 'Nombre de consultations, toutes pages comprises.' })
  total!: number

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null
}

const findConsultations = statement(
  'consultations_of_sector',
  `select (select count(*)::int from consultation c where c.sector = $1 and ($2::text is null or c.state = $2)) as total,
     coalesce((select json_agg(page) from (
       select c.consultation_id as id, json_build_object('id', d.id, 'fileNumber', d.file_number, 'version', d.version)
           as dossier,
         c.purpose, c.statement, c.question, c.asked_on as "askedOn", c.due_on as "dueOn", c.state, c.reply,
         c.replied_on as "repliedOn"
       from consultation c join dossier d on d.id = c.dossier_id
       where c.sector = $1 and ($2::text is null or c.state = $2)
         and ($4::date is null or (c.due_on, c.dossier_id, c.consultation_id) > ($4::date, $5::uuid, $6::text))
       order by c.due_on, c.dossier_id, c.consultation_id limit $3
     ) page), '[]') as found`,
)

const order = 'CONSULTATIONS'

@Resolver()
export class ConsultationsResolver {
  @Query(() => ConsultationPage, {
    description: 'Les consultations adressées au secteur de la personne, et à lui seul.',
    complexity: pageComplexity,
  })
  async consultations(
    @Args(() => ConsultationsArguments) { state, first, after }: ConsultationsArguments,
    @Ctx() context: Context,
  ): Promise<ConsultationPage> {
    const actor = permitted(context, 'READ_CONSULTATIONS')
    const { sector } = actor
    const [dueOn = null, dossier = null, id = null] = after ? readCursor(after, order, ['day', 'uuid', 'code']) : []
    const [answer] = await context.database.ask<{ total: number; found: Omit<AddressedConsultation, 'copies'>[] }>(
      findConsultations,
      [sector, state ?? null, first + 1, dueOn, dossier, id],
    )
    const { total = 0, found = [] } = answer ?? {}
    const page = found.slice(0, first)
    const journals = await journalsOf(context.database.ask, [...new Set(page.map(row => row.dossier.id))])
    const rows = page.map(row => {
      const complaint = replay(journals.get(row.dossier.id) ?? [])
      const grantedCategories = granted(complaint, sector, today(context))
      const copies = readableCopies(complaint, actor).filter(({ consultation }) => consultation === row.id)
      return { ...row, copies, grantedCategories, grant: grantedCategories.length > 0 }
    })
    const last = rows.at(-1)
    const next = last && found.length > first ? cursorOf(order, [last.dueOn, last.dossier.id, last.id]) : null
    return { rows, total, next }
  }
}

/** What the journal lets a sector open on a day. Absent, pending, refused, expired and withdrawn permission: nothing. */
function granted(complaint: Complaint, sector: string | null, on: LocalDate): InformationCategory[] {
  const categories = sector === null || complaint.erasedOn ? [] : (liveGrant(complaint, sector, on)?.categories ?? [])
  return informationCategories.map(({ code }) => code).filter(code => categories.includes(code))
}
