import { shallowRef } from 'vue'

/** The lines that the person has just written, by their ranks in the dossier's journal: said once, then forgotten. */
export const justWritten = shallowRef<{ readonly dossier: string; readonly lines: readonly number[] }>()
