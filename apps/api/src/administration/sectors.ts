import {
  type AdministrationRefusal,
  closingFlaws,
  orderFlaws,
  type SectorDraft,
  sectorCodeFor,
  sectorFlaws,
  tidySector,
} from '@bienfonde/domain'
import { ArrayMaxSize } from 'class-validator'
import { Arg, Args, ArgsType, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { type Ask, statement } from '../database/statement.ts'
import { recordChange } from '../journal/administrationJournal.ts'
import { permitted } from '../queries/permitted.ts'
import { longText, shortText, Text } from '../schema/Text.ts'
import { AdministrationOutcome } from './AdministrationOutcome.ts'
import { administer } from './administer.ts'
import { lastLine, seenArgument } from './lastLine.ts'

@ObjectType({ simpleResolvers: true, description: 'Un secteur, tel que l’administration le voit.' })
export class AdministeredSector {
  @Field(() => String, { description: 'Code du secteur, donné une fois pour toutes.' })
  code!: string

  @Field(() => String, { description: 'Nom du secteur.' })
  name!: string

  @Field(() => [String], { description: 'Ses services.' })
  services!: string[]

  @Field(() => Boolean, { description: 'Faux si le secteur est fermé : son nom reste lisible, sans être proposé.' })
  active!: boolean

  @Field(() => Int, {
    description: 'Consultations qui attendent sa réponse ; tant qu’il y en a, il ne peut être fermé.',
  })
  consultations!: number

  @Field(() => Int, { description: 'Dossiers ouverts dont un motif le concerne.' })
  dossiers!: number

  @Field(() => Int, { description: 'Comptes actifs qui le représentent.' })
  respondents!: number

  @Field(() => Int, {
    description: 'Dernière ligne du journal de l’administration sur ce secteur ; 0 s’il n’y en a pas.',
  })
  line!: number
}

@ObjectType({ simpleResolvers: true, description: 'Les secteurs, dans leur ordre.' })
export class AdministeredSectors {
  @Field(() => [AdministeredSector], { description: 'Les secteurs, ouverts ou fermés.' })
  rows!: AdministeredSector[]

  @Field(() => Int, {
    description: 'Dernière ligne du journal de l’administration sur leur ordre ; 0 s’il n’y en a pas.',
  })
  orderLine!: number
}

@InputType({ description: 'Un secteur, tel qu’il doit être.' })
export class SectorInput implements SectorDraft {
  @Field(() => String, { description: 'Nom du secteur.' })
  @Text(longText)
  name!: string

  @Field(() => [String], { description: 'Ses services, dans l’ordre où ils sont proposés.' })
  @ArrayMaxSize(500)
  @Text(longText, { each: true })
  services!: string[]
}

@ArgsType()
export class SeenSector {
  @Field(() => String, { description: 'Code du secteur.' })
  @Text(shortText)
  code!: string

  @Field(() => Int, seenArgument)
  seen!: number
}

@ArgsType()
export class OrderSectorsArguments {
  @Field(() => [String], { description: 'Les codes de tous les secteurs, dans l’ordre voulu.' })
  @ArrayMaxSize(1000)
  @Text(shortText, { each: true })
  order!: string[]

  @Field(() => Int, seenArgument)
  seen!: number
}

type Row = Omit<AdministeredSector, 'line'>

const waiting = `(select count(*)::int from consultation c where c.sector = s.code and c.state = 'PENDING')`
const findSectors = statement(
  'administered_sectors',
  `select s.code, s.name, s.services, s.active, ${waiting} as consultations,
     (select count(*)::int from caseload c where c.closed_on is null and c.sectors @> array[s.code]) as dossiers,
     (select count(*)::int from staff f where f.sector = s.code and f.active) as respondents,
     ${lastLine(`'SECTOR:' || s.code`)} as line
   from sector s order by s.rank, lower(unaccent(s.name)), s.code limit 1000`,
)
const findOrderLine = statement('administered_sectors_order_line', `select ${lastLine(`'SECTORS'`)} as line`)
const addSector = statement(
  'sector_add',
  `insert into sector (code, name, services, rank)
   select $1, $2, $3, case when max(rank) > 0 then max(rank) + 1 else 0 end from sector`,
)
const changeSector = statement('sector_change', 'update sector set (name, services) = ($2, $3) where code = $1')
const setActive = statement('sector_active', 'update sector set active = $2 where code = $1')
const setOrder = statement(
  'sectors_order',
  'update sector set rank = place from unnest($1::text[]) with ordinality as asked (code, place) where sector.code = asked.code',
)

const subjectOf = (code: string) => `SECTOR:${code}`
const seenOf = ({ code, seen }: SeenSector) => ({ subject: subjectOf(code), line: seen })
const kept = ({ name, services, active }: Row) => ({ name, services, open: active })

@Resolver()
export class AdministeredSectorsResolver {
  @Query(() => AdministeredSectors, { description: 'Les secteurs et ce qui s’y passe, pour les administrer.' })
  async administeredSectors(@Ctx() context: Context): Promise<AdministeredSectors> {
    permitted(context, 'MANAGE_SETTINGS')
    const { ask } = context.database
    const [order] = await ask<{ line: number }>(findOrderLine)
    return { rows: await ask<AdministeredSector>(findSectors), orderLine: order?.line ?? 0 }
  }

  @Mutation(() => AdministrationOutcome, { description: 'Ajoute un secteur.' })
  addSector(
    @Arg('input', () => SectorInput) input: SectorInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_SETTINGS', undefined, async (ask, stamp) => {
      const known = await ask<Row>(findSectors)
      const flaws = sectorFlaws(input, known)
      if (flaws.length > 0) return flaws
      const { name, services } = tidySector(input)
      const code = sectorCodeFor(name, known)
      await ask(addSector, [code, name, JSON.stringify(services)])
      const after = { name, services, open: true }
      return {
        line: await recordChange(ask, stamp, { type: 'SECTOR_ADDED', subject: subjectOf(code), before: null, after }),
      }
    })
  }

  @Mutation(() => AdministrationOutcome, { description: 'Renomme un secteur ou change ses services.' })
  changeSector(
    @Args(() => SeenSector) seen: SeenSector,
    @Arg('input', () => SectorInput) input: SectorInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_SETTINGS', seenOf(seen), async (ask, stamp) => {
      const known = await ask<Row>(findSectors)
      const sector = known.find(({ code }) => code === seen.code)
      if (!sector) return unknown
      const flaws = sectorFlaws(input, known, seen.code)
      if (flaws.length > 0) return flaws
      const before = kept(sector)
      const after = { ...before, ...tidySector(input) }
      if (JSON.stringify(before) === JSON.stringify(after)) return nothing
      await ask(changeSector, [seen.code, after.name, JSON.stringify(after.services)])
      return {
        line: await recordChange(ask, stamp, { type: 'SECTOR_CHANGED', subject: subjectOf(seen.code), before, after }),
      }
    })
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Ferme un secteur, ce qu’une consultation sans réponse interdit, ou le rouvre.',
  })
  setSectorOpen(
    @Args(() => SeenSector) seen: SeenSector,
    @Arg('open', () => Boolean, { description: 'Faux pour fermer.' }) open: boolean,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_SETTINGS', seenOf(seen), async (ask, stamp) => {
      const sector = await heldSector(ask, seen.code)
      if (!sector) return unknown
      if (sector.active === open) return nothing
      const flaws = open ? [] : closingFlaws(sector)
      if (flaws.length > 0) return flaws
      await ask(setActive, [seen.code, open])
      const before = kept(sector)
      const type = open ? 'SECTOR_REOPENED' : 'SECTOR_CLOSED'
      const change = { type, subject: subjectOf(seen.code), before, after: { ...before, open } } as const
      return { line: await recordChange(ask, stamp, change) }
    })
  }

  @Mutation(() => AdministrationOutcome, { description: 'Range les secteurs dans l’ordre où ils sont proposés.' })
  orderSectors(
    @Args(() => OrderSectorsArguments) { order, seen }: OrderSectorsArguments,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_SETTINGS', { subject: 'SECTORS', line: seen }, async (ask, stamp) => {
      const known = await ask<Row>(findSectors)
      const flaws = orderFlaws(order, known)
      if (flaws.length > 0) return flaws
      const before = known.map(({ code }) => code)
      if (before.join() === order.join()) return nothing
      await ask(setOrder, [order])
      const change = { subject: 'SECTORS', before: { order: before }, after: { order } }
      return { line: await recordChange(ask, stamp, { type: 'SECTORS_ORDERED', ...change }) }
    })
  }
}

const unknown: AdministrationRefusal[] = [{ code: 'SECTOR_UNKNOWN' }]
const nothing: AdministrationRefusal[] = [{ code: 'NOTHING_CHANGED' }]

const heldSector = async (ask: Ask, code: string) => (await ask<Row>(findSectors)).find(each => each.code === code)
