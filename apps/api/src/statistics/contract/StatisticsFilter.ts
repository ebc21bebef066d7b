import type {
  BodyCode,
  Criterion,
  InadmissibilityGround,
  IntakeChannel,
  Language,
  Origin,
  Outcome,
} from '@bienfonde/domain'
import { ArrayMaxSize, IsOptional } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import {
  BodyCode as BodyCodes,
  CriterionCode,
  InadmissibilityGroundCode,
  IntakeChannelCode,
  LanguageCode,
  OutcomeCode,
} from '../../schema/codes.ts'
import { longText, Text } from '../../schema/Text.ts'
import type { FactFilter } from '../Question.ts'
import { AnonymityCode, OriginCode } from './codes.ts'

const most = 200
const none = '`null` dans la liste retient aussi ce qui n’en a aucun.'

@InputType({ description: 'Ce qui est retenu ; chaque liste donnée resserre le choix.' })
export class StatisticsFilter {
  @Field(() => [String], { nullable: 'itemsAndList', description: `Codes de secteurs. ${none}` })
  @IsOptional()
  @ArrayMaxSize(most)
  @Text(200, { each: true })
  sectors?: (string | null)[] | null

  @Field(() => [String], { nullable: 'itemsAndList', description: `Services, tels qu’inscrits. ${none}` })
  @IsOptional()
  @ArrayMaxSize(most)
  @Text(longText, { each: true })
  services?: (string | null)[] | null

  @Field(() => [String], { nullable: 'itemsAndList', description: `Sujets, tels qu’inscrits. ${none}` })
  @IsOptional()
  @ArrayMaxSize(most)
  @Text(longText, { each: true })
  subjects?: (string | null)[] | null

  @Field(() => [ID], {
    nullable: 'itemsAndList',
    description: `Identifiants des personnes chargées des dossiers. ${none}`,
  })
  @IsOptional()
  @ArrayMaxSize(most)
  @Text(100, { each: true })
  officers?: (string | null)[] | null

  @Field(() => [IntakeChannelCode], { nullable: 'itemsAndList', description: `Modes de réception. ${none}` })
  @IsOptional()
  @ArrayMaxSize(most)
  channels?: (IntakeChannel | null)[] | null

  @Field(() => [LanguageCode], { nullable: 'itemsAndList', description: `Langues. ${none}` })
  @IsOptional()
  @ArrayMaxSize(most)
  languages?: (Language | null)[] | null

  @Field(() => [AnonymityCode], { nullable: 'itemsAndList', description: `Anonymat. ${none}` })
  @IsOptional()
  @ArrayMaxSize(most)
  anonymity?: ('NO' | 'YES' | null)[] | null

  @Field(() => [OriginCode], {
    nullable: true,
    description: 'Dossiers traités ici, ou repris d’un registre antérieur.',
  })
  @IsOptional()
  @ArrayMaxSize(most)
  origins?: Origin[] | null

  @Field(() => [OutcomeCode], {
    nullable: 'itemsAndList',
    description: `Résultats des motifs dont le dossier a fermé. ${none}`,
  })
  @IsOptional()
  @ArrayMaxSize(most)
  outcomes?: (Outcome | null)[] | null

  @Field(() => [CriterionCode], { nullable: 'itemsAndList', description: `Critères retenus. ${none}` })
  @IsOptional()
  @ArrayMaxSize(most)
  criteria?: (Criterion | null)[] | null

  @Field(() => [InadmissibilityGroundCode], {
    nullable: 'itemsAndList',
    description: `Motifs d’irrecevabilité cités. ${none}`,
  })
  @IsOptional()
  @ArrayMaxSize(most)
  grounds?: (InadmissibilityGround | null)[] | null

  @Field(() => [BodyCodes], { nullable: 'itemsAndList', description: `Organismes. ${none}` })
  @IsOptional()
  @ArrayMaxSize(most)
  bodies?: (BodyCode | null)[] | null
}

const dimensionOf = {
  sectors: 'SECTOR',
  services: 'SERVICE',
  subjects: 'SUBJECT',
  officers: 'OFFICER',
  channels: 'CHANNEL',
  languages: 'LANGUAGE',
  anonymity: 'ANONYMITY',
  origins: 'ORIGIN',
  outcomes: 'OUTCOME',
  criteria: 'CRITERION',
  grounds: 'GROUND',
  bodies: 'BODY',
} as const satisfies Record<keyof StatisticsFilter, keyof FactFilter>

/** The filter of the contract in the terms of a question; a list that is not given retains everything. */
export const factFilter = (filter: StatisticsFilter | null | undefined): FactFilter =>
  Object.fromEntries(
    Object.entries(dimensionOf).flatMap(([name, dimension]) => {
      const values = filter?.[name as keyof StatisticsFilter]
      return values ? [[dimension, values]] : []
    }),
  )
