import type { BodyReference } from '@bienfonde/domain'
import { Field, InputType } from 'type-graphql'
import { BodyCode } from './codes.ts'
import { shortText, Text } from './Text.ts'

@InputType({ description: 'Un organisme, tel qu’une décision le nomme.' })
export class BodyReferenceInput implements BodyReference {
  @Field(() => BodyCode, { description: 'Ligne de la table des organismes.' })
  code!: BodyReference['code']

  @Field(() => String, {
    nullable: true,
    description: 'Nom de la municipalité, ou de l’organisme qui n’est pas dans la table ; 200 caractères au plus.',
  })
  @Text(shortText)
  name?: string | null
}
