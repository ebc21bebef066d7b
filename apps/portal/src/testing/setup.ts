import { beforeEach } from 'vitest'
import { apollo } from '../apollo/client.ts'

// The trials share one client, as one session of the portal does: each begins with nothing remembered.
beforeEach(() => apollo.clearStore())
