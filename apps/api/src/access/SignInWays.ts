import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import type { Ways } from './Ways.ts'

@ObjectType({ simpleResolvers: true, description: 'Comment on entre dans cette installation.' })
export class SignInWays implements Pick<Ways, 'organisation' | 'local'> {
  @Field(() => Boolean, { description: 'Vrai si l’organisation connecte les personnes : GET /sign-in/oidc.' })
  organisation!: boolean

  @Field(() => Boolean, { description: 'Vrai si un compte local, avec son mot de passe, ouvre une session.' })
  local!: boolean
}

@Resolver()
export class SignInWaysResolver {
  @Query(() => SignInWays, { description: 'Comment on entre, pour qui n’est pas encore entré.' })
  signInWays(@Ctx() { ways }: Context): SignInWays {
    return ways
  }
}
