import type { Dossier } from '../Dossier.ts'

/** How a complaint begins, when it is not an ordinary one. */
interface Beginning {
  /** The matters belong to another body. */
  outside?: boolean
  matters?: number
  /** An anonymous person, who left a way to answer or none. */
  anonymous?: 'REACHABLE' | 'SILENT'
  english?: boolean
  /** Words other than those of the subject. */
  words?: string
}

/** A way for a complaint to go, told in steps until its end or until today. */
export interface Story {
  beginning?: Beginning
  tell(dossier: Dossier): Promise<void>
}
