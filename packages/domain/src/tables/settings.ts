import { type CalendarOverrides, noOverrides } from '../calendar/holidays.ts'
import { type Delays, exampleDelays } from './delays.ts'
import { type Edition, editions } from './editions.ts'
import { exampleOpeningCaps, type OpeningCaps } from './openingCaps.ts'
import { examplePackageLimits, type PackageLimits } from './packageLimits.ts'
import { exampleCommitments, type ServiceCommitments } from './serviceCommitments.ts'
import { exampleSmallCells, type SmallCells } from './smallCells.ts'

/** Where the Secretariat is reached, as letters print it. */
export interface Contacts {
  readonly unit: string
  readonly address: readonly string[]
  readonly email: string
  readonly telephone: string
}

/** What a ministry can change without a new version of the software. */
export interface Settings {
  readonly editions: readonly Edition[]
  readonly commitments: ServiceCommitments
  /** When the clock reminds and chases, and how far a reply may be put off. */
  readonly delays: Delays
  readonly calendar: CalendarOverrides
  readonly contacts: Contacts
  /** The recourse paragraph that every notice carries, per language of the letter. */
  readonly recourse: { readonly FR: string; readonly EN: string }
  /** How many fruitless attempts make a person unreachable. */
  readonly attemptsBeforeUnreachable: number
  /** Within how many business days something due is due soon. */
  readonly dueSoonDays: number
  /** How many identities one person may open in an hour and in a day. */
  readonly openingCaps: OpeningCaps
  /** What published figures withhold. */
  readonly smallCells: SmallCells
  /** How heavy what goes to the Protecteur du citoyen may be. */
  readonly packageLimits: PackageLimits
}

export const defaultSettings: Settings = {
  editions,
  commitments: exampleCommitments,
  delays: exampleDelays,
  calendar: noOverrides,
  contacts: {
    unit: 'Responsable des plaintes sur les services à la clientèle',
    address: ['10, rue Pierre-Olivier-Chauveau', 'Québec (Québec) G1R 4J3'],
    email: 'service-clientele@mamh.gouv.qc.ca',
    telephone: '418 691-2025',
  },
  recourse: {
    FR: 'Vous pouvez en tout temps vous adresser au Protecteur du citoyen, que vous soyez en désaccord avec notre réponse ou que vous préfériez ne pas passer par nous.',
    EN: 'You may contact the Québec Ombudsman (Protecteur du citoyen) at any time, whether you disagree with our answer or would rather not go through us.',
  },
  attemptsBeforeUnreachable: 3,
  dueSoonDays: 5,
  openingCaps: exampleOpeningCaps,
  smallCells: exampleSmallCells,
  packageLimits: examplePackageLimits,
}
