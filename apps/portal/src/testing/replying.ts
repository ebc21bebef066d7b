import { ApolloLink } from '@apollo/client'
import { of } from 'rxjs'
import { beforeEach } from 'vitest'
import { apollo } from '../apollo/client.ts'

/** What the server answers to some questions, by their names; the others go on as before. */
export function replying(answers: Record<string, object>) {
  beforeEach(async () => {
    await apollo.clearStore()
    const replies = new ApolloLink((operation, forward) => {
      const answer = operation.operationName && answers[operation.operationName]
      return answer ? of({ data: answer }) : forward(operation)
    })
    apollo.setLink(ApolloLink.from([replies, apollo.link]))
  })
}

export const officers = {
  officers: [
    { __typename: 'Officer', id: 'agente', name: 'Agnès Roy' },
    { __typename: 'Officer', id: 'autre-agent', name: 'Luc Morin' },
  ],
}

export const ministryStaff = {
  ministryStaff: [
    { id: 'agente', name: 'Agnès Roy', role: 'OFFICER', sector: null },
    { id: 'autre-agent', name: 'Luc Morin', role: 'OFFICER', sector: null },
    { id: 'repondante', name: 'Inès Gagnon', role: 'SECTOR_RESPONDENT', sector: 'HABITATION' },
  ].map(person => ({ __typename: 'MinistryStaffMember', ...person })),
}
