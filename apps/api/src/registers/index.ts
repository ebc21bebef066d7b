import { CommunicationsResolver } from './communications.ts'
import { IncidentsResolver } from './incidents.ts'

/** The registers of a public body, beside that of the openings, which the journal of the dossiers tells. */
export const registerResolvers = [IncidentsResolver, CommunicationsResolver] as const
