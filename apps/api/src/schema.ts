import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { ChoosePasswordResolver } from './access/choosePassword.ts'
import { SignInResolver } from './access/SignIn.ts'
import { SignInWaysResolver } from './access/SignInWays.ts'
import { SecondFactorResolver } from './access/secondFactor/SecondFactorResolver.ts'
import { administrationResolvers } from './administration/index.ts'
import { AnnualReportResolver } from './annualReport/AnnualReportResolver.ts'
import { CaseloadViewsResolver } from './caseloadViews/caseloadViews.ts'
import { EditionsResolver } from './frozenEditions/EditionsResolver.ts'
import { FreezeEditionResolver } from './frozenEditions/FreezeEditionResolver.ts'
import { DossierLettersResolver } from './letters/dossierLetters.ts'
import { LetterPreviewResolver } from './letters/letterPreview.ts'
import { IncomingMessagesResolver } from './mailbox/IncomingMessages.ts'
import { PersonalTokensResolver } from './personalTokens/PersonalTokensResolver.ts'
import { queries } from './queries/index.ts'
import { registerResolvers } from './registers/index.ts'
import { RegistrationDraftsResolver } from './registrationDrafts/registrationDrafts.ts'
import { SameContactsResolver } from './sameContacts/sameContacts.ts'
import { DiscloseIdentityResolver } from './steps/confidentiality/discloseIdentity.ts'
import { stepResolvers } from './steps/index.ts'

/** The published contract, made from the questions and the steps. */
export const makeSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [
      SignInResolver,
      SignInWaysResolver,
      SecondFactorResolver,
      ChoosePasswordResolver,
      ...administrationResolvers,
      ...registerResolvers,
      CaseloadViewsResolver,
      RegistrationDraftsResolver,
      IncomingMessagesResolver,
      SameContactsResolver,
      PersonalTokensResolver,
      AnnualReportResolver,
      EditionsResolver,
      FreezeEditionResolver,
      DossierLettersResolver,
      LetterPreviewResolver,
      ...queries,
      ...Object.values(stepResolvers),
      DiscloseIdentityResolver,
    ],
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  })
