import type {
  ClearableFact,
  Complaint,
  CorrectRegistration,
  IntakeChannel,
  Language,
  LocalDate,
  Matter,
  MatterContent,
  MatterId,
  Optional,
  ReplyChannel,
} from '@bienfonde/domain'
import type { Dossier } from '../../dossier/Dossier.ts'
import { emptyMatter } from './emptyMatter.ts'
import { emptyIdentity, type IdentityDraft, identityInput, isWritten, withoutName } from './identityDraft.ts'
import { type RepresentativeDraft, representativeDraft } from './representativeDraft.ts'

/** What becomes of the identity and of the ways to answer: the vault is not read, so they are replaced whole or kept. */
export const contactChanges = [
  { code: 'KEPT', label: 'Les laisser tels quels' },
  { code: 'REPLACED', label: 'Les remplacer', hint: 'En entier : ce qui n’est pas écrit de nouveau est perdu.' },
  { code: 'NO_CHANNEL', label: 'Retirer tous les moyens de répondre' },
] as const

/** The registration, or one matter, as it would be once corrected. */
export interface CorrectionDraft {
  about: 'REGISTRATION' | MatterId
  intakeChannel: IntakeChannel
  receivedOn: LocalDate
  language: Language
  factsKnownOn: Optional<LocalDate>
  anonymous: boolean
  contact: (typeof contactChanges)[number]['code']
  identity: IdentityDraft
  replyChannels: ReplyChannel[]
  representing: boolean
  /** Nobody represents the person after all. */
  unrepresented: boolean
  representative: RepresentativeDraft
  matter: MatterContent
  reason: string
}

export function correctionDraft({ registration, matters }: Complaint): CorrectionDraft {
  return {
    about: 'REGISTRATION',
    intakeChannel: registration?.intakeChannel ?? 'PHONE',
    receivedOn: registration?.receivedOn ?? '',
    language: registration?.language ?? 'FR',
    factsKnownOn: registration?.factsKnownOn ?? '',
    anonymous: registration?.anonymous ?? false,
    contact: 'KEPT',
    identity: emptyIdentity(),
    replyChannels: [...(registration?.replyChannels ?? [])],
    representing: false,
    unrepresented: false,
    representative: representativeDraft(registration?.representative),
    matter: contentOf(matters[0]),
    reason: '',
  }
}

/** What a matter says, to be corrected. */
export const contentOf = (matter: Matter | undefined): MatterContent => {
  if (!matter) return emptyMatter()
  const { subject, sector, service, statement, concernedStaff, referralSubject } = matter
  return { subject, sector, service, statement, concernedStaff: [...concernedStaff], referralSubject }
}

/** Of what is written, the fields that differ from what is known. */
function changed<Content extends object>(written: Content, known: Content): Partial<Content> {
  const keys = Object.keys(written) as (keyof Content)[]
  const differs = (key: keyof Content) => JSON.stringify(written[key]) !== JSON.stringify(known[key])
  return Object.fromEntries(keys.filter(differs).map(key => [key, written[key]])) as Partial<Content>
}

const renewed = ({ anonymous, identity }: CorrectionDraft) => (anonymous ? withoutName(identity) : identity)

/** The correction as it is sent: the line it corrects, why, and nothing of what stays as it was. */
export function correctionInput({ complaint, lines }: Pick<Dossier, 'complaint' | 'lines'>, draft: CorrectionDraft) {
  const { about, reason } = draft
  if (about !== 'REGISTRATION') {
    const added = lines.find(({ event }) => event.type === 'MATTER_ADDED' && event.matter === about)
    const difference = changed(draft.matter, contentOf(complaint.matters.find(({ id }) => id === about)))
    const matter = Object.keys(difference).length > 0 ? { matter: about, ...difference } : null
    return { corrects: added?.seq ?? 0, reason, matter }
  }
  const known = correctionDraft(complaint)
  const facts = ({ intakeChannel, receivedOn, language, anonymous, factsKnownOn }: CorrectionDraft) => ({
    intakeChannel,
    receivedOn,
    language,
    anonymous,
    factsKnownOn: factsKnownOn || null,
  })
  const { factsKnownOn, ...others } = changed(facts(draft), facts(known))
  const clears: ClearableFact[] = [
    ...(factsKnownOn === null ? (['FACTS_KNOWN_ON'] as const) : []),
    ...(draft.unrepresented ? (['REPRESENTATIVE'] as const) : []),
  ]
  return {
    corrects: 1,
    reason,
    ...others,
    ...(factsKnownOn && { factsKnownOn }),
    ...(clears.length > 0 && { clears }),
    ...(draft.contact === 'REPLACED' && {
      identity: identityInput(renewed(draft)),
      replyChannels: draft.replyChannels,
    }),
    ...(draft.contact === 'NO_CHANNEL' && { replyChannels: [] }),
    ...(draft.representing && !draft.unrepresented && { representative: draft.representative }),
  }
}

/** The correction as the rule takes it: of an identity, it knows only that there is one. */
export function correctionCommand(dossier: Pick<Dossier, 'complaint' | 'lines'>, draft: CorrectionDraft) {
  const { identity, ...rest } = { identity: undefined, ...correctionInput(dossier, draft) }
  return { ...rest, identity: identity && isWritten(renewed(draft)) ? 'new' : null } satisfies CorrectRegistration
}
