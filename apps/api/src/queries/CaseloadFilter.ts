import type { DueState, IntakeChannel, Outcome, Phase, TodayList } from '@bienfonde/domain'
import { ArrayMaxSize, IsOptional } from 'class-validator'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { IntakeChannelCode, OutcomeCode, PhaseCode } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { Text } from '../schema/Text.ts'
import { DueStateCode } from './dueState.ts'
import { TodayListCode } from './theirItems.ts'

const most = 50

@ObjectType('KeptCaseloadFilter', { simpleResolvers: true, description: 'Ce qu’une vue de la liste retient.' })
@InputType({ description: 'Ce que la liste des dossiers retient ; chaque critère donné resserre le choix.' })
export class CaseloadFilter {
  @Field(() => [PhaseCode], { nullable: true, description: 'Où en est le dossier.' })
  @IsOptional()
  @ArrayMaxSize(most)
  phases?: Phase[] | null

  @Field(() => [String], { nullable: true, description: 'Codes de secteurs ; un motif au moins vise l’un d’eux.' })
  @IsOptional()
  @ArrayMaxSize(most)
  @Text(200, { each: true })
  sectors?: string[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'Sujets, tels qu’inscrits ; un motif au moins porte l’un d’eux.',
  })
  @IsOptional()
  @ArrayMaxSize(most)
  @Text(500, { each: true })
  subjects?: string[] | null

  @Field(() => [OutcomeCode], { nullable: true, description: 'Résultats ; un motif au moins a reçu l’un d’eux.' })
  @IsOptional()
  @ArrayMaxSize(most)
  outcomes?: Outcome[] | null

  @Field(() => ID, {
    nullable: true,
    description:
      'Identifiant de la personne à qui le dossier est attribué, « me » pour soi-même, ou « none » pour les dossiers sans personne.',
  })
  @IsOptional()
  @Text(100)
  officer?: string | null

  @Field(() => TodayListCode, {
    nullable: true,
    description: 'La liste, dans la journée de la personne qui demande, où se trouve le dossier.',
  })
  @IsOptional()
  today?: TodayList | null

  @Field(() => [IntakeChannelCode], { nullable: true, description: 'Par où la plainte est arrivée.' })
  @IsOptional()
  @ArrayMaxSize(most)
  channels?: IntakeChannel[] | null

  @Field(() => [DueStateCode], { nullable: true, description: 'Où en est le délai de réponse.' })
  @IsOptional()
  @ArrayMaxSize(most)
  dueStates?: DueState[] | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'Premier jour de réception retenu.' })
  @IsOptional()
  receivedFrom?: string | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'Dernier jour de réception retenu.' })
  @IsOptional()
  receivedTo?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Numéro de dossier, ou mots cherchés dans les sujets, les services, les exposés dépersonnalisés et les motifs de décision, sans égard aux accents ni aux flexions ; « "…" » cherche une suite de mots, « - » écarte un mot.',
  })
  @IsOptional()
  @Text(200)
  search?: string | null
}
