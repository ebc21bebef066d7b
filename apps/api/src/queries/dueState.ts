import { dueStates } from '@bienfonde/domain'
import { codesOf } from '../schema/codes.ts'

export const DueStateCode = codesOf('DueStateCode', 'Où en est le délai de réponse.', dueStates)
