import type { Actor, Role } from '@bienfonde/domain'
import { readonly, shallowRef } from 'vue'

/** The person whose session is open. */
export interface Person extends Actor {
  readonly name: string
  readonly email: string
  readonly role: Role
  /** True when the organisation signed the person on: there is no password here. */
  readonly organisation?: boolean
}

const person = shallowRef<Person | null>()

/** Who uses the portal: undefined until it is known, null for nobody. */
export const session = {
  person: readonly(person),
  open(next: Person) {
    person.value = next
  },
  close() {
    person.value = null
  },
  /** The person who acts; a page that asks for one is never shown to nobody. */
  get actor(): Actor {
    if (!person.value) throw new Error('No session is open')
    const { id, role, sector } = person.value
    return { id, role, sector }
  },
}
