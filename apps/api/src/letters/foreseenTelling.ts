import {
  acknowledgeReceipt,
  type Complaint,
  type Decision,
  extendReplyDate,
  informComplainant,
  referComplainant,
  requestDisclosureConsent,
  requestTransferAuthorization,
  type Stamp,
  take,
} from '@bienfonde/domain'
import { ValidateNested } from 'class-validator'
import { Field, InputType } from 'type-graphql'
import { ExtendReplyDateInput } from '../steps/analysis/extendReplyDate.ts'
import { RequestDisclosureConsentInput } from '../steps/confidentiality/requestDisclosureConsent.ts'
import { AcknowledgeReceiptInput } from '../steps/intake/acknowledgeReceipt.ts'
import { InformComplainantInput } from '../steps/result/informComplainant.ts'
import { ReferComplainantInput } from '../steps/transfer/referComplainant.ts'
import { RequestTransferAuthorizationInput } from '../steps/transfer/requestTransferAuthorization.ts'

@InputType({ description: 'Une étape qui fait partir une lettre, telle qu’elle serait envoyée ; une seule à la fois.' })
export class LetterStepInput {
  @Field(() => AcknowledgeReceiptInput, { nullable: true, description: acknowledgeReceipt.title })
  @ValidateNested()
  acknowledgeReceipt?: AcknowledgeReceiptInput | null

  @Field(() => ExtendReplyDateInput, { nullable: true, description: extendReplyDate.title })
  @ValidateNested()
  extendReplyDate?: ExtendReplyDateInput | null

  @Field(() => RequestDisclosureConsentInput, { nullable: true, description: requestDisclosureConsent.title })
  @ValidateNested()
  requestDisclosureConsent?: RequestDisclosureConsentInput | null

  @Field(() => RequestTransferAuthorizationInput, { nullable: true, description: requestTransferAuthorization.title })
  @ValidateNested()
  requestTransferAuthorization?: RequestTransferAuthorizationInput | null

  @Field(() => ReferComplainantInput, { nullable: true, description: referComplainant.title })
  @ValidateNested()
  referComplainant?: ReferComplainantInput | null

  @Field(() => InformComplainantInput, { nullable: true, description: informComplainant.title })
  @ValidateNested()
  informComplainant?: InformComplainantInput | null
}

/** What would follow from the step, by the same rule that will decide it; nothing when none or several are given. */
export function foreseenTelling(step: LetterStepInput, complaint: Complaint, stamp: Stamp): Decision | undefined {
  if (Object.values(step).filter(Boolean).length !== 1) return undefined
  if (step.acknowledgeReceipt) return take(acknowledgeReceipt, complaint, step.acknowledgeReceipt, stamp)
  if (step.extendReplyDate) return take(extendReplyDate, complaint, step.extendReplyDate, stamp)
  if (step.requestDisclosureConsent)
    return take(requestDisclosureConsent, complaint, step.requestDisclosureConsent, stamp)
  if (step.requestTransferAuthorization)
    return take(requestTransferAuthorization, complaint, step.requestTransferAuthorization, stamp)
  if (step.referComplainant) return take(referComplainant, complaint, step.referComplainant, stamp)
  return step.informComplainant ? take(informComplainant, complaint, step.informComplainant, stamp) : undefined
}
