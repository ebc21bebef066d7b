import type { MatterAdded, MatterContent } from '../../events.ts'
import { unlessInProgress } from '../../progress.ts'
import { accept, refuse, type Step } from '../../step.ts'
import { matterFlaw, matterTexts } from './matter.ts'

export type AddMatter = MatterContent

export const addMatter: Step<AddMatter, MatterAdded> = {
  title: 'Ajouter un motif',
  room: 'intake',
  act: 'PREPARE',
  barred: unlessInProgress,
  writes: matterTexts,

  decide({ matters }, { subject, sector, service, statement, concernedStaff, referralSubject }) {
    const content = { subject, sector, service, statement, concernedStaff, referralSubject }
    const missing = matterFlaw(content)
    if (missing) return refuse(missing.code, missing.field)
    return accept({ type: 'MATTER_ADDED', matter: `M${matters.length + 1}`, ...content })
  },
}
