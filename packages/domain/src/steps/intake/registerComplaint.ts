import { dueDate } from '../../calendar/dueDate.ts'
import { isLocalDate, type LocalDate } from '../../calendar/localDate.ts'
import type {
  ComplaintRegistered,
  MatterAdded,
  MatterContent,
  OfficerAssigned,
  Representative,
  SealedRef,
} from '../../events.ts'
import { accept, isBlank, misdated, type Optional, refuse, type Step } from '../../step.ts'
import type { IntakeChannel, Language, ReplyChannel } from '../../tables/channels.ts'
import { editionInForce } from '../../tables/editions.ts'
import { matterFlaw, matterTexts } from './matter.ts'

export interface RegisterComplaint {
  fileNumber: string
  intakeChannel: IntakeChannel
  receivedOn: LocalDate
  anonymous: boolean
  replyChannels: ReplyChannel[]
  language: Language
  representative?: Optional<Representative>
  /** The day the person learnt the facts; the Protecteur du citoyen counts one year from it. */
  factsKnownOn?: Optional<LocalDate>
  /** Identity and contact details, in the vault; none for an anonymous person who left no way to answer. */
  identity?: Optional<SealedRef>
  words: SealedRef
  matters: MatterContent[]
}

export const registerComplaint: Step<RegisterComplaint, ComplaintRegistered | MatterAdded | OfficerAssigned> = {
  title: 'Inscrire une plainte',
  room: 'intake',
  act: 'REGISTER',
  barred: () => undefined,
  writes: ({ matters, representative }) => [
    ...matters.flatMap((matter, at) => matterTexts(matter, `matters.${at}.`)),
    { field: 'representative.authority', text: representative?.authority },
  ],

  decide(complaint, command, stamp) {
    const { receivedOn, anonymous, replyChannels, representative, matters, words } = command
    const flaw = misdated(receivedOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'receivedOn')
    const factsKnownOn = command.factsKnownOn || null
    if (factsKnownOn && !isLocalDate(factsKnownOn)) return refuse('DATE_INVALID', 'factsKnownOn')
    if (factsKnownOn && factsKnownOn > receivedOn) return refuse('DATE_IN_FUTURE', 'factsKnownOn')
    const identity = command.identity || null
    if (!anonymous && !identity) return refuse('IDENTITY_MISSING', 'identity')
    if (replyChannels.length > 0 && !identity) return refuse('CONTACT_MISSING', 'identity')
    if (representative && isBlank(representative.authority))
      return refuse('AUTHORITY_MISSING', 'representative.authority')
    if (isBlank(words)) return refuse('WORDS_MISSING', 'words')
    if (matters.length === 0) return refuse('MATTER_MISSING', 'matters')
    for (const [at, matter] of matters.entries()) {
      const missing = matterFlaw(matter)
      if (missing) return refuse(missing.code, `matters.${at}.${missing.field}`)
    }

    const { commitments, calendar, editions } = stamp.settings
    return accept<ComplaintRegistered | MatterAdded | OfficerAssigned>(
      {
        type: 'COMPLAINT_REGISTERED',
        fileNumber: command.fileNumber,
        edition: editionInForce(receivedOn, editions).id,
        intakeChannel: command.intakeChannel,
        receivedOn,
        anonymous,
        replyChannels: [...new Set(replyChannels)],
        language: command.language,
        representative: representative ?? null,
        factsKnownOn,
        identity,
        words,
        acknowledgementDueOn: dueDate(receivedOn, commitments.acknowledgementDays, calendar),
        replyDueOn: dueDate(receivedOn, commitments.replyDays, calendar),
      },
      ...matters.map((matter, at): MatterAdded => ({ type: 'MATTER_ADDED', matter: `M${at + 1}`, ...matter })),
      { type: 'OFFICER_ASSIGNED', officer: stamp.actor.id },
    )
  },
}
