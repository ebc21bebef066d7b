import { apollo } from '../apollo/client.ts'
import { MeQuery } from './MeQuery.ts'
import { type Person, session } from './session.ts'

/** Asks once who is signed in; a server that does not answer leaves the question open. */
export async function loadSession(): Promise<Person | null> {
  if (session.person.value !== undefined) return session.person.value
  const { data } = await apollo.query({ query: MeQuery, fetchPolicy: 'network-only' })
  const me = data?.me ?? null
  if (me) session.open({ ...me, sector: me.sector ?? null })
  else session.close()
  return session.person.value ?? null
}
