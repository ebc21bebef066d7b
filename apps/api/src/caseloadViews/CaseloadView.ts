import { type CaseloadColumn, caseloadColumns, viewNameLength } from '@bienfonde/domain'
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { CaseloadFilter } from '../queries/CaseloadFilter.ts'
import { type CaseloadSort, CaseloadSortCode } from '../queries/caseloadSorts.ts'
import { codesOf } from '../schema/codes.ts'
import { Text } from '../schema/Text.ts'

const CaseloadColumnCode = codesOf(
  'CaseloadColumn',
  'Ce que la liste des dossiers peut montrer de chacun.',
  caseloadColumns,
)

@ObjectType({
  simpleResolvers: true,
  description: 'Une vue de la liste des dossiers, gardée par une personne pour elle-même.',
})
export class CaseloadView {
  @Field(() => ID, { description: 'Identifiant de la vue.' })
  id!: string

  @Field(() => String, { description: 'Son nom.' })
  name!: string

  @Field(() => CaseloadFilter, { description: 'Ce qu’elle retient.' })
  filter!: CaseloadFilter

  @Field(() => CaseloadSortCode, { description: 'Son ordre.' })
  sort!: CaseloadSort

  @Field(() => [CaseloadColumnCode], { description: 'Ses colonnes, dans l’ordre où elles paraissent.' })
  columns!: CaseloadColumn[]

  @Field(() => Boolean, { description: 'Vrai si la liste s’ouvre sur elle.' })
  isDefault!: boolean
}

@InputType({ description: 'Une vue à garder.' })
export class KeepCaseloadViewInput {
  @Field(() => ID, {
    nullable: true,
    description: 'La vue à remplacer ; absent, une vue s’ajoute à la suite des autres.',
  })
  @IsOptional()
  @IsUUID()
  id?: string | null

  @Field(() => String, {
    description: `Son nom, que la personne ne donne qu’à une vue, sans égard aux majuscules ; ${viewNameLength} caractères au plus.`,
  })
  @Matches(/\S/, { message: 'Donnez un nom à la vue.' })
  @Text(viewNameLength)
  name!: string

  @Field(() => CaseloadFilter, { description: 'Ce qu’elle retient.' })
  @ValidateNested()
  filter!: CaseloadFilter

  @Field(() => CaseloadSortCode, { description: 'Son ordre.' })
  sort!: CaseloadSort

  @Field(() => [CaseloadColumnCode], { description: 'Ses colonnes, dans l’ordre où elles paraissent.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(caseloadColumns.length)
  @ArrayUnique()
  columns!: CaseloadColumn[]

  @Field(() => Boolean, { description: 'Vrai pour que la liste s’ouvre sur elle, à la place de toute autre.' })
  isDefault!: boolean
}
