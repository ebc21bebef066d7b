import { permits } from '@bienfonde/domain'
import { computed } from 'vue'
import { session } from '../access/session.ts'

/** True for whoever adds to the registers. */
export const mayKeep = computed(() => Boolean(session.person.value && permits(session.person.value, 'DECIDE')))
