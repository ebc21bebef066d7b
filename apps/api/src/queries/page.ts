import { IsOptional, Max, MaxLength, Min } from 'class-validator'
import { ArgsType, Field, Int } from 'type-graphql'
import { limits } from '../http/limits.ts'

/** Which page of a list is asked for. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: 25, description: `Nombre de lignes, de 1 à ${limits.pageSize}.` })
  @Min(1)
  @Max(limits.pageSize)
  first!: number

  @Field(() => String, { nullable: true, description: 'Repère de la page précédente ; absent pour la première page.' })
  @IsOptional()
  @MaxLength(500)
  after?: string | null
}

/** What a list costs: each of its rows costs what is asked of one. */
export const pageComplexity = ({ args, childComplexity }: { args: { first?: number }; childComplexity: number }) =>
  1 + Math.max(1, args.first ?? 25) * childComplexity
