import {
  identityTokens,
  normaliseToken,
  type Optional,
  type ReplyChannel,
  type Representative,
  type RepresentativeCapacity,
} from '@bienfonde/domain'
import { ArrayMaxSize, IsEmail, Matches, ValidateIf } from 'class-validator'
import { Field, InputType } from 'type-graphql'
import type { FieldError } from '../http/fieldSentences.ts'
import { RepresentativeCapacityCode } from '../schema/codes.ts'
import { longText, shortText, Text } from '../schema/Text.ts'
import { contactsOf } from './contacts.ts'
import { type Deposit, depositOf } from './deposit.ts'
import type { Identity, RepresentativeIdentity } from './identity.ts'
import type { IdentityKind } from './identityKinds.ts'

const telephone = /^ {0,3}\+?(?:[ ().-]{0,3}\d){7,15} {0,3}(?:(?:poste|ext\.?|x) {0,3}\d{1,6} {0,3})?$/i
const postalCode = /^ {0,3}(?:[A-Z]\d[A-Z][ -]?\d[A-Z]\d|\d{5}(?:-\d{4})?) {0,3}$/i
const wrongTelephone = 'Ce numéro de téléphone n’est pas valide.'
const wrongPostalCode = 'Ce code postal n’est pas valide : écrivez-le comme A1A 1A1.'

const isGiven = (value: Optional<string>): value is string => Boolean(value?.trim())
/** A field left blank is a field left out. */
const Given = () => ValidateIf((_, value: Optional<string>) => isGiven(value))

@InputType({
  description:
    'L’identité et les coordonnées de la personne, scellées au coffre. Chaque renseignement est facultatif ; il en faut au moins un.',
})
export class IdentityInput {
  @Field(() => String, { nullable: true, description: 'Prénom.' })
  @Text(shortText)
  givenName?: string | null

  @Field(() => String, { nullable: true, description: 'Nom de famille.' })
  @Text(shortText)
  familyName?: string | null

  @Field(() => String, { nullable: true, description: 'Organisation au nom de laquelle la personne porte plainte.' })
  @Text(shortText)
  organisation?: string | null

  @Field(() => String, { nullable: true, description: 'Adresse de courriel ; requise pour une réponse par courriel.' })
  @Given()
  @IsEmail()
  @Text(254)
  email?: string | null

  @Field(() => String, { nullable: true, description: 'Téléphone, de 7 à 15 chiffres ; requis pour être rappelé.' })
  @Given()
  @Matches(telephone, { message: wrongTelephone })
  @Text(shortText)
  telephone?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Numéro et rue, ou case postale ; requis pour une réponse par la poste.',
  })
  @Text(shortText)
  street?: string | null

  @Field(() => String, { nullable: true, description: 'Municipalité.' })
  @Text(shortText)
  city?: string | null

  @Field(() => String, { nullable: true, description: 'Code postal, comme A1A 1A1, ou code de cinq chiffres.' })
  @Given()
  @Matches(postalCode, { message: wrongPostalCode })
  @Text(shortText)
  postalCode?: string | null

  @Field(() => [String], {
    nullable: true,
    description: 'Numéros de compte ou de dossier que la personne a donnés ; 20 au plus.',
  })
  @ArrayMaxSize(20)
  @Text(shortText, { each: true })
  numbers?: string[] | null
}

@InputType({ description: 'La personne qui porte plainte pour une autre. Son nom et ses coordonnées vont au coffre.' })
export class RepresentativeInput implements Representative {
  @Field(() => RepresentativeCapacityCode, { description: 'À quel titre elle agit.' })
  capacity!: RepresentativeCapacity

  @Field(() => String, { description: 'Mandat ou permission, sans nom ; 20 000 caractères au plus.' })
  @Text(longText)
  authority!: string

  @Field(() => String, { nullable: true, description: 'Prénom et nom, au coffre.' })
  @Text(shortText)
  fullName?: string | null

  @Field(() => String, { nullable: true, description: 'Téléphone, au coffre ; de 7 à 15 chiffres.' })
  @Given()
  @Matches(telephone, { message: wrongTelephone })
  @Text(shortText)
  telephone?: string | null

  @Field(() => String, { nullable: true, description: 'Adresse de courriel, au coffre.' })
  @Given()
  @IsEmail()
  @Text(254)
  email?: string | null
}

const kept = (value: Optional<string>): string | null => (isGiven(value) ? value.trim() : null)
const given = (...values: Optional<string>[]): string[] => values.filter(isGiven)
const deposited = (kind: IdentityKind, content: Identity | RepresentativeIdentity, tokens: string[]): Deposit =>
  depositOf(kind, JSON.stringify(content), tokens)

/** What goes to the vault of an identity; nothing when every field is blank. */
export function identityDeposit(input: Optional<IdentityInput>): Deposit | undefined {
  if (!input) return undefined
  const { givenName, familyName, organisation, email, telephone, street, city, postalCode, numbers } = input
  const identity: Identity = {
    givenName: kept(givenName),
    familyName: kept(familyName),
    organisation: kept(organisation),
    email: kept(email),
    telephone: kept(telephone),
    street: kept(street),
    city: kept(city),
    postalCode: kept(postalCode),
    numbers: given(...(numbers ?? [])),
  }
  if (given(...Object.values(identity).flat()).length === 0) return undefined
  const tokens = identityTokens({
    // An organisation is recognised whole: its words apart are those of every text.
    names: given(given(givenName, familyName).join(' '), organisation && normaliseToken(organisation)),
    emails: given(email),
    telephones: given(telephone),
    postalCodes: given(postalCode),
    addresses: given(street),
    numbers: identity.numbers,
  })
  return { ...deposited('IDENTITY', identity, tokens), contacts: contactsOf(identity) }
}

/** What goes to the vault of a representative: their name and contact details, when some are given. */
export function representativeDeposit(input: Optional<RepresentativeInput>): Deposit | undefined {
  if (!input || given(input.fullName, input.telephone, input.email).length === 0) return undefined
  const { fullName, telephone, email } = input
  const tokens = identityTokens({
    names: given(fullName),
    emails: given(email),
    telephones: given(telephone),
    postalCodes: [],
    addresses: [],
    numbers: [],
  })
  const person: RepresentativeIdentity = { fullName: kept(fullName), telephone: kept(telephone), email: kept(email) }
  return deposited('REPRESENTATIVE', person, tokens)
}

/** What says, last in the vault, that nobody represents the person after all; what is known of whoever did stays sought. */
export const representativeRemoved = (): Deposit => depositOf('REPRESENTATIVE', 'null')

/** What the journal may say of a representative. */
export const representativeInJournal = (input: Optional<RepresentativeInput>): Representative | null =>
  input ? { capacity: input.capacity, authority: input.authority } : null

/** A text of the person's own for the vault; nothing when it is blank. */
export const wordsDeposit = (kind: IdentityKind, text: Optional<string>): Deposit | undefined =>
  isGiven(text) ? depositOf(kind, text) : undefined

/** The contact details that the chosen ways to answer need, and that neither the person nor who represents them gave. */
export function missingContacts(
  channels: readonly ReplyChannel[],
  identity: Optional<IdentityInput>,
  representative: Optional<RepresentativeInput>,
): FieldError[] {
  // With no identity at all, the step refuses by itself.
  if (!identityDeposit(identity)) return []
  const lacking: FieldError[] = []
  if (channels.includes('EMAIL') && given(identity?.email, representative?.email).length === 0)
    lacking.push({ field: 'identity.email', message: 'Une réponse par courriel demande une adresse de courriel.' })
  if (channels.includes('PHONE') && given(identity?.telephone, representative?.telephone).length === 0)
    lacking.push({ field: 'identity.telephone', message: 'Une réponse par téléphone demande un numéro.' })
  if (channels.includes('MAIL')) {
    const message = 'Une réponse par la poste demande une adresse complète.'
    for (const part of ['street', 'city', 'postalCode'] as const)
      if (!isGiven(identity?.[part])) lacking.push({ field: `identity.${part}`, message })
  }
  return lacking
}
