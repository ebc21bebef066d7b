import type { NoteAdded } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'

export interface AddNote {
  text: string
}

export const addNote: Step<AddNote, NoteAdded> = {
  title: 'Ajouter une note',
  room: 'intake',
  act: 'RECEIVE',
  barred: () => undefined,
  writes: ({ text }) => [{ field: 'text', text }],

  decide: (_, { text }) => (isBlank(text) ? refuse('TEXT_MISSING', 'text') : accept({ type: 'NOTE_ADDED', text })),
}
