import type { Entry } from './entry.ts'

/** The bodies to which a matter outside the ministry's responsibility may belong. */
export const bodies = [
  { code: 'MUNICIPALITY', label: 'La municipalité concernée', hint: 'Nommez la municipalité.' },
  { code: 'COMMISSION_MUNICIPALE', label: 'Commission municipale du Québec' },
  { code: 'AUTORITE_MARCHES_PUBLICS', label: 'Autorité des marchés publics' },
  { code: 'TRIBUNAL_LOGEMENT', label: 'Tribunal administratif du logement' },
  { code: 'SOCIETE_HABITATION', label: 'Société d’habitation du Québec' },
  { code: 'OTHER_BODY', label: 'Un autre organisme', hint: 'Nommez l’organisme.' },
] as const satisfies readonly Entry[]

export type BodyCode = (typeof bodies)[number]['code']

/** A body as a decision names it; `name` is required for a municipality and for a body outside the table. */
export interface BodyReference {
  code: BodyCode
  name?: string | null | undefined
}

/** Which body is competent for a subject that is not the ministry's: suggestions that help and never decide. */
export const referrals = [
  {
    code: 'MUNICIPAL_SERVICE',
    label: 'Service rendu par une municipalité',
    bodies: ['MUNICIPALITY'],
  },
  {
    code: 'WRONGDOING_TOWARD_MUNICIPALITY',
    label: 'Acte répréhensible visant une municipalité',
    bodies: ['COMMISSION_MUNICIPALE'],
  },
  {
    code: 'ELECTED_OFFICIAL_ETHICS',
    label: 'Éthique et déontologie d’une personne élue au municipal',
    bodies: ['COMMISSION_MUNICIPALE'],
  },
  {
    code: 'MUNICIPAL_TENDERING',
    label: 'Appel d’offres ou attribution d’un contrat municipal',
    bodies: ['AUTORITE_MARCHES_PUBLICS'],
  },
  {
    code: 'HOUSING_SERVICE',
    label: 'Service reçu en habitation ou en logement',
    bodies: ['TRIBUNAL_LOGEMENT', 'SOCIETE_HABITATION'],
  },
] as const satisfies readonly (Entry & { bodies: readonly BodyCode[] })[]

export type ReferralSubject = (typeof referrals)[number]['code']

/** The bodies that the referral table suggests for a subject. */
export const suggestedBodies = (subject: ReferralSubject): readonly BodyCode[] =>
  referrals.find(({ code }) => code === subject)?.bodies ?? []

/** A body in words, with the name given for it when the table has none. */
export const bodyLabel = ({ code, name }: BodyReference): string =>
  name?.trim() || (bodies.find(body => body.code === code)?.label ?? code)

/** True when the body still lacks the name that its line of the table asks for. */
export const lacksName = ({ code, name }: BodyReference): boolean =>
  (code === 'MUNICIPALITY' || code === 'OTHER_BODY') && !name?.trim()
