import { Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { permitted } from './permitted.ts'

@Resolver()
export class AntivirusResolver {
  @Query(() => Boolean, { description: 'Vrai si un antivirus examine les documents avant qu’ils soient reçus.' })
  antivirus(@Ctx() context: Context): boolean {
    permitted(context, 'RECEIVE')
    return context.antivirus
  }
}
