import type { DueState, IntakeChannel, Language, Outcome, Phase } from '@bienfonde/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { IntakeChannelCode, LanguageCode, OutcomeCode, PhaseCode } from '../schema/codes.ts'
import { InstantScalar, LocalDateScalar } from '../schema/scalars.ts'
import { DueStateCode } from './dueState.ts'

@ObjectType({ simpleResolvers: true, description: 'Un morceau d’un passage trouvé.' })
export class FoundText {
  @Field(() => String, { description: 'Le texte.' })
  text!: string

  @Field(() => Boolean, { description: 'Vrai si ce morceau est ce qui était cherché.' })
  hit!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'Un dossier dans la liste ; rien n’y vient du coffre.' })
export class CaseloadRow {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  id!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => Int, { description: 'Nombre de lignes du journal.' })
  version!: number

  @Field(() => PhaseCode, { description: 'Où en est le dossier.' })
  phase!: Phase

  @Field(() => LocalDateScalar, { description: 'Jour de réception de la plainte.' })
  receivedOn!: string

  @Field(() => LocalDateScalar, { description: 'Jour de l’inscription.' })
  registeredOn!: string

  @Field(() => IntakeChannelCode, { description: 'Par où la plainte est arrivée.' })
  intakeChannel!: IntakeChannel

  @Field(() => LanguageCode, { description: 'Langue de la personne.' })
  language!: Language

  @Field(() => Boolean, { description: 'Vrai si la plainte est anonyme.' })
  anonymous!: boolean

  @Field(() => ID, { nullable: true, description: 'Identifiant de la personne à qui le dossier est attribué.' })
  officer!: string | null

  @Field(() => String, { nullable: true, description: 'Nom de la personne à qui le dossier est attribué.' })
  officerName!: string | null

  @Field(() => [String], { description: 'Codes des secteurs visés par les motifs.' })
  sectors!: string[]

  @Field(() => [String], { description: 'Sujets des motifs.' })
  subjects!: string[]

  @Field(() => [OutcomeCode], { description: 'Résultats déjà rendus, sans répétition.' })
  outcomes!: Outcome[]

  @Field(() => Int, { description: 'Nombre de motifs.' })
  matters!: number

  @Field(() => String, { description: 'Début de l’exposé dépersonnalisé du premier motif.' })
  excerpt!: string

  @Field(() => LocalDateScalar, { description: 'Jour où l’accusé de réception est dû.' })
  acknowledgementDueOn!: string

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour de l’accusé de réception, s’il est envoyé.' })
  acknowledgedOn!: string | null

  @Field(() => LocalDateScalar, { description: 'Jour où la réponse est due.' })
  replyDueOn!: string

  @Field(() => DueStateCode, { description: 'Où en est le délai de réponse aujourd’hui.' })
  dueState!: DueState

  @Field(() => Boolean, { description: 'Vrai si le délai est suspendu.' })
  suspended!: boolean

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour de la fermeture, si le dossier est fermé.' })
  closedOn!: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Dossier fermé : vrai si la personne a été avisée, faux si ce fut impossible.',
  })
  informed!: boolean | null

  @Field(() => Boolean, { description: 'Vrai si le Protecteur du citoyen a été saisi.' })
  escalated!: boolean

  @Field(() => InstantScalar, { description: 'Moment de la dernière ligne du journal.' })
  changedAt!: string

  @Field(() => [FoundText], { description: 'Passage où se trouve ce qui était cherché ; vide sans recherche.' })
  passage!: FoundText[]
}
