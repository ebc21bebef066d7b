import { randomUUID } from 'node:crypto'
import type { RegisterComplaint } from '@bienfonde/domain'

/** An ordinary complaint with one matter, of an invented person who left no way to answer. */
export const plainte = (fileNumber: string): RegisterComplaint => ({
  fileNumber,
  intakeChannel: 'PHONE',
  receivedOn: '2026-05-04',
  anonymous: false,
  replyChannels: [],
  language: 'FR',
  identity: randomUUID(),
  words: randomUUID(),
  matters: [
    {
      subject: 'Délai de réponse',
      sector: 'HOUSING',
      service: null,
      statement: 'La réponse a tardé.',
      concernedStaff: [],
      referralSubject: null,
    },
  ],
})
